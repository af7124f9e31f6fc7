#include <filesystem>
#include <fstream>
#include <random>
#include <system_error>
#include <tiffio.h>

#include <doctest/doctest.h>

#include "shells/outside/raster_geo.hpp"
#include "tests/outside/raster_workshop.hpp"

namespace asterism::outside::testing {

namespace fs = std::filesystem;
using tests::write_geo_tiff;

TEST_CASE("raster build: other coordinates are refused with the command that helps") {
    Workshop shop;
    const auto command = "gdalwarp -t_srs EPSG:4326 " + shop.import.from + " " +
                         shop.folder.path() + "/sky-4326.tif";
    const auto mercator = shop.refusal({.model = 1, .datum = 0, .projection = 3857});
    CHECK(holds(mercator, "EPSG:3857"));
    CHECK(holds(mercator, command));
    CHECK(holds(shop.refusal({.model = 1, .datum = 4326}), command));
    const auto nad83 = shop.refusal({.datum = 4269});
    CHECK(holds(nad83, "EPSG:4269"));
    CHECK(holds(nad83, command));
    CHECK(holds(shop.refusal({.datum = 0}), command));
    CHECK(holds(shop.refusal({.keys = false}), "gdal_translate -a_srs EPSG:4326"));
    CHECK(holds(shop.refusal({.places = false}), "where its cells lie"));
    CHECK(holds(shop.refusal({.step_east = 20}), "do not fit the Earth"));
    CHECK(holds(shop.refusal({.north = 190}), "do not fit the Earth"));
}

TEST_CASE("raster build: commands quote what a shell would split") {
    CHECK(shell_word("sky.tif") == "sky.tif");
    CHECK(shell_word("my sky.tif") == "'my sky.tif'");
    CHECK(shell_word("it's.tif") == "'it'\\''s.tif'");
}

TEST_CASE("raster build: a file that is cut, or is none, is refused and leaves nothing behind") {
    for (const int compression : {COMPRESSION_NONE, COMPRESSION_ADOBE_DEFLATE})
        for (const std::uint32_t tile : {0U, 64U}) {
            Workshop shop;
            write_geo_tiff(shop.import.from, {.columns = 300,
                                              .rows = 150,
                                              .step_east = 1.2,
                                              .step_south = 1.2,
                                              .value = &slope,
                                              .compression = compression,
                                              .tile = tile});
            const auto whole = fs::file_size(shop.import.from);
            for (const auto bytes :
                 {whole * 9 / 10, whole / 2, whole / 10, std::uintmax_t{20}, std::uintmax_t{0}}) {
                fs::resize_file(shop.import.from, bytes);
                CHECK_THROWS_AS((void)build_raster(shop.import), RasterRefused);
                CHECK(shop.files() == 1);
            }
        }
    Workshop shop;
    CHECK_THROWS_AS((void)build_raster(shop.import), std::system_error);
    std::ofstream(shop.import.from) << "PK\003\004 an archive";
    CHECK_THROWS_AS((void)build_raster(shop.import), RasterRefused);
}

TEST_CASE("raster build: bytes changed by chance end in a refusal or a raster, never in a crash") {
    Workshop shop;
    write_geo_tiff(
        shop.import.from,
        {.value = &slope, .compression = COMPRESSION_LZW, .tile = 16, .no_data = "-9999"});
    std::string whole(fs::file_size(shop.import.from), '\0');
    std::ifstream(shop.import.from).read(whole.data(), std::ssize(whole));
    std::mt19937 chance(5);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        auto bytes = whole;
        for (int hit = 0; hit < 4; ++hit)
            bytes[chance() % bytes.size()] = static_cast<char>(chance());
        std::ofstream(shop.import.from, std::ios::trunc).write(bytes.data(), std::ssize(bytes));
        try {
            (void)build_raster(shop.import);
        } catch (const RasterRefused&) {
            ++refused;
        }
    }
    CHECK(refused > 0);
    CHECK(refused < 400);
}

TEST_CASE("raster build: what was there stays until the new one is whole") {
    Workshop shop;
    (void)shop.build({.value = &slope});
    const auto before = RasterMap(shop.import.to).facts().checksum;
    write_geo_tiff(shop.import.from, {.model = 1});
    CHECK_THROWS_AS((void)build_raster(shop.import), RasterRefused);
    CHECK(RasterMap(shop.import.to).facts().checksum == before);
    const std::string missing = shop.folder / "none/sky.raster";
    write_geo_tiff(shop.import.from, {});
    auto elsewhere = shop.import;
    elsewhere.to = missing;
    CHECK_THROWS_AS((void)build_raster(elsewhere), std::system_error);
}

}  // namespace asterism::outside::testing
