#pragma once

#include "libcore/base/use_case.hpp"
#include "libcore/sky/directions.hpp"
#include "libcore/sky/weather_cases.hpp"
#include "libcore/sky/whereabouts.hpp"

namespace asterism {

/// Facts of the world that others know: services, asked with no transaction open, and proxies. Not
/// among the sky's own lists, since none of them can be told without a shell that asks around.
inline constexpr UseCases outside_cases{
    use_case<&sky::weather_at, &sky::plan_weather, &sky::ask_for_weather>(
        "weather_at", "Tells the weather of a place: as it was, will be, or mostly is."),
    use_case<&sky::directions_between, &sky::plan_directions, &sky::ask_for_directions>(
        "directions_between", "Tells the way by car from one place to another."),
    use_case<&sky::locate_caller>("locate_caller", "Tells where whoever asks seems to be."),
};

}  // namespace asterism
