#include "libcore/sky/surroundings.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

#include "libcore/sky/country.hpp"

namespace asterism::sky {
namespace {

constexpr double nearby_km = 50;
constexpr double outermost_degrees = 85.05112877980659;  ///< where a square map ends
constexpr int tile_pixels = 256;

}  // namespace

std::string line_of(const PlaceAddress& address) {
    std::string out;
    for (const std::string_view part :
         {std::string_view(address.locality), std::string_view(address.region),
          std::string_view(address.country)}) {
        if (part.empty()) continue;
        if (!out.empty()) out += ", ";
        out += part;
    }
    return out;
}

std::optional<PlaceAddress> address_by_towns(const Place& place) {
    const auto near = home_town(place);
    if (!near || near->distance_km > nearby_km) return std::nullopt;
    return PlaceAddress{std::string(near->town.name), std::string(near->town.region),
                        std::string(near->town.country_name)};
}

TerrainPixel terrain_pixel(const Place& place, int zoom) {
    const double latitude =
        std::clamp(place.latitude.value, -outermost_degrees, outermost_degrees) * std::numbers::pi /
        180;
    const int pixels = tile_pixels << zoom;
    const auto pixel = [&](double part) {
        return std::clamp(static_cast<int>(std::floor(part * pixels)), 0, pixels - 1);
    };
    const int right = pixel((place.longitude.value + 180) / 360);
    const int down = pixel((1 - std::asinh(std::tan(latitude)) / std::numbers::pi) / 2);
    return {right / tile_pixels, down / tile_pixels, right % tile_pixels, down % tile_pixels};
}

double terrain_metres(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    const int steps = 65'536 * red + 256 * green + blue;
    return std::round(steps - 100'000.0) / 10;
}

}  // namespace asterism::sky
