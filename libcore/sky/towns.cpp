#include "libcore/sky/towns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "libcore/sky/towns_table.hpp"

namespace asterism::sky {

namespace {

Vector position_km(const TownCell& cell, StoredTown town) {
    return cell.centre_km + town.from_centre_km();
}

/// Along the sphere, of a straight distance through it.
double arc_km(double chord_squared) {
    const double half = std::sqrt(chord_squared) / (2 * towns_radius_km);
    return 2 * towns_radius_km * std::asin(std::min(half, 1.0));
}

Town described(const TownsTable& table, std::size_t number, Vector at_km) {
    const Radians latitude{std::atan2(at_km.z, std::hypot(at_km.x, at_km.y))};
    const Radians longitude{std::atan2(at_km.y, at_km.x)};
    return {table.name(number),
            table.country(number),
            table.country_name(number),
            table.region(number),
            {degrees(latitude), degrees(longitude)},
            table.town(number).people()};
}

struct Found {
    std::size_t number = 0;
    Vector at_km;
    double chord_squared = std::numeric_limits<double>::infinity();
};

void search(const TownsTable& table, Vector from_km, double within_km, auto wanted, Found& best) {
    table.visit_cells(from_km, within_km, [&](const TownCell& cell) {
        const Vector to_centre = cell.centre_km - from_km;
        const double nearest = length(to_centre) - towns_cell_reach_km;
        if (nearest > 0 && nearest * nearest > best.chord_squared) return;
        for (std::size_t number = cell.first; number < cell.last; ++number) {
            const StoredTown town = table.town(number);
            const Vector apart = to_centre + town.from_centre_km();
            const double chord_squared = dot(apart, apart);
            if (chord_squared < best.chord_squared && wanted(number, town)) {
                best = {number, position_km(cell, town), chord_squared};
            }
        }
    });
}

}  // namespace

std::size_t town_count() { return towns_table().town_count(); }

Town town_at(std::size_t index) {
    const TownsTable table = towns_table();
    const auto number = std::min(index, table.town_count() - 1);
    return described(table, number, position_km(table.cell_of_town(number), table.town(number)));
}

std::optional<NearTown> nearest_town(Place from, double at_least_people, std::string_view country) {
    constexpr double half_circumference_km = 20015.2;
    const TownsTable table = towns_table();
    const Vector from_km = sphere_km(from);
    if (std::isnan(at_least_people)) return std::nullopt;
    const auto wanted = [&](std::size_t number, StoredTown town) {
        return town.people() >= at_least_people &&
               (country.empty() || table.country(number) == country);
    };
    for (double within_km = 25;; within_km *= 2) {
        Found best;
        search(table, from_km, within_km, wanted, best);
        const double distance_km = arc_km(best.chord_squared);
        // Farther ones may have come with the cells at the edge, while nearer ones were left out.
        if (std::isfinite(best.chord_squared) && distance_km <= within_km) {
            return NearTown{described(table, best.number, best.at_km), distance_km};
        }
        if (!(within_km < half_circumference_km)) return std::nullopt;
    }
}

void visit_towns(Place from, double within_km, TownVisitor visitor) {
    const TownsTable table = towns_table();
    const Vector from_km = sphere_km(from);
    table.visit_cells(from_km, within_km, [&](const TownCell& cell) {
        for (std::size_t number = cell.first; number < cell.last; ++number) {
            const Vector at_km = position_km(cell, table.town(number));
            const Vector apart = at_km - from_km;
            const double distance_km = arc_km(dot(apart, apart));
            if (distance_km > within_km) continue;
            visitor.see(visitor.context, {described(table, number, at_km), distance_km});
        }
    });
}

}  // namespace asterism::sky
