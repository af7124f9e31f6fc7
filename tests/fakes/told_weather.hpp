#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "libcore/sky/directions.hpp"
#include "libcore/sky/weather_ports.hpp"

namespace asterism::tests {

/// Knows the weather of every hour by one formula, as far as it is not told to be silent.
class ToldWeather final : public sky::WeatherService {
public:
    sky::WeatherAnswer ask(const sky::WeatherQuestion& question) const override {
        asked.push_back(question);
        sky::WeatherAnswer out;
        if (!answers) return out;
        if (forecasts) {
            out.current = current;
            out.current_at = out.oldest = question.at - age;
            add(question.forecast, out.forecast);
        }
        for (const auto& range : question.archive) add(range, out.archive);
        out.oldest = question.at - age;
        out.stale = age > std::chrono::minutes{30};
        return out;
    }

    static sky::WeatherValues formula(Date date, int hour) {
        sky::WeatherValues out;
        out.cloud_cover_percent = hour;
        out.temperature_celsius = static_cast<int>(date.year()) % 100 + hour * 0.5;
        out.humidity_percent = 60;
        out.wind_kmh = static_cast<unsigned>(date.day());
        out.precipitation_percent = hour == 18 ? 40 : 10;
        return out;
    }

    bool answers = true;
    bool forecasts = true;
    std::set<int> silent_years;  ///< of which nothing is known
    std::optional<sky::WeatherValues> current;
    std::chrono::seconds age{0};
    mutable std::vector<sky::WeatherQuestion> asked;

private:
    void add(const sky::DayRange& range, std::vector<sky::DayReadings>& out) const {
        using std::chrono::sys_days;
        for (sys_days day{range.from}; day <= sys_days{range.to}; day += std::chrono::days{1}) {
            const Date date{day};
            if (silent_years.contains(static_cast<int>(date.year()))) continue;
            out.push_back({date, {}});
            for (int hour = 0; hour < 24; ++hour)
                out.back().hours.push_back({hour, formula(date, hour)});
        }
    }
};

/// One straight way between any two places, or one of the refusals.
class ToldDirections final : public sky::Directions {
public:
    Result<sky::DirectionsView> ask(const sky::DirectionsQuestion& question) const override {
        if (refusal) return *refusal;
        if (no_way) return sky::DirectionsView{};
        return sky::DirectionsView{1'200,
                                   90,
                                   {{question.from.latitude.value, question.from.longitude.value},
                                    {question.to.latitude.value, question.to.longitude.value}}};
    }

    const Fault* refusal = nullptr;
    bool no_way = false;
};

}  // namespace asterism::tests
