#include "libcore/sky/ephemeris.hpp"

#include <cstdint>

#include "libcore/sky/each.hpp"
#include "libcore/sky/tables/segments.hpp"
#include "libcore/sky/tables/tables.hpp"

namespace asterism::sky {

namespace {

constexpr double fine_from = -14610.5;  // 1960-01-01, TT
constexpr double fine_until = 21917.5;  // 2060-01-04
constexpr double covered_from = -36546.5;
constexpr double light_km_per_day = 299792.458 * 86400;

// By value: all but the place of the coefficients are constants to the compiler.
Segments<11> moon() {
    static const std::int32_t* const coefficients = table(TableFile::moon).data();
    return {{covered_from}, 8, 9184, 0x1p-12, coefficients};
}

Segments<9> sun() {
    static const std::int32_t* const coefficients = table(TableFile::sun).data();
    return {{covered_from}, 16, 4592, 0x1p-3, coefficients};
}

/// Takes out of an apparent vector what aberration did to its length: it is the true one and the
/// way of the observer while the light came.
double length_when_sent(Vector apparent, Vector speed_km_per_day) {
    double distance = length(apparent);
    for (int step = 0; step < 2; ++step) {
        distance = length(apparent - distance / light_km_per_day * speed_km_per_day);
    }
    return distance;
}

/// Of the Earth, from how the Sun appears to move: the Sun's own 13 m/s are left out, which is 17 m
/// of the Moon's distance.
Vector earth_speed(Vector sun_per_day) { return -1.0 * sun_per_day; }

}  // namespace

bool is_covered(TerrestrialTime at) {
    return at.days >= covered_from && at.days < moon().end_days();
}

Grade grade_of(TerrestrialTime at) {
    return at.days >= fine_from && at.days < fine_until ? Grade::fine : Grade::coarse;
}

Vector apparent_moon(TerrestrialTime at) { return position(moon(), at); }

Vector apparent_sun(TerrestrialTime at) { return position(sun(), at); }

void apparent_moon(std::span<const TerrestrialTime> at, std::span<Vector> vectors) {
    answer_each(at, vectors, [](TerrestrialTime one) { return position(moon(), one); });
}

void apparent_sun(std::span<const TerrestrialTime> at, std::span<Vector> vectors) {
    answer_each(at, vectors, [](TerrestrialTime one) { return position(sun(), one); });
}

Motion moon_motion(TerrestrialTime at) {
    const auto [position, per_day] = motion(moon(), at);
    return {position, per_day};
}

Motion sun_motion(TerrestrialTime at) {
    const auto [position, per_day] = motion(sun(), at);
    return {position, per_day};
}

double moon_distance_km(TerrestrialTime at) {
    return length_when_sent(apparent_moon(at), earth_speed(sun_motion(at).per_day));
}

double sun_distance_km(TerrestrialTime at) {
    const Motion seen = sun_motion(at);
    return length_when_sent(seen.position, earth_speed(seen.per_day));
}

void moon_distance_km(std::span<const TerrestrialTime> at, std::span<double> distances) {
    answer_each(at, distances, [](TerrestrialTime one) { return moon_distance_km(one); });
}

void sun_distance_km(std::span<const TerrestrialTime> at, std::span<double> distances) {
    answer_each(at, distances, [](TerrestrialTime one) { return sun_distance_km(one); });
}

}  // namespace asterism::sky
