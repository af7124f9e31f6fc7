#pragma once

#include "libcore/sky/angles.hpp"
#include "libcore/sky/path.hpp"
#include "libcore/sky/time_scales.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

/// The unit vector to a right ascension and declination.
Vector direction(Degrees right_ascension, Degrees declination);

/// The turn from the axes of the mean equator and equinox J2000.0 to the celestial intermediate
/// axes of a moment, which `ephemeris.hpp` uses: make it once, apply it to many.
///
/// Precession as IAU 2006 and the largest terms of the nutation IAU 2000A (IERS Conventions 2010,
/// section 5.5.4): within 0.15" for 1900 to 2100. The frame bias (0.02") is neglected.
class FrameOfDate {
public:
    explicit FrameOfDate(TerrestrialTime at);

    Vector operator()(Vector j2000) const {
        return {dot(x_, j2000), dot(y_, j2000), dot(z_, j2000)};
    }

    /// The inverse.
    Vector back(Vector of_date) const { return of_date.x * x_ + of_date.y * y_ + of_date.z * z_; }

private:
    Vector x_;
    Vector y_;
    Vector z_;
};

/// Where a star without parallax or proper motion appears from the Earth's centre: on the celestial
/// intermediate axes, annual aberration of a circular orbit included; `far_km` long, so that it
/// serves as a `Path`. Within 1" for 1900 to 2100.
Vector apparent_star(Vector j2000, TerrestrialTime at);

}  // namespace asterism::sky
