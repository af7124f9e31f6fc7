#pragma once

#include <cstdint>
#include <vector>

#include "shells/cli/demo/plan.hpp"

namespace asterism::cli::demo {

enum class Kind : std::uint8_t {
    join,
    portrait,
    place,
    review,
    vote,
    comment,
    visit,
    favourite,
    follow,
    photo,
    photo_vote,
};

/// Something of the plan: the entry with that number in its kind's list.
struct Deed {
    Instant at;
    Kind kind;
    std::size_t number;

    friend auto operator<=>(const Deed&, const Deed&) = default;
};

/// All of a plan in the order of time.
std::vector<Deed> chronicle(const Plan& plan);

}  // namespace asterism::cli::demo
