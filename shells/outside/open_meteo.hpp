#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "libcore/sky/weather_ports.hpp"
#include "shells/app/cache.hpp"
#include "shells/outside/service_line.hpp"
#include "shells/outside/turns.hpp"

namespace asterism::outside {

struct OpenMeteoOptions {
    std::string forecast_url = "https://api.open-meteo.com/v1/forecast";
    std::string archive_url = "https://archive-api.open-meteo.com/v1/archive";
    std::string key = {};  ///< of those who pay; then the addresses are others, too
    std::chrono::milliseconds forecast_time{5'000};
    std::chrono::milliseconds whole_time{9'000};  ///< all requests of one question together
};

/// Open-Meteo's forecast and archive. Forecasts are kept for half an hour, days that are over for a
/// week or a month; what is kept longer stands in while the service does not answer. Of many who
/// ask the same at once, one asks the service.
class OpenMeteo final : public sky::WeatherService {
public:
    OpenMeteo(OpenMeteoOptions options, const HttpClient& http, app::Cache& cache,
              ServiceAlarm alarm);

    sky::WeatherAnswer ask(const sky::WeatherQuestion& question) const override;

private:
    using Deadline = std::chrono::steady_clock::time_point;

    std::optional<app::Kept> fetch_forecast(const sky::WeatherQuestion& question) const;
    void add_forecast(const sky::WeatherQuestion& question, sky::WeatherAnswer& out) const;
    /// False: the archive does not answer.
    bool add_archive(const sky::WeatherQuestion& question, const sky::DayRange& range, bool may_ask,
                     Deadline until, sky::WeatherAnswer& out) const;
    bool fetch_archive(const sky::WeatherQuestion& question, const sky::DayRange& range,
                       Deadline until) const;
    HttpRequest request_to(const std::string& address, std::string query) const;

    OpenMeteoOptions options_;
    app::Cache& cache_;
    ServiceLine forecast_;
    ServiceLine archive_;
    mutable Turns turns_;
};

}  // namespace asterism::outside
