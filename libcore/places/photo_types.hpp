#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/media/types.hpp"
#include "libcore/places/types.hpp"

namespace asterism::places {

using PhotoId = Id<struct PhotoTag>;
using ReviewId = Id<struct ReviewTag>;

/// What photos hang on, beside the place.
enum class PhotoKind : std::uint8_t { place, review };

constexpr auto names(PhotoKind) {
    using Name = std::pair<PhotoKind, std::string_view>;
    return std::array{Name{PhotoKind::place, "place"}, Name{PhotoKind::review, "review"}};
}

/// So many fit into one request, and so many a review has at most. A place has any number.
inline constexpr int most_photos = 5;

/// A photo of a place: its own, or of a review of it.
struct Photo {
    PhotoId id;
    PlaceId place;
    std::optional<ReviewId> review = {};    ///< none: it is the place's own
    std::optional<AccountId> account = {};  ///< who sent it; none: the account is gone
    int position = 0;                       ///< from 1, among the place's own or the review's
    std::string caption = {};
    media::BlobId blob = {};
    std::string file = {};          ///< the full size's name below /media/
    std::string thumbnail = {};     ///< the same of the small one
    std::optional<int> width = {};  ///< of the full size, in pixels
    std::optional<int> height = {};
    Instant created_at = {};
};

/// Where photos hang, and how many are there.
struct Album {
    PlaceId place;
    std::optional<ReviewId> review = {};
    AccountId owner = {};  ///< who added the place, or wrote the review
    bool hidden = false;   ///< the review
    int photos = 0;
};

/// Whom a photo is shown to be from.
struct Uploader {
    std::string handle = {};
    std::string first_name = {};
    std::string last_name = {};
    std::string picture = {};  ///< empty: none
    bool system = false;
};

/// A photo as somebody finds it.
struct ShownPhoto {
    Photo photo;
    AccountId owner = {};    ///< of the place or the review
    Uploader uploader = {};  ///< who added the place, where who sent it is gone
    std::int64_t votes = 0;
    bool voted = false;  ///< by who asks
};

/// As much of it as a map shows.
struct MapPhoto {
    PlaceId place;
    PhotoId id;
    std::string file;
    std::string thumbnail;
};

// Events.

struct PhotoAdded {
    PhotoId photo;
    PlaceId place;
    std::optional<ReviewId> review;
    AccountId account;
};

/// Not told of those that go with their place, review or account.
struct PhotoRemoved {
    PhotoId photo;
    PlaceId place;
    std::optional<ReviewId> review;
    std::optional<AccountId> account;  ///< who had sent it
};

}  // namespace asterism::places
