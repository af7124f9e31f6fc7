#include "libcore/places/query.hpp"

#include <algorithm>
#include <tuple>

#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

/// Below zero: a first; of what is not known neither is.
int by_rating(const Place& a, const Place& b) {
    if (a.rating.has_value() != b.rating.has_value()) return 0;
    if (!a.rating || *a.rating == *b.rating) return 0;
    return *a.rating < *b.rating ? -1 : 1;
}

bool rated_before(const Place& a, const Place& b, int direction) {
    if (a.rating.has_value() != b.rating.has_value()) return a.rating.has_value();
    if (const int order = by_rating(a, b)) return order * direction < 0;
    return std::pair(b.reviews, a.id) < std::pair(a.reviews, b.id);
}

}  // namespace

bool wanted(const Query& query, const Place& place) {
    if (haystack(place).find(query.needle) == std::string::npos) return false;
    if (!query.types.empty() && std::ranges::find(query.types, place.type) == query.types.end())
        return false;
    if (place.rating.value_or(-1) < query.least_rating) return false;
    if (place.bortle.value_or(10) > query.darkest_to) return false;
    if (query.verified && !place.mark.verified) return false;
    if (query.window && !holds(*query.window, place.spot)) return false;
    return chord2(direction(place.spot), query.centre) <= query.chord2;
}

bool before(Sort sort, const Found& a, const Found& b) {
    const auto& [left, right] = std::tie(a.place, b.place);
    switch (sort) {
        case Sort::newest:
            return std::pair(right.created_at, left.id) < std::pair(left.created_at, right.id);
        case Sort::oldest:
            return std::pair(left.created_at, left.id) < std::pair(right.created_at, right.id);
        case Sort::best_rated: return rated_before(left, right, -1);
        case Sort::worst_rated: return rated_before(left, right, 1);
        case Sort::most_reviewed:
            return std::pair(right.reviews, left.id) < std::pair(left.reviews, right.id);
        case Sort::least_reviewed:
            return std::pair(left.reviews, left.id) < std::pair(right.reviews, right.id);
        case Sort::nearest: return std::pair(a.chord2, left.id) < std::pair(b.chord2, right.id);
        case Sort::farthest: return std::pair(b.chord2, left.id) < std::pair(a.chord2, right.id);
    }
    return false;
}

}  // namespace asterism::places
