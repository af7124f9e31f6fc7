#pragma once

#include "libcore/places/geo.hpp"

namespace asterism::places {

enum class Sort : std::uint8_t {
    newest,
    oldest,
    best_rated,
    worst_rated,
    most_reviewed,
    least_reviewed,
    nearest,
    farthest
};

constexpr auto names(Sort) {
    using Name = std::pair<Sort, std::string_view>;
    return std::array{Name{Sort::newest, "newest"},
                      Name{Sort::oldest, "oldest"},
                      Name{Sort::best_rated, "best_rated"},
                      Name{Sort::worst_rated, "worst_rated"},
                      Name{Sort::most_reviewed, "most_reviewed"},
                      Name{Sort::least_reviewed, "least_reviewed"},
                      Name{Sort::nearest, "nearest"},
                      Name{Sort::farthest, "farthest"}};
}

/// Which places, and in which order. What is not wanted of is as its default says.
struct Query {
    std::string needle = {};            ///< folded; see haystack()
    std::vector<Type> types = {};       ///< none: all
    double least_rating = -1;           ///< from 0 on, those without reviews drop out
    int darkest_to = 10;                ///< Bortle's class at most; up to 9, unknown ones drop out
    bool verified = false;              ///< only those
    Direction centre = {};              ///< from where chords are measured
    double chord2 = everywhere_chord2;  ///< not farther than that
    std::optional<Window> window = {};  ///< within it
    bool framed = false;                ///< the window is asked for, not what the reach needs
    Sort sort = Sort::newest;           ///< equals are in the order of their ids
};

/// Whether it leaves none out.
bool is_everything(const Query& query);

/// The next few in the order of their ids.
struct Batch {
    PlaceId after;  ///< none: from the first
    std::int64_t limit = 0;
};

struct Slice {
    std::int64_t limit = 0;
    std::int64_t offset = 0;
    std::int64_t of = 0;  ///< how many there are; 0 where nobody has counted
};

/// A question about less of the Earth, which has the same answer where it has a full one: the
/// nearest of many need not be looked for among all. Nothing where that would spare little.
std::optional<Query> narrowed(const Query& query, const Slice& slice);

/// Whether a query wants it: what engines say in SQL.
bool wanted(const Query& query, const Place& place);

/// Whether it comes before another one.
bool before(Sort sort, const Found& a, const Found& b);

}  // namespace asterism::places
