#pragma once

#include <cstddef>
#include <vector>

#include "libcore/sky/place.hpp"
#include "libcore/sky/raster.hpp"
#include "libcore/sky/tile.hpp"

namespace asterism::bench {

/// A made-up map of light of 60 MB, more than caches hold: 8640 by 3480 cells of 2.5' from 85 N to
/// 60 S, as the World Atlas reaches, no two neighbours alike, a twelfth of them without data.
class Light {
public:
    Light();

    const sky::Raster& raster() const { return raster_; }

    /// Draws the tile of that zoom that holds the place, and packs it as PNG. Where tiles do not
    /// reach: the last one.
    void draw(const sky::Place& place, std::size_t zoom, int pixels) const;

private:
    std::vector<std::byte> bytes_;
    sky::Raster raster_;
    sky::GlowClasses classes_;
};

}  // namespace asterism::bench
