#pragma once

#include <chrono>

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/sky/body_types.hpp"
#include "libcore/sky/calendar_types.hpp"
#include "libcore/sky/moon_calendar_types.hpp"
#include "libcore/sky/skyglow_ports.hpp"
#include "libcore/sky/types.hpp"
#include "libcore/sky/zones.hpp"

namespace asterism::sky {

/// How far the end of a calendar may be from its start, as Starview has it: one more day is shown.
inline constexpr std::chrono::days longest_calendar{31};
inline constexpr std::chrono::days longest_key_dates{90};

/// With a place also where the body stands there. No ports: numbers in, numbers out.
Result<MoonView> moon_at(Now now, const MoonAt& input);
Result<SunView> sun_at(Now now, const SunAt& input);
Result<PlanetsView> planets_at(Now now, const PlanetsAt& input);

/// With a place also when the Moon rises and sets there, by its clocks, and how it is turned.
Result<MoonCalendar> moon_calendar(Now now, const Zones& zones, const MoonCalendarRange& input);

/// What there is to see depends on how dark the place is, so it is looked up.
Result<ShowersView> meteor_showers(Now now, const LightMap& map, const ShowersOf& input);

/// Throws what `zones` throws, as all use cases that take one.
Result<TimeZoneView> time_zone_at(Now now, const Zones& zones, const TimeZoneAt& input);

inline constexpr UseCases use_cases{
    use_case<&moon_at>("moon_at",
                       "The Moon at a moment: phase, quarters, distance, and where it stands."),
    use_case<&moon_calendar>("moon_calendar",
                             "The Moon day by day, and the dates of its quarters."),
    use_case<&sun_at>("sun_at", "The Sun at a moment, and where it stands."),
    use_case<&planets_at>("planets_at",
                          "The planets at a moment: how bright they are and where they stand."),
    use_case<&meteor_showers>("meteor_showers",
                              "A year's meteor showers, and what a place will see of them."),
    use_case<&time_zone_at>("time_zone_at", "The time zone of a place, and what its clock shows."),
};

}  // namespace asterism::sky
