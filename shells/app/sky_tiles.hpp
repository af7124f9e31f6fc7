#pragma once

#include <string>

#include "libcore/sky/skyglow_ports.hpp"
#include "libcore/sky/tile.hpp"

namespace asterism::app {

/// Which tile, how big and by which classes.
struct SkyTile {
    sky::TileAddress address;
    int pixels = 256;
    sky::BortleScheme scheme = sky::usual_scheme;
};

/// A picture and the name of its content.
struct PaintedTile {
    std::string png;
    std::string tag;  ///< changes whenever the picture does; of letters, digits and dashes
};

/// Paints the light map's classes of the night sky, for web maps to lay over theirs. For many
/// threads at once.
class SkyTiles {
public:
    virtual ~SkyTiles() = default;

    /// Of the map that is painted.
    virtual sky::LightMapFacts facts() const = 0;

    /// What `paint` would give as its tag just now; empty while there is no map.
    virtual std::string tag(const SkyTile& tile) const = 0;

    /// A PNG with a palette, transparent where there is no data. The address and the size must be
    /// such as there are. Empty while there is no map.
    virtual PaintedTile paint(const SkyTile& tile) const = 0;
};

}  // namespace asterism::app
