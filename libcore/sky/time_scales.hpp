#pragma once

#include <chrono>

#include "libcore/base/time.hpp"
#include "libcore/sky/angles.hpp"

namespace asterism::sky {

/// A moment on the uniform scale of the ephemerides: days of Terrestrial Time (TT) since J2000.0,
/// which is 2000-01-01T12:00 TT.
struct TerrestrialTime {
    double days = 0;

    constexpr double centuries() const { return days / 36525; }
};

/// A moment on the scale of the Earth's turning: days of Universal Time (UT1) since
/// 2000-01-01T12:00 UT1.
struct UniversalTime {
    double days = 0;
};

using Seconds = std::chrono::duration<double>;

/// How far TT is ahead of the civil clock. Exact from 1972 to the last known leap second, held
/// after it; before 1972 the civil clock is taken to be UT1.
Seconds tt_minus_utc(Instant at);

/// How far UT1 is ahead of the civil clock; never as much as a second.
Seconds ut1_minus_utc(Instant at);

TerrestrialTime terrestrial(Instant at);
UniversalTime universal(Instant at);

/// The inverse of `terrestrial`, to the microsecond or so that a double can hold.
Instant civil(TerrestrialTime at);

/// How far the Earth has turned from the celestial intermediate origin: the IAU 2000 earth
/// rotation angle, 0 up to a full turn.
Radians earth_rotation_angle(UniversalTime at);

}  // namespace asterism::sky
