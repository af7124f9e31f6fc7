#pragma once

#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {

inline places::Review opinion(AccountId author, places::PlaceId place, int stars,
                              std::string text = {}) {
    places::Review review;
    review.account = author;
    review.place = place;
    review.stars = stars;
    review.text = std::move(text);
    review.created_at = review.updated_at = noon;
    return review;
}

inline std::optional<places::ReviewId> say(Engine& engine, const places::Review& review) {
    return written<std::optional<places::ReviewId>>(engine, [&](app::Unit& unit) {
        const auto id = unit.reviews().add(review);
        unit.reviews().recount(review.place);
        return id;
    });
}

inline SubjectRef subject(std::string_view kind, std::int64_t id) {
    return {*SubjectKind::parse(kind), SubjectId{id}};
}

}  // namespace asterism::store::testing
