#include "shells/outside/raster_tiles.hpp"

#include <vector>

#include <fmt/format.h>

#include "shells/outside/raster_png.hpp"

namespace asterism::outside {
namespace {

std::string_view name_of(sky::BortleScheme wanted) {
    for (const auto& [scheme, name] : names(wanted))
        if (scheme == wanted) return name;
    return {};
}

/// A map that is being sampled, and whether it went away meanwhile.
struct Sampled {
    const sky::LightMap& map;
    bool lost = false;
};

void sample(void* context, std::span<const double> latitudes, std::span<const double> longitudes,
            std::span<double> out) {
    auto& [map, lost] = *static_cast<Sampled*>(context);
    lost =
        lost || map.at(latitudes, longitudes, sky::Sampling::nearest, out) != sky::GlowKnown::yes;
}

}  // namespace

RasterTiles::RasterTiles(const sky::LightMap& map)
    : map_(map),
      classes_{
          sky::GlowClasses(sky::native_rule(sky::BortleScheme::nomogram)),
          sky::GlowClasses(sky::native_rule(sky::BortleScheme::ratio)),
          sky::GlowClasses(sky::native_rule(sky::BortleScheme::classic)),
          sky::GlowClasses(sky::native_rule(sky::BortleScheme::nightskyspots)),
      } {}

const sky::GlowClasses& RasterTiles::classes(sky::BortleScheme scheme) const {
    return classes_[static_cast<std::size_t>(scheme)];
}

std::string RasterTiles::tag(const app::SkyTile& tile) const {
    const auto facts = map_.facts();
    if (!facts.available) return {};
    const auto& [zoom, x, y] = tile.address;
    return fmt::format("{}-{}-{}-{}-{}-{}-p{}", facts.checksum.substr(0, 32), zoom, x, y,
                       tile.pixels, name_of(tile.scheme), sky::palette_version);
}

app::PaintedTile RasterTiles::paint(const app::SkyTile& tile) const {
    const auto side = static_cast<std::size_t>(tile.pixels);
    std::vector<std::uint8_t> drawn(side * side);
    // The map may be exchanged while it is drawn; the tag must be that of one map alone.
    for (int round = 0; round < 3; ++round) {
        auto before = tag(tile);
        if (before.empty()) return {};
        Sampled sampled{map_};
        sky::draw_tile(tile.address, tile.pixels, classes(tile.scheme), {&sample, &sampled}, drawn);
        if (!sampled.lost && tag(tile) == before)
            return {png_of_classes(drawn, tile.pixels), std::move(before)};
    }
    return {};
}

}  // namespace asterism::outside
