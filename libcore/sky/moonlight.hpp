#pragma once

#include <numbers>

#include "libcore/sky/angles.hpp"

namespace asterism::sky {

/// One nanolambert is 1e-5 / pi candelas per square metre.
inline constexpr double mcd_per_m2_per_nanolambert = 1e-2 / std::numbers::pi;

/// V-band extinction in magnitudes per air mass that is taken where the caller knows none better:
/// Mauna Kea's of Krisciunas & Schaefer (1991). A clear night near sea level has 0.25 to 0.3.
inline constexpr double default_extinction_magnitudes = 0.172;

inline constexpr double mean_moon_distance_km = 384400;

/// How much air a line of sight crosses, in units of that to the zenith, by the law for extended
/// light of Krisciunas & Schaefer (1991), equation 3: 1 at the zenith, 5 at the horizon. Below the
/// horizon: the horizon's.
double air_mass(Degrees altitude);

/// The angle between two directions of the sky, 0 to 180 degrees.
Degrees separation(Degrees azimuth_a, Degrees altitude_a, Degrees azimuth_b, Degrees altitude_b);

/// What decides how much moonlight a patch of sky scatters to the eye.
struct MoonlightInputs {
    Degrees phase_angle;      ///< Sun-Moon-Earth: 0 at full, 180 at new
    Degrees moon_altitude;    ///< at or below 0 there is no moonlight
    Degrees target_altitude;  ///< of the patch of sky
    Degrees separation;       ///< from the Moon to the patch
    double extinction_magnitudes = default_extinction_magnitudes;
    double moon_distance_km = mean_moon_distance_km;
};

/// The brightness of scattered moonlight in the V band, of Krisciunas & Schaefer (1991),
/// PASP 103, 1033, equations 3, 15 and 20 to 22, with equation 19 within 10 degrees of the Moon;
/// the Moon's light grows with the inverse square of its distance. The authors find 8 to 23 per
/// cent of error. Not in it: the surge within 7 degrees of full moon (up to 35 per cent more), and
/// what the Moon sends over the horizon before it rises. Closer to the Moon than its own radius
/// counts as at the limb.
double moonlight_nanolamberts(const MoonlightInputs& inputs);

double moonlight_mcd_per_m2(const MoonlightInputs& inputs);

}  // namespace asterism::sky
