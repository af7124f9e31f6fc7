#include "shells/outside/raster_import.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <tiffio.h>

#include <doctest/doctest.h>

#include "libcore/sky/skyglow_scale.hpp"
#include "tests/outside/raster_workshop.hpp"

namespace asterism::outside::testing {
namespace {

namespace fs = std::filesystem;
using sky::GlowKnown;
using tests::GeoTiff;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Whether every cell of the slope, in the middle, is what was written.
bool has_slope(const Workshop& shop, const GeoTiff& tiff, double relative = 0.001) {
    const RasterMap map(shop.import.to);
    for (std::uint32_t row = 0; row < tiff.rows; ++row)
        for (std::uint32_t column = 0; column < tiff.columns; ++column) {
            const sky::Place place{{tiff.north - tiff.step_south * (row + 0.5)},
                                   {tiff.west + tiff.step_east * (column + 0.5)}};
            const auto found = map.at(place, sky::Sampling::nearest);
            const double wanted = tiff.value(column, row);
            if (found.known != GlowKnown::yes ||
                std::abs(found.artificial_mcd_per_m2 - wanted) > relative * wanted)
                return false;
        }
    return true;
}

}  // namespace

TEST_CASE("raster build: strips and tiles of every compression give the same raster") {
    std::string checksum;
    for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE})
        for (const std::uint32_t tile : {0U, 16U, 128U})
            for (const bool big : {false, true})
                for (const int predictor : {1, compression == COMPRESSION_NONE ? 1 : 3}) {
                    CAPTURE(compression);
                    CAPTURE(tile);
                    CAPTURE(big);
                    Workshop shop;
                    const GeoTiff tiff{.columns = 200,
                                       .rows = 100,
                                       .step_east = 1.8,
                                       .step_south = 1.8,
                                       .value = &slope,
                                       .compression = compression,
                                       .predictor = predictor,
                                       .tile = tile,
                                       .big = big,
                                       .big_endian = tile == 16 && predictor == 1};
                    const auto built = shop.build(tiff);
                    CHECK(built.census.known == 20'000);
                    CHECK(has_slope(shop, tiff));
                    const auto facts = RasterMap(shop.import.to).facts();
                    if (checksum.empty()) checksum = facts.checksum;
                    CHECK(facts.checksum == checksum);
                    CHECK(check_raster(shop.import.to).trouble.empty());
                }
}

TEST_CASE("raster build: one strip of all rows, or of one, is read the same") {
    for (const std::uint32_t rows : {1U, 3U, 100U, 1000U})
        for (const int compression : {COMPRESSION_NONE, COMPRESSION_ADOBE_DEFLATE}) {
            Workshop shop;
            const GeoTiff tiff{.columns = 200,
                               .rows = 100,
                               .step_east = 1.8,
                               .step_south = 1.8,
                               .value = &slope,
                               .compression = compression,
                               .strip_rows = rows};
            (void)shop.build(tiff);
            CHECK(has_slope(shop, tiff));
        }
}

TEST_CASE("raster build: whole and floating numbers of all sizes are taken") {
    const auto whole = [](std::uint32_t column, std::uint32_t row) {
        return 1.0 * column + row % 3;
    };
    for (const auto& [bits, floating] :
         {std::pair{8, false}, {16, false}, {32, true}, {64, true}}) {
        Workshop shop;
        const GeoTiff tiff{.value = whole, .bits = bits, .floating = floating};
        (void)shop.build(tiff);
        CHECK(has_slope(shop, tiff));
        CHECK(shop.at(85, -175) == 0);
    }
    Workshop shop;
    CHECK(holds(shop.refusal({.bits = 24}), "gdal_translate -ot Float32"));
    CHECK(holds(shop.refusal({.bands = 3}), "gdal_translate -b 1"));
}

TEST_CASE("raster build: what the file calls no data is none, and zero is zero") {
    const auto value = [](std::uint32_t column, std::uint32_t row) {
        return column == 3 ? -3.4028234663852886e+38 : column == 4 ? nothing : row == 5 ? 0 : 2.0;
    };
    Workshop shop;
    const auto built = shop.build({.value = value, .no_data = "-3.4028234663852886e+38"});
    CHECK(std::isnan(shop.at(85, -145)));
    CHECK(std::isnan(shop.at(85, -135)));
    CHECK(shop.at(35, 5) == 0);
    CHECK(is_near(shop.at(45, 5), 2));
    CHECK(built.census.no_data == 36);
    CHECK(built.census.refused == 0);
    CHECK(built.census.known == 36 * 18 - 36);
}

TEST_CASE("raster build: no data may be any number, of whole numbers too") {
    const auto value = [](std::uint32_t column, std::uint32_t) { return column < 5 ? 0.0 : 7.0; };
    for (const int bits : {8, 16}) {
        Workshop shop;
        (void)shop.build({.value = value, .bits = bits, .floating = false, .no_data = "0"});
        CHECK(std::isnan(shop.at(0, -179)));
        CHECK(is_near(shop.at(0, 0), 7));
    }
    Workshop shop;  // a number that bytes cannot hold is nowhere
    (void)shop.build({.value = value, .bits = 8, .floating = false, .no_data = "-9999"});
    CHECK(shop.at(0, -179) == 0);
}

TEST_CASE("raster build: what no sky can have is no data, and is counted") {
    const auto value = [](std::uint32_t column, std::uint32_t) {
        return column == 1 ? -0.5 : column == 2 ? 2e4 : 0.3;
    };
    Workshop shop;
    const auto built = shop.build({.value = value});
    CHECK(built.census.refused == 36);
    CHECK(std::isnan(shop.at(0, -165)));
    CHECK(std::isnan(shop.at(0, -155)));
    CHECK(built.census.most == doctest::Approx(0.3));
}

TEST_CASE("raster build: magnitudes of the whole sky become artificial light") {
    const auto value = [](std::uint32_t column, std::uint32_t) {
        return column == 0 ? 22.4 : column == 1 ? 0.0 : 15 + 0.2 * column;
    };
    Workshop shop;
    shop.import.unit = RasterUnit::mag;
    const auto built = shop.build({.value = value, .bits = 64});
    CHECK(shop.at(0, -175) == 0);  // darker than the natural sky
    CHECK(std::isnan(shop.at(0, -165)));
    CHECK(built.census.refused == 18);
    const double wanted = sky::luminance_of_magnitude(21) - sky::natural_mcd_per_m2;
    CHECK(is_near(shop.at(0, -180 + 305), wanted));
}

TEST_CASE("raster build: magnitudes are not taken for luminances") {
    Workshop shop;
    const auto value = [](std::uint32_t column, std::uint32_t) { return 17 + 0.1 * column; };
    CHECK(holds(shop.refusal({.value = value}), "--unit mag"));
    shop.import.unit = RasterUnit::mag;
    CHECK(shop.refusal({.value = value}) == "none");
}

TEST_CASE("raster build: a raster that begins at 85 N is read from there") {
    Workshop shop;
    const GeoTiff tiff{
        .columns = 360, .rows = 145, .north = 85, .step_east = 1, .step_south = 1, .value = &slope};
    const auto built = shop.build(tiff);
    CHECK(built.facts.north.value == 85);
    CHECK(has_slope(shop, tiff));
    CHECK(std::isnan(shop.at(85.5, 0)));
    CHECK(std::isnan(shop.at(-60.5, 0)));
    CHECK(is_near(shop.at(-59.5, 0.5), slope(180, 144)));
}

TEST_CASE("raster build: a tie to a cell's middle shifts by half a cell") {
    Workshop shop;
    const GeoTiff tiff{.value = &slope, .point = true};
    const auto built = shop.build(tiff);
    CHECK(built.facts.west.value == doctest::Approx(-180));
    CHECK(built.facts.north.value == doctest::Approx(90));
    CHECK(has_slope(shop, tiff));
}

TEST_CASE("raster build: tells how far it is, to the end") {
    Workshop shop;
    std::uint32_t last = 0;
    int calls = 0;
    shop.import.progress = [&](std::uint32_t row, std::uint32_t rows) {
        CHECK(row > last);
        CHECK(rows == 150);
        last = row;
        ++calls;
    };
    (void)shop.build({.columns = 300, .rows = 150, .step_east = 1.2, .step_south = 1.2});
    CHECK(last == 150);
    CHECK(calls == 3);
}

TEST_CASE("raster check: sees a changed byte anywhere, show only in header and index") {
    Workshop shop;
    const auto built = shop.build(
        {.columns = 200, .rows = 100, .step_east = 1.8, .step_south = 1.8, .value = &slope});
    CHECK(check_raster(shop.import.to).trouble.empty());
    CHECK(check_raster(shop.import.to).facts.checksum == built.facts.checksum);
    CHECK(show_raster(shop.import.to).facts.source == "A test");
    std::fstream file(shop.import.to, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 + 8192 + 77).put('\x55');
    file.close();
    CHECK(check_raster(shop.import.to).trouble == "Its tiles have another checksum.");
    CHECK(show_raster(shop.import.to).trouble.empty());
    fs::resize_file(shop.import.to, 5000);
    CHECK(check_raster(shop.import.to).trouble == "It has another length than its header says.");
    CHECK_THROWS_AS((void)check_raster(shop.folder / "none"), std::system_error);
    CHECK_THROWS_AS((void)check_raster(shop.folder.path()), std::system_error);
}

}  // namespace asterism::outside::testing
