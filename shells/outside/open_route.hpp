#pragma once

#include <chrono>
#include <string>

#include "libcore/sky/directions.hpp"
#include "shells/outside/service_line.hpp"

namespace asterism::outside {

struct OpenRouteOptions {
    std::string url = "https://api.openrouteservice.org/v2/directions/driving-car/geojson";
    std::string key = {};
    std::chrono::milliseconds time{9'500};
};

/// OpenRouteService's directions by car.
class OpenRoute final : public sky::Directions {
public:
    OpenRoute(OpenRouteOptions options, const HttpClient& http, ServiceAlarm alarm);

    Result<sky::DirectionsView> ask(const sky::DirectionsQuestion& question) const override;

private:
    OpenRouteOptions options_;
    ServiceLine line_;
};

}  // namespace asterism::outside
