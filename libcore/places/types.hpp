#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/id.hpp"
#include "libcore/base/time.hpp"

namespace asterism::places {

using PlaceId = Id<struct PlaceTag>;
using FavouriteId = Id<struct FavouriteTag>;

enum class Type : std::uint8_t { dark_sky_site, observatory, campground, viewpoint, other };

constexpr auto names(Type) {
    using Name = std::pair<Type, std::string_view>;
    return std::array{Name{Type::dark_sky_site, "dark_sky_site"},
                      Name{Type::observatory, "observatory"}, Name{Type::campground, "campground"},
                      Name{Type::viewpoint, "viewpoint"}, Name{Type::other, "other"}};
}

/// How to reach those who run a place; each empty where nobody said.
struct Contact {
    std::string website;
    std::string phone_number;
    std::string phone_display;  ///< the same number as people write it
    std::string reservation_url;

    friend bool operator==(const Contact&, const Contact&) = default;
};

/// In words, each empty where it is not known.
struct Address {
    std::string formatted;
    std::string region;
    std::string locality;
    std::string country;

    friend bool operator==(const Address&, const Address&) = default;
};

/// Degrees on WGS84, north and east positive: -90 to 90 and -180 to 180, both included.
struct Spot {
    double latitude = 0;
    double longitude = 0;

    friend bool operator==(const Spot&, const Spot&) = default;
};

/// The staff's mark.
struct Mark {
    bool verified = false;
    std::optional<Instant> at = {};
    AccountId by = {};
    std::string notes = {};
};

struct Place {
    PlaceId id;
    std::string name;  ///< plain text: no tags, and nothing escaped
    std::string description;
    Type type = Type::viewpoint;
    Contact contact;
    AccountId added_by;
    Spot spot;
    double elevation_metres = 0;
    std::optional<int> bortle = {};
    std::optional<double> sqm = {};  ///< mag/arcsec² of the zenith
    Address address;
    std::int64_t reviews = 0;
    std::optional<double> rating = {};  ///< the mean, unrounded; none without reviews
    Mark mark;
    std::int64_t reports = 0;
    std::int64_t visitors = 0;
    std::optional<Instant> last_visited_at = {};
    Instant created_at;
    Instant updated_at;
    bool own_elevation = false;  ///< somebody gave it: no service changes it
};

/// A place as somebody finds it.
struct Found {
    Place place;
    std::string added_by = {};                    ///< the handle
    std::optional<std::string> verified_by = {};  ///< the same
    bool favourite = false;                       ///< of who asks
    bool visited = false;                         ///< the same
    double chord2 = 0;                            ///< to where they ask for; see geo.hpp
};

struct Favourite {
    FavouriteId id;
    AccountId account;
    PlaceId place;
    std::string nickname;  ///< empty: none
    Instant created_at;
};

/// A favourite with its place, as its owner finds it.
struct Liked {
    Favourite favourite;
    Found found;
    std::string owner = {};  ///< the handle
};

/// That an account has been to a place.
struct Visit {
    PlaceId place;
    std::string name;  ///< of the place
    Instant at;
};

// Events.

struct PlaceAdded {
    PlaceId place;
    AccountId account;
    bool from_file = false;  ///< which told all that shall be known of it
};

/// It lies elsewhere than it did.
struct PlaceMoved {
    PlaceId place;
};

/// With all that hung on it.
struct PlaceRemoved {
    PlaceId place;
    AccountId owner;
    std::vector<AccountId> touched;  ///< who had visited it, or written there
};

/// Somebody was there for the first time.
struct PlaceVisited {
    PlaceId place;
    AccountId account;
};

/// That is taken back.
struct PlaceUnvisited {
    PlaceId place;
    AccountId account;
};

}  // namespace asterism::places
