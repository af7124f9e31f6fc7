#include "libcore/sky/city_glow.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "libcore/sky/towns_table.hpp"

namespace asterism::sky {

namespace {

// "Fitted": together with `natural_by_meters`, by the least mean of |model - measured| in
// magnitudes at the places of sky_brightness_sites.csv whose half is "calibration".

/// mcd/m² for one person of Europe at one kilometre: fitted. Three times as much, in the United
/// States, is 0.0084 of the natural sky; Walker found 0.01 there (45 degrees towards the town).
constexpr double light_per_head = 4.8e-4;
/// Light per head in the United States, as a multiple of Europe's: Falchi et al. 2019 (Journal of
/// Environmental Management 248, 109227), as the author sums it up in TheScienceBreaker of 2020.
constexpr double united_states_light = 3;
/// How high the air is that sends light down to somebody below it: fitted.
constexpr double scattering_height_km = 4;
/// How dense people are thought to live within a town, which is a disc: fitted, and of little
/// influence between 500 and 4,000.
constexpr double people_per_square_km = 1000;
/// Light from farther away is left out; it fades out before, so that no step is seen.
constexpr double farthest_km = 200;

// Two of three places of the half "calibration" lie within: those of Europe and the United States,
// and those elsewhere.
constexpr double uncertainty_mag = 0.3;
constexpr double uncertainty_elsewhere_mag = 0.85;

constexpr double height_squared = scattering_height_km * scattering_height_km;

/// Walker's law, d^-2.5, of a distance's square.
double by_distance(double squared) { return 1 / (squared * std::sqrt(std::sqrt(squared))); }

/// What to add to the square of the distance so that a disc of that size is as bright in its middle
/// as if its people were spread over it evenly, each with light by the law above. The integral over
/// the disc is 4 / R² (h^-0.5 - (R² + h²)^-0.25).
double softening(double radius_squared) {
    const double middle = 4 / radius_squared *
                          (1 / std::sqrt(scattering_height_km) -
                           1 / std::sqrt(std::sqrt(radius_squared + height_squared)));
    return std::pow(middle, -0.8);
}

double shine(double distance_squared, double people) {
    const double radius_squared = people / (std::numbers::pi * people_per_square_km);
    // Of a small disc, or from afar, the first term of the series is as good: within 1 %.
    const bool small =
        radius_squared < height_squared / 4 || distance_squared > 64 * radius_squared;
    const double soft = small ? height_squared + radius_squared / 2 : softening(radius_squared);
    const double left = 1 - distance_squared / (farthest_km * farthest_km);
    return people * by_distance(distance_squared + soft) * left * left;
}

}  // namespace

CityGlow city_glow(Place at) {
    const Vector from_km = sphere_km(at);
    if (!std::isfinite(dot(from_km, from_km))) return {std::nan(""), std::nan("")};
    const TownsTable table = towns_table();
    std::array<double, 3> shines{};  // by LampRegion
    table.visit_cells(from_km, farthest_km, [&](const TownCell& cell) {
        const Vector to_centre = cell.centre_km - from_km;
        for (std::size_t number = cell.first; number < cell.last; ++number) {
            const StoredTown town = table.town(number);
            const Vector apart = to_centre + town.from_centre_km();
            const double distance_squared = dot(apart, apart);
            if (distance_squared >= farthest_km * farthest_km) continue;
            shines[std::size_t(town.region())] += shine(distance_squared, town.people());
        }
    });
    const double known = shines[std::size_t(LampRegion::united_states)] * united_states_light +
                         shines[std::size_t(LampRegion::europe)];
    const double unknown = shines[std::size_t(LampRegion::elsewhere)];
    const double share = unknown > 0 ? unknown / (known + unknown) : 0;
    return {light_per_head * (known + unknown),
            uncertainty_mag + share * (uncertainty_elsewhere_mag - uncertainty_mag)};
}

void city_glow(std::span<const Place> at, std::span<CityGlow> glows) {
    const auto count = std::min(at.size(), glows.size());
    for (std::size_t index = 0; index < count; ++index) glows[index] = city_glow(at[index]);
}

double town_glow_mcd_per_m2(double people, double distance_km) {
    const double squared = distance_km * distance_km;
    if (!(people > 0 && people < 1e10 && squared < farthest_km * farthest_km)) return 0;
    return light_per_head * shine(squared, people);
}

}  // namespace asterism::sky
