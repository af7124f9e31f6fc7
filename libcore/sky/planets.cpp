#include "libcore/sky/planets.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/fixed_stars.hpp"
#include "libcore/sky/planets_magnitude.hpp"
#include "libcore/sky/planets_orbit.hpp"
#include "libcore/sky/planets_table.hpp"

namespace asterism::sky {

namespace {

constexpr double light_km_per_day = 299792.458 * 86400;

/// Equator's radii in the order of `Planet`: IAU Working Group on Cartographic Coordinates and
/// Rotational Elements 2015 (Archinal and others 2018), table 4.
constexpr std::array radius_km{2440.53, 6051.8, 3396.19, 71492.0, 60268.0};

/// The Sun as it was seen from where the Earth is at a moment. `apparent_sun` holds the place that
/// the Earth had when the light left the Sun, so this is the vector of one light time later.
Vector true_sun(TerrestrialTime at, double sun_light_days) {
    return apparent_sun({at.days + sun_light_days});
}

/// A planet where its light left it.
struct Sight {
    Vector from_sun;    ///< kilometres, axes of the moment
    Vector from_earth;  ///< likewise, without aberration
    Vector apparent;    ///< with aberration
    Vector sun;         ///< apparent
    FrameOfDate frame;
};

/// A planet's way in the hours before a moment.
class Course {
public:
    Course(Planet planet, TerrestrialTime at) : planet_(planet), at_(at) {
        if (grade_of(at) == Grade::coarse) orbit_.emplace(planet, at);
    }

    /// From the Sun's centre, axes of J2000.0.
    Vector position_km(double days_before) const {
        if (orbit_) return orbit_->position_km(days_before);
        return tabled_planet(planet_, {at_.days - days_before});
    }

private:
    Planet planet_;
    TerrestrialTime at_;
    std::optional<Orbit> orbit_;
};

Sight sight(Planet planet, TerrestrialTime at) {
    const FrameOfDate frame{at};
    const Course course{planet, at};
    const Vector sun = apparent_sun(at);
    const double sun_light_days = length(sun) / light_km_per_day;
    const Vector earth_to_sun = true_sun(at, sun_light_days);
    const double light_days =
        length(frame(course.position_km(0)) + earth_to_sun) / light_km_per_day;
    const Vector from_sun = frame(course.position_km(light_days));
    // Light time and aberration together are the Earth's and the planet's places of one and the
    // same moment, that at which the light left the planet (Stumpff 1979).
    const Vector then = true_sun({at.days - light_days}, sun_light_days);
    return {from_sun, from_sun + earth_to_sun, from_sun + then, sun, frame};
}

double cosine_between(Vector a, Vector b) {
    return std::clamp(dot(a, b) / (length(a) * length(b)), -1.0, 1.0);
}

Degrees angle_between(Vector a, Vector b) {
    return degrees({std::atan2(length(cross(a, b)), dot(a, b))});
}

/// Sines of the latitudes on Saturn, north positive, that see the Earth and the Sun overhead.
struct RingTilts {
    double earth;
    double sun;
};

RingTilts ring_tilts(const Sight& seen) {
    // The IAU's pole of 2015 at J2000.0; it moves 0.04 degrees a century.
    const Vector pole = seen.frame(direction({40.589}, {83.537}));
    return {-dot(pole, seen.from_earth) / length(seen.from_earth),
            -dot(pole, seen.from_sun) / length(seen.from_sun)};
}

}  // namespace

Vector apparent_planet(Planet planet, TerrestrialTime at) { return sight(planet, at).apparent; }

void apparent_planet(Planet planet, std::span<const TerrestrialTime> at,
                     std::span<Vector> vectors) {
    const std::size_t count = std::min(at.size(), vectors.size());
    for (std::size_t n = 0; n < count; ++n) vectors[n] = apparent_planet(planet, at[n]);
}

PlanetLook planet_look(Planet planet, TerrestrialTime at) {
    const Sight seen = sight(planet, at);
    const double distance_km = length(seen.from_earth);
    const double sun_distance_km = length(seen.from_sun);
    const Vector ecliptic_pole = seen.frame({0, -0.3977771559319137, 0.9174820620691818});
    const Degrees phase = angle_between(seen.from_sun, seen.from_earth);
    const RingTilts tilts = planet == Planet::saturn ? ring_tilts(seen) : RingTilts{0, 0};
    const double radius = radius_km[static_cast<std::size_t>(planet)];
    return {.distance_km = distance_km,
            .sun_distance_km = sun_distance_km,
            .elongation = angle_between(seen.sun, seen.apparent),
            .evening = dot(cross(seen.sun, seen.apparent), ecliptic_pole) > 0,
            .phase_angle = phase,
            .illuminated_fraction = (1 + cosine_between(seen.from_sun, seen.from_earth)) / 2,
            .diameter = degrees({2 * std::asin(std::min(1.0, radius / distance_km))}),
            .ring_tilt = degrees({std::asin(tilts.earth)}),
            .magnitude = magnitude_of(planet, {.distance_km = distance_km,
                                               .sun_distance_km = sun_distance_km,
                                               .phase_angle = phase,
                                               .earth_tilt_sine = tilts.earth,
                                               .sun_tilt_sine = tilts.sun})};
}

void planet_look(Planet planet, std::span<const TerrestrialTime> at, std::span<PlanetLook> looks) {
    const std::size_t count = std::min(at.size(), looks.size());
    for (std::size_t n = 0; n < count; ++n) looks[n] = planet_look(planet, at[n]);
}

}  // namespace asterism::sky
