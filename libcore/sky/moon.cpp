#include "libcore/sky/moon.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "libcore/sky/each.hpp"
#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

namespace {

/// From the Moon to the Sun and to the Earth, both as they appear: their aberration is that of the
/// Moon's own motion too, which goes along with the Earth's to a part in thirty.
struct Sides {
    Vector sun;
    Vector earth;
};

Sides seen_from_moon(TerrestrialTime at) {
    const Vector moon = apparent_moon(at);
    return {apparent_sun(at) - moon, -1.0 * moon};
}

double lit(double cosine) { return (1 + cosine) / 2; }

}  // namespace

MoonGeometry moon_geometry(TerrestrialTime at) {
    const auto [sun, earth] = seen_from_moon(at);
    const Vector normal = cross(sun, earth);
    const double sine = length(normal);  // these two times both lengths
    const double cosine = dot(sun, earth);
    const double phase = std::atan2(sine, cosine);
    const Vector sun_from_earth = sun - earth;
    // What the angles leave to half a turn is seen at the Sun and never above 0.16 degrees.
    const double third = sine / std::sqrt(dot(sun, sun) * dot(sun_from_earth, sun_from_earth));
    const double elongation = std::numbers::pi - phase - third * (1 + third * third / 6);
    return {lit(cosine / std::sqrt(dot(sun, sun) * dot(earth, earth))), degrees(Radians{phase}),
            degrees(Radians{elongation}), quarter_of(previous_quarter(at)) < Quarter::full_moon};
}

MoonGeometry moon_geometry(Instant at) { return moon_geometry(terrestrial(at)); }

double illuminated_fraction(TerrestrialTime at) {
    const auto [sun, earth] = seen_from_moon(at);
    return lit(dot(sun, earth) / std::sqrt(dot(sun, sun) * dot(earth, earth)));
}

void moon_geometry(std::span<const TerrestrialTime> at, std::span<MoonGeometry> geometries) {
    answer_each(at, geometries, [](TerrestrialTime one) { return moon_geometry(one); });
}

void illuminated_fraction(std::span<const TerrestrialTime> at, std::span<double> fractions) {
    answer_each(at, fractions, [](TerrestrialTime one) { return illuminated_fraction(one); });
}

Degrees moon_diameter(double distance_km) {
    constexpr double radius_km = 1737.4;
    return degrees(Radians{2 * std::asin(std::min(1.0, radius_km / distance_km))});
}

Days moon_age(TerrestrialTime at) { return Days{at.days - previous_new_moon(at).days}; }

}  // namespace asterism::sky
