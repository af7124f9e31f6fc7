#pragma once

#include "libcore/sky/angles.hpp"
#include "libcore/sky/time_scales.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

/// The unit vector to a right ascension and declination.
Vector direction(Degrees right_ascension, Degrees declination);

/// A vector on the axes of the mean equator and equinox J2000.0, turned to the celestial
/// intermediate axes of the moment, which `ephemeris.hpp` uses.
///
/// Precession as IAU 2006, of the nutation IAU 2000A the terms above 0.05": within 0.3" for 1900
/// to 2100. The frame bias (0.02") is neglected.
Vector of_date(Vector j2000, TerrestrialTime at);

/// Where a star without parallax or proper motion appears from the Earth's centre: `of_date` with
/// annual aberration. A unit vector; within 1" for 1900 to 2100.
Vector apparent_star(Vector j2000, TerrestrialTime at);

}  // namespace asterism::sky
