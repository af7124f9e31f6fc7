#include "libcore/sky/twilight_glow.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace asterism::sky {

namespace {

constexpr double sun_minus_zero_point = -26.74 + 11.05;  // magnitudes in V of the Sun and of 1 erg
constexpr double erg_per_nanolambert = 1.11e-15;
constexpr double end_depression = 18;
constexpr double sun_radius_degrees = 0.27;
constexpr double least_extinction = 0.05;  // air alone has 0.1; below, the horizon's term runs away
constexpr double air_mass_to_hidden_sun = 40;

double ten_to(double exponent) { return std::exp(std::numbers::ln10 * exponent); }

/// The air that sunlight crosses: Rozenberg's formula, as Schaefer has it.
double sunlight_air_mass(Degrees sun_altitude) {
    if (!(sun_altitude.value >= 0)) return air_mass_to_hidden_sun;
    const double s = std::sin(radians(sun_altitude).value);
    return 1 / (s + 0.025 * std::exp(-11 * s));
}

/// Before the factor of the air on the line of sight, which daylight shares.
double twilight(double sun_altitude, double zenith_distance, double separation, double k) {
    const double bent = zenith_distance / (360 * k);
    const double at_sun = ten_to(-0.4 * (sun_minus_zero_point + 32.5 - sun_altitude - bent));
    const double at_end = ten_to(-0.4 * (sun_minus_zero_point + 32.5 + end_depression - bent));
    return (at_sun - at_end) * 100 / separation;
}

double daylight(Degrees sun_altitude, double separation, double k) {
    const double c = std::cos(radians(Degrees{separation}).value);
    const double through = ten_to(-0.4 * k * sunlight_air_mass(sun_altitude));
    const double once = 6.2e7 / (separation * separation) + ten_to(6.15 - separation / 40) +
                        ten_to(5.36) * (1.06 + c * c);
    return ten_to(-0.4 * (sun_minus_zero_point + 43.27)) *
           (once * through + 440000.0 * (1 - through));
}

}  // namespace

double twilight_mcd_per_m2(const TwilightInputs& in) {
    if (!(in.sun_altitude.value > -end_depression)) return 0;
    const double k = std::max(in.extinction_magnitudes, least_extinction);
    const double separation = std::max(in.separation.value, sun_radius_degrees);
    const double zenith_distance = 90 - std::max(in.target_altitude.value, 0.0);
    const double erg = std::min(twilight(in.sun_altitude.value, zenith_distance, separation, k),
                                daylight(in.sun_altitude, separation, k));
    const double air = 1 - ten_to(-0.4 * k * air_mass(in.target_altitude));
    return erg * air / erg_per_nanolambert * mcd_per_m2_per_nanolambert;
}

}  // namespace asterism::sky
