#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

#include "libcore/sky/place.hpp"

namespace asterism::sky {

// The populated places of the embedded table, of GeoNames (CC BY 4.0); tables/towns.txt tells which
// and from where. Nothing here allocates, throws or needs a start-up. Distances are along great
// circles of a sphere with the Earth's mean radius, 6371.0088 km: within 0.6 % of the ellipsoid's.

struct Town {
    std::string_view name;          ///< UTF-8, as GeoNames spells it; lives as long as the program
    std::string_view country;       ///< two letters of ISO 3166-1
    std::string_view country_name;  ///< English, of ISO 3166-1
    std::string_view region;        ///< first-order division, or empty where GeoNames names none
    Place place;                    ///< within 5 m of GeoNames; its elevation is not known: 0
    double population;              ///< to three digits; a city's boroughs are not counted twice
};

struct NearTown {
    Town town;
    double distance_km;
};

/// How many the table holds.
std::size_t town_count();

/// Each of them once, in the table's order. An index beyond the last gives the last.
Town town_at(std::size_t index);

/// The nearest of the towns with at least so many people, of one country if one is named by its two
/// letters; nothing if there is none, or if the place is not a number. Right at the poles and over
/// the date line.
std::optional<NearTown> nearest_town(Place from, double at_least_people = 0,
                                     std::string_view country = {});

/// What visit_towns calls: a function and what it works on.
struct TownVisitor {
    void (*see)(void* context, const NearTown& near);
    void* context;
};

/// Shows every town not farther than that, in the table's order, not that of distance. Shows none
/// if the place or the distance is not a number; all of them if the distance is half the Earth's
/// circumference, 20,015.2 km, or more.
void visit_towns(Place from, double within_km, TownVisitor visitor);

/// The same for anything that can be called with a `const NearTown&`.
template <class See>
void visit_towns(Place from, double within_km, See&& see) {
    using Seen = std::remove_reference_t<See>;
    visit_towns(from, within_km,
                TownVisitor{[](void* context, const NearTown& near) {
                                (*static_cast<Seen*>(context))(near);
                            },
                            const_cast<std::remove_const_t<Seen>*>(&see)});
}

}  // namespace asterism::sky
