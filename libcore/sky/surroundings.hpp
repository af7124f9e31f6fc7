#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "libcore/base/time.hpp"
#include "libcore/sky/place.hpp"

namespace asterism::sky {

/// What people call the surroundings of a place. A part that is not known is empty.
struct PlaceAddress {
    std::string locality;
    std::string region;
    std::string country;

    bool operator==(const PlaceAddress&) const = default;
};

/// Its parts that are known, with ", " between.
std::string line_of(const PlaceAddress& address);

/// Of the nearest town of the same country in the embedded table, if one lies within 50 km; needs
/// no network.
std::optional<PlaceAddress> address_by_towns(const Place& place);

/// Who knows what lies around a place. Never throws for what happens on the way to it; none where
/// it does not answer, or does not know. May be used by many threads at once.
class Surroundings {
public:
    using Outside = void;
    virtual ~Surroundings() = default;
    virtual std::optional<PlaceAddress> address(const Place& place, Instant at) const = 0;
    virtual std::optional<double> elevation_metres(const Place& place, Instant at) const = 0;

    /// Whether what it does not tell now is worth being asked again.
    virtual bool may_know_later() const { return true; }
};

/// Where no service is configured the table of towns answers.
class TownsAround final : public Surroundings {
public:
    std::optional<PlaceAddress> address(const Place& place, Instant) const override {
        return address_by_towns(place);
    }

    std::optional<double> elevation_metres(const Place&, Instant) const override {
        return std::nullopt;
    }

    bool may_know_later() const override { return false; }
};

/// Where a place lies in a tiling of the world in Web Mercator, tiles of 256 pixels a side. What is
/// nearer to a pole than 85.05 degrees lies in the outermost row.
struct TerrainPixel {
    int x;
    int y;
    int column;
    int row;
};

TerrainPixel terrain_pixel(const Place& place, int zoom);

/// Metres above the sea, to a tenth, of a pixel's colour as Mapbox codes them.
double terrain_metres(std::uint8_t red, std::uint8_t green, std::uint8_t blue);

}  // namespace asterism::sky
