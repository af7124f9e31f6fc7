#pragma once

#include <cstdint>
#include <span>

#include "libcore/sky/time_scales.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

/// How well the positions of a moment are known.
enum class Grade : std::uint8_t {
    fine,   ///< from JPL's DE405: 0.02" for the Moon, 0.005" for the Sun, against DE431
    coarse  ///< from analytical series: 0.5" for the Moon, 0.05" for the Sun
};

/// Whether the tables hold the moment: the years 1900 to 2100 and some weeks around them.
bool is_covered(TerrestrialTime at);

/// Fine from 1960 to 2059. At both joins the Moon steps by as much as the coarse grade says.
Grade grade_of(TerrestrialTime at);

/// Where the body appears from the Earth's centre, in kilometres on the axes of the celestial
/// intermediate reference system: z to the celestial pole of date, x to the intermediate origin.
/// Light time and annual aberration are included and the vector is not normalised, so that an
/// observer's place can be subtracted from it; its length differs from the distance by up to one
/// part in ten thousand. Outside the tables: the nearest moment's.
Vector apparent_moon(TerrestrialTime at);
Vector apparent_sun(TerrestrialTime at);

/// One vector a moment; the shorter of the two spans says how many.
void apparent_moon(std::span<const TerrestrialTime> at, std::span<Vector> vectors);
void apparent_sun(std::span<const TerrestrialTime> at, std::span<Vector> vectors);

/// Such a vector and its change in a day.
struct Motion {
    Vector position;
    Vector per_day;
};

Motion moon_motion(TerrestrialTime at);
Motion sun_motion(TerrestrialTime at);

/// From the Earth's centre to the body's, when the light left it.
double moon_distance_km(TerrestrialTime at);
double sun_distance_km(TerrestrialTime at);
void moon_distance_km(std::span<const TerrestrialTime> at, std::span<double> distances);
void sun_distance_km(std::span<const TerrestrialTime> at, std::span<double> distances);

}  // namespace asterism::sky
