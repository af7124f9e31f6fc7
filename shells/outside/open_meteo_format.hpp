#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/sky/weather_ports.hpp"

namespace asterism::outside {

/// What an answer of Open-Meteo says. Hours and days of which it says nothing are left out.
struct MeteoAnswer {
    std::optional<sky::WeatherValues> current = {};
    std::vector<sky::DayReadings> days = {};
};

/// None if it is no such answer.
std::optional<MeteoAnswer> read_open_meteo(std::string_view body);

/// The names of the hourly figures, and of those that are measured now, as the service lists them.
std::string_view hourly_figures(bool archive);
std::string_view current_figures();

/// One day as it is kept.
std::string text_of(const sky::DayReadings& day);
std::optional<sky::DayReadings> read_day(Date date, std::string_view text);

}  // namespace asterism::outside
