#pragma once

#include <cmath>

namespace asterism::sky {

// The scales of the night sky's brightness. Luminances are in the V band, in thousandths of a
// candela per square metre (mcd/m²); magnitudes are per square arcsecond, as Sky Quality Meters
// give them, and grow as the sky gets darker. Luminances add up, magnitudes do not.

/// The luminance of magnitude 0: m = -2.5 log10(L / 10.8e4 cd/m²), Unihedron's conversion.
inline constexpr double zero_point_mcd_per_m2 = 1.08e8;

/// The zenith of a clear moonless night without any lamps: magnitude 22.00, the convention of
/// Falchi et al. 2016 (Science Advances 2, e1600377), on the zero point above.
inline constexpr double natural_mcd_per_m2 = 0.171168465;

/// Of a whole sky's luminance, in mag/arcsec². Infinite for none, not a number below zero.
inline double magnitude_of_luminance(double mcd_per_m2) {
    return -2.5 * std::log10(mcd_per_m2 / zero_point_mcd_per_m2);
}

/// The inverse, in mcd/m².
inline double luminance_of_magnitude(double mag_per_arcsec2) {
    return zero_point_mcd_per_m2 * std::pow(10, -0.4 * mag_per_arcsec2);
}

/// How many times the natural sky's light the lamps add.
constexpr double glow_ratio(double artificial_mcd_per_m2, double natural = natural_mcd_per_m2) {
    return artificial_mcd_per_m2 / natural;
}

/// The faintest star that a good eye sees under a sky of so many mag/arcsec²: 6.6 at 22, 4.0 at 18.
/// Unihedron's formula, 7.93 - 5 log10(10^(4.316 - m / 5) + 1).
inline double naked_eye_limit_mag(double sky_mag_per_arcsec2) {
    return 7.93 - 5 * std::log10(std::pow(10, 4.316 - sky_mag_per_arcsec2 / 5) + 1);
}

/// By what factor artificial light has grown between two years at so much a year: 0.025 is
/// 2.5 %. Satellites see some 2 % a year, counts of stars 7 to 10 % (Kyba et al. 2023, Science 379,
/// 265), so this is the asker's choice; nothing here applies it unasked.
inline double glow_growth(double yearly, int from_year, int to_year) {
    return std::pow(1 + yearly, to_year - from_year);
}

}  // namespace asterism::sky
