#pragma once

#include "libcore/sky/angles.hpp"
#include "libcore/sky/time_scales.hpp"

namespace asterism::sky {

/// Where the Moon appears from the Earth's centre: mean equinox and ecliptic of date, light time
/// included, nutation not.
struct MoonPosition {
    Radians longitude;
    Radians latitude;
    double distance_km;
};

MoonPosition moon_position(TerrestrialTime at);

/// The longitude alone, at half the cost.
Radians moon_longitude(TerrestrialTime at);

/// The Moon's mean elongation from the Sun, counted on through every turn since the new moon of
/// January 2000.
Radians mean_elongation(TerrestrialTime at);

}  // namespace asterism::sky
