#include "tests/bench/sky/light.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "shells/outside/raster_png.hpp"
#include "tests/bench/sky/stopwatch.hpp"
#include "tests/sky/raster_bytes.hpp"

namespace asterism::bench {
namespace {

double light(std::uint32_t column, std::uint32_t row) {
    if (column % 1440 < 120) return std::numeric_limits<double>::quiet_NaN();
    const std::uint32_t mixed = (column * 2654435761U) ^ (row * 2246822519U);
    const double grain = mixed % 1000 / 1000.0;
    const double wave = std::sin(column / 157.0) * std::cos(row / 97.0);
    return 0.001 * std::exp(9 * wave * wave + grain);
}

void sample(void* context, std::span<const double> latitudes, std::span<const double> longitudes,
            std::span<double> out) {
    static_cast<const sky::Raster*>(context)->nearest(latitudes, longitudes, out);
}

sky::TileAddress tile_of(const sky::Place& place, std::size_t zoom) {
    const int side = 1 << zoom;
    const double y = std::asinh(std::tan(sky::radians(place.latitude).value)) / std::numbers::pi;
    const auto counted = [side](double part) {
        return std::clamp(static_cast<int>(part * side), 0, side - 1);
    };
    return {static_cast<int>(zoom), counted(place.longitude.value / 360 + 0.5),
            counted((1 - y) / 2)};
}

}  // namespace

Light::Light()
    : bytes_(tests::raster_bytes(tests::facts_of(8640, 3480, 85, 1.0 / 24), &light)),
      raster_(std::get<sky::Raster>(sky::Raster::open(bytes_))),
      classes_(sky::native_rule()) {}

void Light::draw(const sky::Place& place, std::size_t zoom, int pixels) const {
    const auto side = static_cast<std::size_t>(pixels);
    std::vector<std::uint8_t> drawn(side * side);
    auto* raster = const_cast<sky::Raster*>(&raster_);  // which `sample` only reads
    sky::draw_tile(tile_of(place, zoom), pixels, classes_, {&sample, raster}, drawn);
    keep(outside::png_of_classes(drawn, pixels));
}

}  // namespace asterism::bench
