#pragma once

#include "libcore/sky/angles.hpp"

namespace asterism::sky {

/// A place on the Earth: geodetic (WGS84), longitude positive to the east.
struct Place {
    Degrees latitude;             ///< -90 to 90
    Degrees longitude;            ///< any turn; -180 and 180 are the same meridian
    double elevation_metres = 0;  ///< above the ellipsoid and above the horizon seen
};

}  // namespace asterism::sky
