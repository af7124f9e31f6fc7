#pragma once

#include "libcore/sky/angles.hpp"

namespace asterism::sky {

/// The air at the observer. These are the values that the tables of refraction are made for.
struct Air {
    double pressure_hpa = 1010;
    double temperature_celsius = 10;
};

/// How far the air lifts a body that would stand at the altitude without it: Saemundsson (1986),
/// R = 1.02' cot(h + 10.3/(h + 5.11)), times P/1010 and 283/(273 + T) as Meeus, Astronomical
/// Algorithms, chapter 16. Below -1 degree the value there is held, as JPL Horizons does; from
/// -1 degree up this is within 0.01' of Horizons. Never negative, 0 at the zenith.
Degrees refraction(Degrees airless_altitude, const Air& air = {});

/// By how much the horizon itself is lifted: the 34' of the almanacs at 1010 hPa and 10 degrees,
/// scaled as above for other air.
Degrees horizon_refraction(const Air& air = {});

}  // namespace asterism::sky
