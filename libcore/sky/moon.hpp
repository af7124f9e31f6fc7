#pragma once

#include <chrono>
#include <span>

#include "libcore/base/time.hpp"
#include "libcore/sky/angles.hpp"
#include "libcore/sky/quarters.hpp"
#include "libcore/sky/time_scales.hpp"

namespace asterism::sky {

/// Sun, Moon and Earth as seen from the Earth's centre.
struct MoonGeometry {
    double illuminated_fraction;
    Degrees phase_angle;  ///< Sun-Moon-Earth: 0 at full, 180 at new
    Degrees elongation;   ///< Sun-Earth-Moon: 0 at new, 180 at full
    bool waxing;          ///< from new moon until full moon, as `quarters.hpp` dates them
};

MoonGeometry moon_geometry(TerrestrialTime at);
MoonGeometry moon_geometry(Instant at);

/// The lit part of the disc alone, 0 to 1: cheaper, and the same number.
double illuminated_fraction(TerrestrialTime at);

/// One a moment; the shorter of the two spans says how many.
void moon_geometry(std::span<const TerrestrialTime> at, std::span<MoonGeometry> geometries);
void illuminated_fraction(std::span<const TerrestrialTime> at, std::span<double> fractions);

/// How wide the disc is from that distance: about half a degree. IAU mean radius of 1737.4 km.
Degrees moon_diameter(double distance_km);

using Days = std::chrono::duration<double, std::chrono::days::period>;

/// Time since the last new moon, which itself has age 0.
Days moon_age(TerrestrialTime at);

}  // namespace asterism::sky
