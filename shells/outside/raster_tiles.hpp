#pragma once

#include <array>

#include "libcore/sky/skyglow_ports.hpp"
#include "shells/app/sky_tiles.hpp"

namespace asterism::outside {

/// Paints what a light map says by our own rule: each pixel has the class that `skyglow` gives for
/// the map's nearest reading at the pixel's middle.
class RasterTiles final : public app::SkyTiles {
public:
    /// The map has to outlive the tiles.
    explicit RasterTiles(const sky::LightMap& map);

    sky::LightMapFacts facts() const override { return map_.facts(); }

    std::string tag(const app::SkyTile& tile) const override;
    app::PaintedTile paint(const app::SkyTile& tile) const override;

private:
    const sky::GlowClasses& classes(sky::BortleScheme scheme) const;

    const sky::LightMap& map_;
    std::array<sky::GlowClasses, 4> classes_;
};

}  // namespace asterism::outside
