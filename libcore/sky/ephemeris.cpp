#include "libcore/sky/ephemeris.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "libcore/sky/moon_position.hpp"
#include "libcore/sky/sun.hpp"

namespace asterism::sky {

namespace {

constexpr double km_per_au = 149597870.7;

/// From the mean ecliptic of date to the intermediate axes, nutation left out.
Vector intermediate(TerrestrialTime at, Radians longitude, Radians latitude, double distance) {
    const double t = at.centuries();
    const double obliquity = (84381.406 - 46.836769 * t) * radians_per_arcsecond;
    const double precession = (4612.156534 * t + 1.3915817 * t * t) * radians_per_arcsecond;
    const double cb = std::cos(latitude.value);
    const Vector e{cb * std::cos(longitude.value), cb * std::sin(longitude.value),
                   std::sin(latitude.value)};
    const double c = std::cos(obliquity);
    const double s = std::sin(obliquity);
    const Vector q{e.x, c * e.y - s * e.z, s * e.y + c * e.z};
    const double cp = std::cos(precession);
    const double sp = std::sin(precession);
    return distance * Vector{cp * q.x + sp * q.y, cp * q.y - sp * q.x, q.z};
}

}  // namespace

bool is_covered(TerrestrialTime at) { return at.days >= -36525 && at.days < 36890; }

Grade grade_of(TerrestrialTime) { return Grade::coarse; }

Vector apparent_moon(TerrestrialTime at) {
    const MoonPosition moon = moon_position(at);
    return intermediate(at, moon.longitude, moon.latitude, moon.distance_km);
}

Vector apparent_sun(TerrestrialTime at) {
    const SunPosition sun = sun_position(at);
    return intermediate(at, sun.longitude, {0}, sun.distance_au * km_per_au);
}

void apparent_moon(std::span<const TerrestrialTime> at, std::span<Vector> vectors) {
    for (std::size_t n = 0; n < std::min(at.size(), vectors.size()); ++n) {
        vectors[n] = apparent_moon(at[n]);
    }
}

void apparent_sun(std::span<const TerrestrialTime> at, std::span<Vector> vectors) {
    for (std::size_t n = 0; n < std::min(at.size(), vectors.size()); ++n) {
        vectors[n] = apparent_sun(at[n]);
    }
}

Motion moon_motion(TerrestrialTime at) {
    return {apparent_moon(at),
            50 * (apparent_moon({at.days + 0.01}) - apparent_moon({at.days - 0.01}))};
}

Motion sun_motion(TerrestrialTime at) {
    return {apparent_sun(at),
            50 * (apparent_sun({at.days + 0.01}) - apparent_sun({at.days - 0.01}))};
}

double moon_distance_km(TerrestrialTime at) { return moon_position(at).distance_km; }

double sun_distance_km(TerrestrialTime at) { return sun_position(at).distance_au * km_per_au; }

}  // namespace asterism::sky
