#include "libcore/sky/moonlight.hpp"

#include <algorithm>
#include <cmath>

namespace asterism::sky {

namespace {

constexpr double moon_radius_degrees = 0.26;
constexpr double aureole_to_degrees = 10;

double ten_to(double exponent) { return std::exp(std::numbers::ln10 * exponent); }

double sine(Degrees angle) { return std::sin(radians(angle).value); }

double cosine(Degrees angle) { return std::cos(radians(angle).value); }

/// Equation 20: the Moon's light outside the atmosphere, in the unit that makes `scattered` give
/// nanolamberts.
double illuminance(Degrees phase_angle, double distance_km) {
    const double a = std::abs(phase_angle.value);
    const double near = mean_moon_distance_km / distance_km;
    return ten_to(-0.4 * (3.84 + 0.026 * a + 4e-9 * a * a * a * a)) * near * near;
}

/// Equations 18 to 21: by molecules, and by dust and droplets.
double scattered(Degrees separation) {
    const double c = cosine(separation);
    const double rho = std::max(separation.value, moon_radius_degrees);
    const double molecules = 229086.76527677747 * (1.06 + c * c);  // 10^5.36
    const double aerosol = rho < aureole_to_degrees ? 6.2e7 / (rho * rho) : ten_to(6.15 - rho / 40);
    return molecules + aerosol;
}

}  // namespace

double air_mass(Degrees altitude) {
    const double c = altitude.value > 0 ? cosine(altitude) : 1;
    return 1 / std::sqrt(1 - 0.96 * c * c);
}

Degrees separation(Degrees azimuth_a, Degrees altitude_a, Degrees azimuth_b, Degrees altitude_b) {
    // The haversine keeps its figures where the cosine loses them, near the Moon.
    const double up = sine({(altitude_a.value - altitude_b.value) / 2});
    const double along = sine({(azimuth_a.value - azimuth_b.value) / 2});
    const double h = up * up + cosine(altitude_a) * cosine(altitude_b) * along * along;
    return degrees(Radians{2 * std::asin(std::sqrt(std::min(h, 1.0)))});
}

double moonlight_nanolamberts(const MoonlightInputs& in) {
    if (!(in.moon_altitude.value > 0)) return 0;
    const double k = -0.4 * in.extinction_magnitudes;
    return scattered(in.separation) * illuminance(in.phase_angle, in.moon_distance_km) *
           ten_to(k * air_mass(in.moon_altitude)) * (1 - ten_to(k * air_mass(in.target_altitude)));
}

double moonlight_mcd_per_m2(const MoonlightInputs& inputs) {
    return mcd_per_m2_per_nanolambert * moonlight_nanolamberts(inputs);
}

}  // namespace asterism::sky
