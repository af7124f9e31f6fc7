#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/base/time.hpp"
#include "libcore/sky/place.hpp"
#include "libcore/sky/weather_types.hpp"

namespace asterism::sky {

/// Whole days, the last one included.
struct DayRange {
    Date from;
    Date to;

    bool operator==(const DayRange&) const = default;
};

/// What one wants to know of a place's weather. Days and hours are of the zone's clock.
struct WeatherQuestion {
    Place place;
    std::string zone;
    Instant at = {};
    Date today;
    DayRange forecast = {};  ///< holds today, so that there is a weather of now
    std::vector<DayRange> archive = {};
};

struct HourReading {
    int hour;  ///< 0 to 23
    WeatherValues values;
};

struct DayReadings {
    Date date;
    std::vector<HourReading> hours;
};

/// What could be had; days without any figure are left out.
struct WeatherAnswer {
    std::optional<WeatherValues> current = {};
    std::optional<Instant> current_at = {};  ///< when the service was asked for it
    std::vector<DayReadings> forecast = {};
    std::vector<DayReadings> archive = {};
    std::optional<Instant> oldest = {};  ///< when the oldest part of it was had
    bool stale = false;                  ///< some of it is past its time: the service is away

    bool empty() const { return !current && forecast.empty() && archive.empty(); }
};

/// A service elsewhere that knows the weather. Never throws for what happens on the way to it, and
/// answers within ten seconds. May be used by many threads at once.
class WeatherService {
public:
    using Outside = void;
    virtual ~WeatherService() = default;
    virtual WeatherAnswer ask(const WeatherQuestion& question) const = 0;
};

/// Where no service is configured nothing is known.
class NoWeather final : public WeatherService {
public:
    WeatherAnswer ask(const WeatherQuestion&) const override { return {}; }
};

}  // namespace asterism::sky
