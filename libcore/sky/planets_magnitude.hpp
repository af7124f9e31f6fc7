#pragma once

#include "libcore/sky/planets.hpp"

namespace asterism::sky {

/// What a planet's brightness depends on.
struct Lighting {
    double distance_km;      ///< to the Earth
    double sun_distance_km;  ///< to the Sun
    Degrees phase_angle;
    double earth_tilt_sine = 0;  ///< Saturn: of the Earth's latitude over the rings, north positive
    double sun_tilt_sine = 0;    ///< likewise the Sun's
};

/// Visual magnitude after Mallama and Hilton (2018), equations 2 to 4, 6, 8 and 10. Their small
/// terms for the side of Mars that is seen and its season (together at most 0.1) are left out.
double magnitude_of(Planet planet, const Lighting& lighting);

}  // namespace asterism::sky
