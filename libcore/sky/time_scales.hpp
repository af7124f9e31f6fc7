#pragma once

#include <chrono>
#include <cstdint>
#include <span>

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

/// What is observed or announced rather than computed. Those built in hold what was known when they
/// were made; whoever knows more makes tables of their own and hands them to the functions below.
struct TimeTables {
    /// The days from whose start TAI - UTC is a second more. The first is 1972-01-01, which opens
    /// UTC with 10 s; before it the civil clock is taken to be UT1.
    std::span<const std::chrono::sys_days> leaps;

    /// TT - UT1 in ten thousandths of a second, at equal steps from `first` on; straight lines join
    /// them. Before the first: the first. After the last: UT1 is taken to be UTC.
    std::span<const std::int32_t> tt_minus_ut1;
    std::chrono::sys_days first;
    std::chrono::days step;
};

const TimeTables& built_in_times();

/// How far TT is ahead of the civil clock. Exact from 1972 to the last known leap second, held
/// after it; before 1972 the civil clock is taken to be UT1.
Seconds tt_minus_utc(Instant at, const TimeTables& tables = built_in_times());

/// How far UT1 is ahead of the civil clock; never as much as a second.
Seconds ut1_minus_utc(Instant at, const TimeTables& tables = built_in_times());

TerrestrialTime terrestrial(Instant at, const TimeTables& tables = built_in_times());
UniversalTime universal(Instant at, const TimeTables& tables = built_in_times());

/// One an instant; the shorter of the two spans says how many.
void terrestrial(std::span<const Instant> at, std::span<TerrestrialTime> times,
                 const TimeTables& tables = built_in_times());
void universal(std::span<const Instant> at, std::span<UniversalTime> times,
               const TimeTables& tables = built_in_times());

/// The inverse of `terrestrial`, to the microsecond or so that a double can hold.
Instant civil(TerrestrialTime at, const TimeTables& tables = built_in_times());

/// How far the Earth has turned from the celestial intermediate origin: the IAU 2000 earth
/// rotation angle, 0 up to a full turn.
Radians earth_rotation_angle(UniversalTime at);

}  // namespace asterism::sky
