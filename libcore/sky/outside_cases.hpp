#pragma once

#include "libcore/base/use_case.hpp"
#include "libcore/sky/directions.hpp"
#include "libcore/sky/weather_cases.hpp"
#include "libcore/sky/whereabouts.hpp"

namespace asterism::sky {

/// Facts of the world that others know: services, asked with no transaction open, and proxies.
inline constexpr UseCases outside_cases{
    use_case<&weather_at, &plan_weather, &ask_for_weather>(
        "weather_at", "Tells the weather of a place: as it was, will be, or mostly is."),
    use_case<&directions_between, &plan_directions, &ask_for_directions>(
        "directions_between", "Tells the way by car from one place to another."),
    use_case<&locate_caller>("locate_caller", "Tells where whoever asks seems to be."),
};

}  // namespace asterism::sky
