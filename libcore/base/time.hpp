#pragma once

#include <chrono>

namespace asterism {

/// A moment in UTC. Leap seconds are not counted, as in POSIX time.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// A calendar day of the proleptic Gregorian calendar, in UTC unless the field says otherwise.
using Date = std::chrono::year_month_day;

/// The one time of a run, read by the shell before it starts. The core never asks a clock.
struct Now {
    Instant at;
};

}  // namespace asterism
