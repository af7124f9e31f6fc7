#pragma once

#include "libcore/base/result.hpp"
#include "libcore/sky/weather_ports.hpp"
#include "libcore/sky/zones.hpp"

namespace asterism::sky {

/// What is to be asked, of a question that makes sense.
struct WeatherPlan {
    WeatherQuestion question;
    DayRange days;
    int hour;  ///< that a clock at the place shows now
};

struct WeatherFound {
    WeatherPlan plan;
    WeatherAnswer answer;
};

Result<WeatherPlan> plan_weather(Now now, const Zones& zones, const WeatherAt& input);
WeatherFound ask_for_weather(const WeatherService& service, const WeatherPlan& plan,
                             const WeatherAt& input);
Result<WeatherView> weather_at(const WeatherFound& found, const WeatherAt& input);

}  // namespace asterism::sky
