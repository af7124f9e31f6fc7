#pragma once

#include <chrono>
#include <string>

#include "libcore/sky/surroundings.hpp"
#include "shells/outside/service_line.hpp"

namespace asterism::outside {

struct MapboxOptions {
    std::string url = "https://api.mapbox.com";
    std::string key = {};
    std::chrono::milliseconds time{5'000};
};

/// Mapbox's reverse geocoding and the heights in its terrain tiles.
class Mapbox final : public sky::Surroundings {
public:
    Mapbox(MapboxOptions options, const HttpClient& http, ServiceAlarm alarm);

    std::optional<sky::PlaceAddress> address(const sky::Place& place, Instant at) const override;
    std::optional<double> elevation_metres(const sky::Place& place, Instant at) const override;

private:
    std::string with_key(std::string address, char joint) const;

    MapboxOptions options_;
    ServiceLine addresses_;
    ServiceLine terrain_;
};

}  // namespace asterism::outside
