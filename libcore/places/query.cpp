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

bool is_everything(const Query& query) {
    return query.needle.empty() && query.types.empty() && query.least_rating < 0 &&
           query.darkest_to >= 10 && !query.verified && query.chord2 >= everywhere_chord2 &&
           !query.window;
}

std::optional<Query> narrowed(const Query& query, const Slice& slice) {
    // So many times as much of the Earth as would do if places lay evenly on it.
    constexpr double spare = 32;
    if (query.sort != Sort::nearest || query.framed || slice.of <= 0) return std::nullopt;
    if (chord2(query.centre, {}) < 0.5) return std::nullopt;  // no middle is asked for
    const double share =
        spare * static_cast<double>(slice.offset + slice.limit) / static_cast<double>(slice.of);
    if (share > 0.5) return std::nullopt;
    auto out = query;
    out.chord2 = std::min(query.chord2, 4.0) * share;  // the area of a cap is as its chord's square
    out.window = window_around(spot_of(query.centre), km_of(out.chord2));
    if (!out.window) return std::nullopt;
    return out;
}

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
