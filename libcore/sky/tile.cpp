#include "libcore/sky/tile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

namespace asterism::sky {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr std::array<Colour, 9> colours{{{0, 0, 0},
                                         {40, 40, 60},
                                         {20, 50, 140},
                                         {20, 130, 70},
                                         {225, 205, 40},
                                         {240, 140, 30},
                                         {220, 50, 30},
                                         {235, 170, 205},
                                         {255, 255, 255}}};

/// The least luminance of that class or a later one, to the last bit or so; not a number if there
/// is none.
double beginning_of(int bortle, const SkyglowRule& rule) {
    double below = 0;
    double above = 1e9;  // a bright day
    if (skyglow(below, rule).bortle >= bortle) return below;
    if (skyglow(above, rule).bortle < bortle) return std::numeric_limits<double>::quiet_NaN();
    for (int step = 0; step < 200; ++step) {
        const double middle = below + (above - below) / 2;
        if (middle <= below || middle >= above) break;
        (skyglow(middle, rule).bortle >= bortle ? above : below) = middle;
    }
    return above;
}

/// How far the tile's pixel is along its axis of the whole map, 0 to 1.
double fraction(int zoom, int number, int pixels, int pixel) {
    return (number + (pixel + 0.5) / pixels) / (1 << zoom);
}

}  // namespace

Degrees longitude_of_column(TileAddress tile, int pixels, int column) {
    return {360 * fraction(tile.zoom, tile.x, pixels, column) - 180};
}

Degrees latitude_of_row(TileAddress tile, int pixels, int row) {
    const double down = fraction(tile.zoom, tile.y, pixels, row);
    return degrees(Radians{std::atan(std::sinh(std::numbers::pi * (1 - 2 * down)))});
}

std::span<const Colour, 9> bortle_colours() { return colours; }

std::array<LegendRow, 9> legend(BortleScheme scheme) {
    std::array<LegendRow, 9> out{};
    double above = infinity;
    for (std::size_t at = 0; at < out.size(); ++at) {
        const int bortle = static_cast<int>(at) + 1;
        const double from = at < 8 ? bortle_limits(scheme)[at] : -infinity;
        out[at] = {bortle, colours[at], from, above, bortle_description(bortle)};
        above = from;
    }
    return out;
}

GlowClasses::GlowClasses(const SkyglowRule& rule) : rule_(rule) {
    constexpr double margin = 1e-9;
    for (std::size_t at = 0; at < 8; ++at) {
        const double beginning = beginning_of(static_cast<int>(at) + 2, rule);
        surely_not_[at] = beginning * (1 - margin);
        surely_[at] = beginning * (1 + margin);
    }
}

int GlowClasses::of(double artificial_mcd_per_m2) const {
    if (std::isnan(artificial_mcd_per_m2)) return 0;
    int least = 1;
    int most = 1;
    for (std::size_t at = 0; at < 8; ++at) {
        least += artificial_mcd_per_m2 >= surely_[at];
        most += artificial_mcd_per_m2 >= surely_not_[at];
    }
    return least == most ? least : skyglow(artificial_mcd_per_m2, rule_).bortle;
}

void draw_tile(TileAddress tile, int pixels, const GlowClasses& classes, GlowSampler sampler,
               std::span<std::uint8_t> drawn) {
    if (!is_tile(tile) || !is_tile_size(pixels)) return;
    std::array<double, largest_tile_pixels> latitudes;
    std::array<double, largest_tile_pixels> longitudes;
    std::array<double, largest_tile_pixels> luminances;
    const auto width = static_cast<std::size_t>(pixels);
    for (int column = 0; column < pixels; ++column)
        longitudes[static_cast<std::size_t>(column)] =
            longitude_of_column(tile, pixels, column).value;
    for (int row = 0; row < pixels && drawn.size() >= width; ++row) {
        std::fill_n(latitudes.begin(), width, latitude_of_row(tile, pixels, row).value);
        const std::span values(luminances.data(), width);
        sampler.sample(sampler.context, std::span(latitudes.data(), width),
                       std::span(longitudes.data(), width), values);
        std::ranges::transform(values, drawn.begin(), [&](double value) {
            return static_cast<std::uint8_t>(classes.of(value));
        });
        drawn = drawn.subspan(width);
    }
}

}  // namespace asterism::sky
