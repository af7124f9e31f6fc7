#pragma once

#include "libcore/sky/planets.hpp"

namespace asterism::sky {

/// The ellipse that a planet follows at a moment, ready to be walked for the hours that light
/// needs.
class Orbit {
public:
    Orbit(Planet planet, TerrestrialTime at);

    /// From the Sun's centre on the mean equator and equinox J2000.0, in kilometres, so long before
    /// the moment.
    Vector position_km(double days_before) const;

private:
    Vector along_;   ///< to the perihelion, one long axis
    Vector across_;  ///< in the plane a quarter ahead, one short axis
    double eccentricity_;
    double mean_anomaly_;
    double daily_motion_;
};

}  // namespace asterism::sky
