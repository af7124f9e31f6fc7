#pragma once

#include <optional>
#include <string>

#include "libcore/places/photo_ports.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/places/review_ports.hpp"

namespace asterism::places {

/// What is told of a place before anybody opens its page: by search engines, and where its address
/// is shared.
struct Card {
    std::string name;
    std::string about;
    std::string photo = {};  ///< the file's name; empty: it has none
};

/// One line: what it is, where, how dark and how well liked, as far as that is known.
std::string about(const Place& place);

/// Its photo is its own first one; without one of its own, the first of the newest of its last five
/// reviews that have any.
std::optional<Card> card_of(const Places& places, const Reviews& reviews, const Photos& photos,
                            PlaceId place);

}  // namespace asterism::places
