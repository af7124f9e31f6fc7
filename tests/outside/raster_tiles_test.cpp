#include "shells/outside/raster_tiles.hpp"

#include <cmath>
#include <fstream>
#include <png.h>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "shells/outside/raster_import.hpp"
#include "shells/outside/raster_map.hpp"
#include "shells/outside/raster_png.hpp"
#include "tests/fakes/even_map.hpp"
#include "tests/outside/folder.hpp"
#include "tests/outside/geo_tiff.hpp"

namespace asterism::outside::testing {
namespace {

/// A PNG as anybody's reader shows it: four bytes a pixel.
struct Picture {
    explicit Picture(const std::string& file) {
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        REQUIRE(::png_image_begin_read_from_memory(&image, file.data(), file.size()) != 0);
        image.format = PNG_FORMAT_RGBA;
        side = static_cast<int>(image.width);
        REQUIRE(image.height == image.width);
        pixels.resize(PNG_IMAGE_SIZE(image));
        REQUIRE(::png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) != 0);
    }

    /// The class whose colour a pixel has; 0: transparent.
    int bortle(int column, int row) const {
        const auto* pixel = pixels.data() + 4 * (row * side + column);
        if (pixel[3] == 0) return 0;
        int out = 1;
        for (const auto& [red, green, blue] : sky::bortle_colours()) {
            if (pixel[0] == red && pixel[1] == green && pixel[2] == blue) return out;
            ++out;
        }
        return -1;
    }

    int side = 0;
    std::vector<std::uint8_t> pixels;
};

/// The 2040 x 1020 raster that the issue asks for: towns here and there, and a sea without data.
struct Site {
    static double light(std::uint32_t column, std::uint32_t row) {
        if (column > 1800 && row > 700) return -9999;
        const double wave = std::sin(column / 37.0) * std::cos(row / 23.0);
        return 0.001 * std::exp(9 * wave * wave + 0.3 * std::sin(column * 1.7 + row));
    }

    static std::string built(const Folder& folder) {
        const std::string tiff = folder / "sky.tif";
        std::string raster = folder / "sky.raster";
        tests::write_geo_tiff(tiff, {.columns = 2040,
                                     .rows = 1020,
                                     .step_east = 360.0 / 2040,
                                     .step_south = 180.0 / 1020,
                                     .value = &light,
                                     .tile = 128,
                                     .no_data = "-9999"});
        (void)build_raster({.from = tiff, .to = raster, .source = "A test"});
        return raster;
    }

    Folder folder;
    RasterMap map{built(folder)};
    RasterTiles tiles{map};
};

int class_at(const sky::LightMap& map, const app::SkyTile& tile, int column, int row) {
    const sky::Place place{sky::latitude_of_row(tile.address, tile.pixels, row),
                           sky::longitude_of_column(tile.address, tile.pixels, column)};
    const auto found = map.at(place, sky::Sampling::nearest);
    if (found.known != sky::GlowKnown::yes) return 0;
    return sky::skyglow(found.artificial_mcd_per_m2, sky::native_rule(tile.scheme)).bortle;
}

}  // namespace

TEST_CASE("raster tiles: 1,000 pixels drawn by chance have the class of their place") {
    const Site site;
    std::mt19937 chance(3);
    const auto below = [&](int end) {
        return static_cast<int>(chance() % static_cast<unsigned>(end));
    };
    int seen[10]{};
    for (int round = 0; round < 40; ++round) {
        const int zoom = round % 13;
        const app::SkyTile tile{{zoom, below(1 << zoom), below(1 << zoom)},
                                round % 2 == 0 ? 256 : 512,
                                static_cast<sky::BortleScheme>(round % 4)};
        const Picture picture(site.tiles.paint(tile).png);
        REQUIRE(picture.side == tile.pixels);
        for (int pixel = 0; pixel < 25; ++pixel) {
            const int column = below(tile.pixels);
            const int row = below(tile.pixels);
            const int wanted = class_at(site.map, tile, column, row);
            CHECK(picture.bortle(column, row) == wanted);
            ++seen[wanted];
        }
    }
    CHECK(seen[0] > 0);
    CHECK(seen[1] > 0);
    CHECK(seen[9] > 0);
}

TEST_CASE("raster tiles: where there is no data they are transparent") {
    tests::EvenMap map;
    map.south = 0;
    const RasterTiles tiles(map);
    const Picture picture(tiles.paint({{0, 0, 0}, 256}).png);
    CHECK(picture.bortle(10, 127) == 2);  // 0.1 mcd/m² more is 21.50
    CHECK(picture.bortle(10, 128) == 0);
}

TEST_CASE("raster tiles: a tag is that of one map, tile, size, scheme and palette") {
    tests::EvenMap map;
    const RasterTiles tiles(map);
    const app::SkyTile tile{{3, 1, 2}, 256};
    const auto painted = tiles.paint(tile);
    CHECK(painted.tag == tiles.tag(tile));
    CHECK(painted.png == tiles.paint(tile).png);
    CHECK(painted.tag == "e0-3-1-2-256-classic-p1");
    CHECK(tiles.tag({{3, 1, 2}, 512}) != painted.tag);
    CHECK(tiles.tag({{3, 1, 3}, 256}) != painted.tag);
    CHECK(tiles.tag({{3, 1, 2}, 256, sky::BortleScheme::ratio}) != painted.tag);
}

TEST_CASE("raster tiles: without a map there is no picture and no tag") {
    const sky::NoLightMap none;
    const RasterTiles tiles(none);
    CHECK(tiles.tag({}).empty());
    CHECK(tiles.paint({}).png.empty());
    tests::EvenMap away;
    away.available = false;
    CHECK(RasterTiles(away).paint({}).png.empty());
}

TEST_CASE("raster png: a side that does not fit its pixels is refused") {
    const std::vector<std::uint8_t> classes(256 * 256, 3);
    CHECK_THROWS_AS((void)png_of_classes(classes, 255), std::runtime_error);
    CHECK(png_of_classes(classes, 256).size() < 1000);
}

}  // namespace asterism::outside::testing
