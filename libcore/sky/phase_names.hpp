#pragma once

#include <chrono>

#include "libcore/base/time.hpp"
#include "libcore/sky/moon_calendar_types.hpp"

namespace asterism::sky {

/// The name by how much of the disc is lit, as Starview gives it: each of the four quarters lasts
/// for days, not for an instant. The percentage is compared unrounded.
PhaseName phase_name(double illumination_percent, bool waxing);

/// Whether the Moon leaves the sky dark enough, as Starview has it.
bool good_for_stargazing(double illumination_percent);

/// The moment that stands for a day of the calendar: now within a day of today, else noon.
Instant moment_of(Date day, Now now);

/// The Moon as the calendar shows it. It wanes if no more of it is lit 24 hours later.
MoonSight moon_sight(Instant at);

}  // namespace asterism::sky
