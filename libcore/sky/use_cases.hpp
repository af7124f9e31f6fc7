#pragma once

#include <chrono>

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/sky/types.hpp"

namespace asterism::sky {

/// How far the end of a calendar may be from its start, as Starview has it: one more day is shown.
inline constexpr std::chrono::days longest_calendar{31};
inline constexpr std::chrono::days longest_key_dates{90};

Result<MoonView> moon_at(Now now, const MoonAt& input);

Result<MoonCalendar> moon_calendar(Now now, const MoonCalendarRange& input);

inline constexpr UseCases use_cases{
    use_case<&moon_at>("moon_at", "The Moon's phase at a moment, and when the next ones are."),
    use_case<&moon_calendar>("moon_calendar",
                             "The Moon day by day, and the dates of its quarters."),
};

}  // namespace asterism::sky
