#pragma once

#include "libcore/sky/angles.hpp"
#include "libcore/sky/time_scales.hpp"

namespace asterism::sky {

/// Where the Sun appears from the Earth's centre: mean equinox and ecliptic of date, light time
/// and aberration included, nutation not. Its latitude, never above 1.2", is taken as zero.
struct SunPosition {
    Radians longitude;
    double distance_au;
};

SunPosition sun_position(TerrestrialTime at);

}  // namespace asterism::sky
