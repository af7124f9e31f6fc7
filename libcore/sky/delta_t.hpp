#pragma once

#include <chrono>

#include "libcore/base/time.hpp"

namespace asterism::sky {

/// A moment on the uniform scale of the ephemerides: days of Terrestrial Time (TT) since J2000.0,
/// which is 2000-01-01T12:00 TT.
struct TerrestrialTime {
    double days = 0;

    constexpr double centuries() const { return days / 36525; }
};

using Seconds = std::chrono::duration<double>;

/// How far TT is ahead of the civil clock. Exact from 1972 to the last known leap second, held
/// after it; before 1972 the civil clock is taken to be UT1.
Seconds tt_minus_utc(Instant at);

TerrestrialTime terrestrial(Instant at);

/// The inverse of `terrestrial`, to the microsecond or so that a double can hold.
Instant civil(TerrestrialTime at);

}  // namespace asterism::sky
