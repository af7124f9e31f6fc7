#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/time.hpp"

namespace asterism::sky {

/// Where a day's weather comes from.
enum class WeatherSource : std::uint8_t { historical, forecast, historical_average };

constexpr auto names(WeatherSource) {
    using enum WeatherSource;
    return std::array{std::pair{historical, std::string_view{"historical"}},
                      std::pair{forecast, std::string_view{"forecast"}},
                      std::pair{historical_average, std::string_view{"historical_average"}}};
}

enum class Confidence : std::uint8_t { high, medium, low };

constexpr auto names(Confidence) {
    using enum Confidence;
    return std::array{std::pair{high, std::string_view{"high"}},
                      std::pair{medium, std::string_view{"medium"}},
                      std::pair{low, std::string_view{"low"}}};
}

/// What falls from the sky, as WMO's code of present weather says.
enum class Precipitation : std::uint8_t { none, drizzle, rain, freezing_rain, snow };

constexpr auto names(Precipitation) {
    using enum Precipitation;
    return std::array{std::pair{none, std::string_view{"none"}},
                      std::pair{drizzle, std::string_view{"drizzle"}},
                      std::pair{rain, std::string_view{"rain"}},
                      std::pair{freezing_rain, std::string_view{"freezing_rain"}},
                      std::pair{snow, std::string_view{"snow"}}};
}

enum class WeatherCaution : std::uint8_t { reduced_confidence, out_of_date };

constexpr auto names(WeatherCaution) {
    using enum WeatherCaution;
    return std::array{std::pair{reduced_confidence, std::string_view{"reduced_confidence"}},
                      std::pair{out_of_date, std::string_view{"out_of_date"}}};
}

struct WeatherAt {
    double latitude;
    double longitude;
    std::optional<Date> start = {};
    std::optional<Date> end = {};
    std::optional<int> days = {};

    static constexpr void fields(auto&& see) {
        see("latitude", &WeatherAt::latitude, "Degrees north of the equator, -90 to 90.");
        see("longitude", &WeatherAt::longitude, "Degrees east of Greenwich, -180 to 180.");
        see("start", &WeatherAt::start, "The first day, at the place; today if absent.");
        see("end", &WeatherAt::end, "The last day, itself included; start if absent.");
        see("days", &WeatherAt::days, "How many days from the start, 1 to 16; instead of an end.");
    }
};

/// What is known of the weather; each figure may be missing.
struct WeatherValues {
    std::optional<double> cloud_cover_percent = {};
    std::optional<double> cloud_cover_low_percent = {};
    std::optional<double> cloud_cover_mid_percent = {};
    std::optional<double> cloud_cover_high_percent = {};
    std::optional<double> visibility_metres = {};
    std::optional<double> humidity_percent = {};
    std::optional<double> wind_kmh = {};
    std::optional<double> temperature_celsius = {};
    std::optional<double> precipitation_percent = {};
    std::optional<Precipitation> precipitation = {};

    static constexpr void fields(auto&& see) {
        using Values = WeatherValues;
        see("cloud_cover_percent", &Values::cloud_cover_percent, "Of the sky, at any height.");
        see("cloud_cover_low_percent", &Values::cloud_cover_low_percent, "Up to 3 km.");
        see("cloud_cover_mid_percent", &Values::cloud_cover_mid_percent, "From 3 to 8 km.");
        see("cloud_cover_high_percent", &Values::cloud_cover_high_percent, "Above 8 km.");
        see("visibility_metres", &Values::visibility_metres, "How far one sees.");
        see("humidity_percent", &Values::humidity_percent, "Relative humidity at 2 m.");
        see("wind_kmh", &Values::wind_kmh, "The wind's speed at 10 m, in km/h.");
        see("temperature_celsius", &Values::temperature_celsius, "Of the air at 2 m.");
        see("precipitation_percent", &Values::precipitation_percent, "How likely any falls.");
        see("precipitation", &Values::precipitation, "What falls, if it does.");
    }

    bool operator==(const WeatherValues&) const = default;
};

struct CurrentWeather {
    Instant at;
    WeatherValues weather;

    static constexpr void fields(auto&& see) {
        see("at", &CurrentWeather::at, "The moment described.");
        see("weather", &CurrentWeather::weather, "Its weather.");
    }
};

struct WeatherHour {
    std::string time;
    WeatherValues weather;

    static constexpr void fields(auto&& see) {
        see("time", &WeatherHour::time, "What a clock at the place shows: 2026-03-01T18:00.");
        see("weather", &WeatherHour::weather, "Its weather.");
    }
};

struct WeatherSummary {
    std::optional<double> cloud_cover_mean_percent = {};
    std::optional<double> temperature_high_celsius = {};
    std::optional<double> temperature_low_celsius = {};
    std::optional<double> humidity_mean_percent = {};
    std::optional<double> wind_most_kmh = {};
    std::optional<double> precipitation_most_percent = {};

    static constexpr void fields(auto&& see) {
        using Summary = WeatherSummary;
        see("cloud_cover_mean_percent", &Summary::cloud_cover_mean_percent, "Over the day.");
        see("temperature_high_celsius", &Summary::temperature_high_celsius, "The warmest hour's.");
        see("temperature_low_celsius", &Summary::temperature_low_celsius, "The coldest hour's.");
        see("humidity_mean_percent", &Summary::humidity_mean_percent, "Over the day.");
        see("wind_most_kmh", &Summary::wind_most_kmh, "The windiest hour's.");
        see("precipitation_most_percent", &Summary::precipitation_most_percent,
            "The likeliest hour's.");
    }
};

struct WeatherDay {
    Date date;
    WeatherSource source;
    std::vector<WeatherHour> hourly = {};
    WeatherSummary summary = {};
    Confidence confidence;
    std::optional<int> years_averaged = {};

    static constexpr void fields(auto&& see) {
        see("date", &WeatherDay::date, "The day, at the place.");
        see("source", &WeatherDay::source, "Where its weather comes from.");
        see("hourly", &WeatherDay::hourly, "Its hours; empty where nothing could be had.");
        see("summary", &WeatherDay::summary, "All its hours in one.");
        see("confidence", &WeatherDay::confidence, "How far to trust it.");
        see("years_averaged", &WeatherDay::years_averaged,
            "Of how many years it is the mean; only of a mean.");
    }
};

struct WeatherWarning {
    WeatherCaution type;
    std::string message;
    std::vector<Date> affected_dates;

    static constexpr void fields(auto&& see) {
        see("type", &WeatherWarning::type, "What one should know.");
        see("message", &WeatherWarning::message, "The same in a sentence.");
        see("affected_dates", &WeatherWarning::affected_dates, "The days it is true of.");
    }
};

struct WeatherView {
    Instant generated_at;
    double latitude;
    double longitude;
    std::string zone;
    CurrentWeather current;
    std::vector<WeatherDay> daily = {};
    std::int64_t age_seconds;
    bool stale;
    std::vector<WeatherWarning> warnings = {};
    std::string credit;

    static constexpr void fields(auto&& see) {
        see("generated_at", &WeatherView::generated_at, "When this was put together.");
        see("latitude", &WeatherView::latitude, "Of the place, to a tenth of a degree.");
        see("longitude", &WeatherView::longitude, "Of the place, to a tenth of a degree.");
        see("zone", &WeatherView::zone, "Whose clock days and hours go by.");
        see("current", &WeatherView::current, "The weather now.");
        see("daily", &WeatherView::daily, "Each day.");
        see("age_seconds", &WeatherView::age_seconds,
            "How long ago the oldest part of it was had of the service.");
        see("stale", &WeatherView::stale,
            "Whether some of it is older than it should be, the service not answering.");
        see("warnings", &WeatherView::warnings, "What one should know before trusting it.");
        see("credit", &WeatherView::credit, "Who is to be named as the source.");
    }
};

}  // namespace asterism::sky
