#pragma once

#include "shells/app/sky_tiles.hpp"
#include "tests/fakes/even_map.hpp"

namespace asterism::tests {

/// Tiles whose pictures are words: which tile it is.
class PlainTiles final : public app::SkyTiles {
public:
    sky::LightMapFacts facts() const override { return map.facts(); }

    std::string tag(const app::SkyTile& tile) const override {
        return map.available ? "tag-" + words(tile) : std::string();
    }

    app::PaintedTile paint(const app::SkyTile& tile) const override {
        ++painted;
        if (!map.available) return {};
        return {"PNG " + words(tile), tag(tile)};
    }

    EvenMap map;
    mutable int painted = 0;

private:
    static std::string words(const app::SkyTile& tile) {
        std::string out;
        for (const int each : {tile.address.zoom, tile.address.x, tile.address.y, tile.pixels,
                               static_cast<int>(tile.scheme)})
            out += (out.empty() ? "" : "-") + std::to_string(each);
        return out;
    }
};

}  // namespace asterism::tests
