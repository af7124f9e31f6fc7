#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "libcore/sky/angles.hpp"
#include "libcore/sky/bortle.hpp"

namespace asterism::sky {

/// A square of the maps that web pages show: Web Mercator (EPSG:3857). Zoom 0 is the whole Earth in
/// one, each zoom has twice as many a side; x counts from 180° W, y from 85.05° N.
struct TileAddress {
    int zoom = 0;
    int x = 0;
    int y = 0;
};

inline constexpr int deepest_zoom = 12;
inline constexpr int largest_tile_pixels = 512;

/// Whether there is such a tile, at a zoom of 0 to 12.
constexpr bool is_tile(TileAddress tile) {
    return tile.zoom >= 0 && tile.zoom <= deepest_zoom && tile.x >= 0 && tile.y >= 0 &&
           tile.x < (1 << tile.zoom) && tile.y < (1 << tile.zoom);
}

/// Whether tiles are drawn with so many pixels a side: 256 or 512.
constexpr bool is_tile_size(int pixels) { return pixels == 256 || pixels == largest_tile_pixels; }

/// Where the middle of a pixel lies. Columns and rows count from the north-western corner.
Degrees longitude_of_column(TileAddress tile, int pixels, int column);
Degrees latitude_of_row(TileAddress tile, int pixels, int row);

struct Colour {
    std::uint8_t red;
    std::uint8_t green;
    std::uint8_t blue;
};

/// Changes with the colours, so that nobody keeps tiles of other ones.
inline constexpr int palette_version = 1;

/// Of the classes 1 to 9: from black by blue, green and yellow to white, as such maps have it.
std::span<const Colour, 9> bortle_colours();

struct LegendRow {
    int bortle;
    Colour colour;
    double from_mag_per_arcsec2;   ///< the brightest sky of the class; minus infinity: any
    double below_mag_per_arcsec2;  ///< the darkest one is below that; infinity: any
    std::string_view description;
};

std::array<LegendRow, 9> legend(BortleScheme scheme);

/// Classes of many luminances, in a few nanoseconds each: always those that `skyglow` gives.
class GlowClasses {
public:
    explicit GlowClasses(const SkyglowRule& rule);

    /// 1 to 9; 0 for what is not a number.
    int of(double artificial_mcd_per_m2) const;

private:
    SkyglowRule rule_;
    // Where classes begin, with a margin to both sides: between the two the rule itself is asked.
    std::array<double, 8> surely_not_;
    std::array<double, 8> surely_;
};

/// What says how bright the sky is at places of one latitude: a function and what it works on. It
/// fills in artificial luminances in mcd/m², not a number where there is no data. All three have
/// the same size.
struct GlowSampler {
    void (*sample)(void* context, std::span<const double> latitudes_degrees,
                   std::span<const double> longitudes_degrees,
                   std::span<double> artificial_mcd_per_m2);
    void* context;
};

/// Draws a tile as classes, row by row: 0 where there is no data. A pixel has the class of its
/// middle. `pixels` is a side, at most 512; as many rows as there is room for are drawn.
void draw_tile(TileAddress tile, int pixels, const GlowClasses& classes, GlowSampler sampler,
               std::span<std::uint8_t> drawn);

}  // namespace asterism::sky
