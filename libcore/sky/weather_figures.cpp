#include <algorithm>
#include <cmath>

#include "libcore/sky/weather_rules.hpp"

namespace asterism::sky {
namespace {

using Figure = std::optional<double> WeatherValues::*;

/// All that is a number but how likely it rains, of which no archive tells.
constexpr std::array measured{&WeatherValues::cloud_cover_percent,
                              &WeatherValues::cloud_cover_low_percent,
                              &WeatherValues::cloud_cover_mid_percent,
                              &WeatherValues::cloud_cover_high_percent,
                              &WeatherValues::visibility_metres,
                              &WeatherValues::humidity_percent,
                              &WeatherValues::wind_kmh,
                              &WeatherValues::temperature_celsius};

/// Sum, least, greatest and number of what is known.
struct Heap {
    double sum = 0;
    double least = 0;
    double most = 0;
    int count = 0;

    void add(std::optional<double> figure) {
        if (!figure) return;
        sum += *figure;
        least = count == 0 ? *figure : std::min(least, *figure);
        most = count == 0 ? *figure : std::max(most, *figure);
        ++count;
    }

    std::optional<double> mean() const {
        return count == 0 ? std::nullopt : std::optional(tenth_of(sum / count));
    }

    std::optional<double> if_any(double figure) const {
        return count == 0 ? std::nullopt : std::optional(figure);
    }
};

Heap heap_of(std::span<const HourReading> hours, Figure figure) {
    Heap out;
    for (const HourReading& hour : hours) out.add(hour.values.*figure);
    return out;
}

const WeatherValues* at(const DayReadings& day, int hour) {
    for (const HourReading& each : day.hours)
        if (each.hour == hour) return &each.values;
    return nullptr;
}

}  // namespace

double tenth_of(double number) { return std::round(number * 10) / 10 + 0.0; }  // never minus zero

bool is_known(const WeatherValues& values) {
    return values.precipitation || values.precipitation_percent ||
           std::ranges::any_of(measured, [&](Figure each) { return (values.*each).has_value(); });
}

MeanDay mean_of(std::span<const DayReadings* const> years) {
    MeanDay out{{}, 0};
    for (const DayReadings* day : years) out.years += day != nullptr && !day->hours.empty() ? 1 : 0;
    for (int hour = 0; hour < 24; ++hour) {
        WeatherValues mean;
        for (const Figure figure : measured) {
            Heap heap;
            for (const DayReadings* day : years)
                if (const WeatherValues* values = day ? at(*day, hour) : nullptr)
                    heap.add(values->*figure);
            mean.*figure = heap.mean();
        }
        if (is_known(mean)) out.hours.push_back({hour, mean});
    }
    return out;
}

Confidence confidence_of(int years) {
    if (years >= 5) return Confidence::high;
    return years >= 3 ? Confidence::medium : Confidence::low;
}

WeatherSummary summary_of(std::span<const HourReading> hours) {
    const auto temperature = heap_of(hours, &WeatherValues::temperature_celsius);
    const auto wind = heap_of(hours, &WeatherValues::wind_kmh);
    const auto rain = heap_of(hours, &WeatherValues::precipitation_percent);
    return {.cloud_cover_mean_percent = heap_of(hours, &WeatherValues::cloud_cover_percent).mean(),
            .temperature_high_celsius = temperature.if_any(temperature.most),
            .temperature_low_celsius = temperature.if_any(temperature.least),
            .humidity_mean_percent = heap_of(hours, &WeatherValues::humidity_percent).mean(),
            .wind_most_kmh = wind.if_any(wind.most),
            .precipitation_most_percent = rain.if_any(rain.most)};
}

std::optional<Precipitation> precipitation_of(int wmo_code) {
    switch (wmo_code) {
        case 0:   // clear
        case 1:   // mainly clear
        case 2:   // partly cloudy
        case 3:   // overcast
        case 45:  // fog
        case 48: return Precipitation::none;
        case 51:
        case 53:
        case 55: return Precipitation::drizzle;
        case 56:
        case 57:
        case 66:
        case 67: return Precipitation::freezing_rain;
        case 61:
        case 63:
        case 65:
        case 80:
        case 81:
        case 82:
        case 95:  // a thunderstorm
        case 96:
        case 99: return Precipitation::rain;  // the same with hail
        case 71:
        case 73:
        case 75:
        case 77:
        case 85:
        case 86: return Precipitation::snow;
        default: return std::nullopt;
    }
}

}  // namespace asterism::sky
