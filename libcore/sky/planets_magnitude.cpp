#include "libcore/sky/planets_magnitude.hpp"

#include <algorithm>
#include <cmath>

namespace asterism::sky {

namespace {

constexpr double km_per_au = 149597870.7;

/// All brightness polynomials are of the phase angle in degrees, one unit from Sun and Earth.

double mercury(double phase) {
    const double a = std::clamp(phase, 2.1, 169.5);
    return -0.613 +
           a * (6.3280e-2 +
                a * (-1.6336e-3 +
                     a * (3.3644e-5 + a * (-3.4265e-7 + a * (1.6893e-9 - a * 3.0334e-12)))));
}

double venus(double phase) {
    const double a = std::min(phase, 179.0);
    if (a > 163.7) return 236.05828 + a * (-2.81914 + a * 8.39034e-3);
    return -4.384 + a * (-1.044e-3 + a * (3.687e-4 + a * (-2.814e-6 + a * 8.938e-9)));
}

double mars(double phase) {
    const double a = std::min(phase, 50.0);
    return -1.601 + a * (2.267e-2 - a * 1.302e-4);
}

double jupiter(double phase) {
    const double a = std::min(phase, 12.0);
    return -9.395 + a * (-3.7e-4 + a * 6.16e-4);
}

/// The rings are lit and seen from the same side, or they are dark.
double saturn(double phase, double earth_tilt_sine, double sun_tilt_sine) {
    const double a = std::min(phase, 6.5);
    const double ring = std::sqrt(std::max(0.0, earth_tilt_sine * sun_tilt_sine));
    return -8.914 - 1.825 * ring + 0.026 * a - 0.378 * ring * std::exp(-2.25 * a);
}

double at_unit_distances(Planet planet, const Lighting& lighting) {
    const double phase = lighting.phase_angle.value;
    switch (planet) {
        case Planet::mercury: return mercury(phase);
        case Planet::venus: return venus(phase);
        case Planet::mars: return mars(phase);
        case Planet::jupiter: return jupiter(phase);
        case Planet::saturn: break;
    }
    return saturn(phase, lighting.earth_tilt_sine, lighting.sun_tilt_sine);
}

}  // namespace

double magnitude_of(Planet planet, const Lighting& lighting) {
    const double product =
        (lighting.distance_km / km_per_au) * (lighting.sun_distance_km / km_per_au);
    return at_unit_distances(planet, lighting) + 5 * std::log10(product);
}

}  // namespace asterism::sky
