#include "libcore/sky/tile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

#include <doctest/doctest.h>

namespace asterism::sky {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Light that grows to the east, with none known in the southern hemisphere.
void sample(void*, std::span<const double> latitudes, std::span<const double> longitudes,
            std::span<double> out) {
    for (std::size_t n = 0; n < out.size(); ++n)
        out[n] = latitudes[n] < 0 ? nothing : std::exp((longitudes[n] - 100) / 30);
}

}  // namespace

TEST_CASE("tile: addresses are those of zooms 0 to 12") {
    CHECK(is_tile({0, 0, 0}));
    CHECK(is_tile({12, 4095, 4095}));
    CHECK_FALSE(is_tile({13, 0, 0}));
    CHECK_FALSE(is_tile({-1, 0, 0}));
    CHECK_FALSE(is_tile({3, 8, 0}));
    CHECK_FALSE(is_tile({3, 0, 8}));
    CHECK_FALSE(is_tile({3, -1, 0}));
    CHECK_FALSE(is_tile({64, 0, 0}));
    CHECK(is_tile_size(256));
    CHECK(is_tile_size(512));
    CHECK_FALSE(is_tile_size(1024));
}

TEST_CASE("tile: pixels lie where Web Mercator has them") {
    // The corners of the whole map are 180 degrees and atan(sinh(pi)), half a pixel further out.
    CHECK(longitude_of_column({0, 0, 0}, 256, 0).value == doctest::Approx(-180 + 180.0 / 256));
    CHECK(longitude_of_column({0, 0, 0}, 256, 255).value == doctest::Approx(180 - 180.0 / 256));
    CHECK(latitude_of_row({0, 0, 0}, 256, 0).value == doctest::Approx(84.9901001));
    CHECK(latitude_of_row({0, 0, 0}, 256, 127).value ==
          doctest::Approx(-latitude_of_row({0, 0, 0}, 256, 128).value));
    // Ljubljana lies in tile 8/138/91, by the formula of the OpenStreetMap wiki.
    CHECK(longitude_of_column({8, 138, 91}, 256, 0).value < 14.51);
    CHECK(longitude_of_column({8, 138, 91}, 256, 255).value > 14.51);
    CHECK(latitude_of_row({8, 138, 91}, 256, 0).value > 46.05);
    CHECK(latitude_of_row({8, 138, 91}, 256, 255).value < 46.05);
}

TEST_CASE("tile: four tiles of the next zoom have the middles of one of twice the size") {
    for (int column = 0; column < 512; ++column)
        CHECK(longitude_of_column({3, 5, 2}, 512, column).value ==
              doctest::Approx(
                  longitude_of_column({4, 10 + column / 256, 4}, 256, column % 256).value));
    for (int row = 0; row < 512; ++row)
        CHECK(latitude_of_row({3, 5, 2}, 512, row).value ==
              doctest::Approx(latitude_of_row({4, 10, 4 + row / 256}, 256, row % 256).value));
}

TEST_CASE("GlowClasses: gives the rule's class for any light, at the limits too") {
    for (const auto scheme : {BortleScheme::nomogram, BortleScheme::ratio, BortleScheme::classic,
                              BortleScheme::nightskyspots})
        for (const auto& rule : {native_rule(scheme), starview_rule()}) {
            const GlowClasses classes(rule);
            for (double light = 1e-6; light < 1e4; light *= 1.003)
                CHECK(classes.of(light) == skyglow(light, rule).bortle);
            CHECK(classes.of(0) == 1);
            CHECK(classes.of(nothing) == 0);
            CHECK(classes.of(HUGE_VAL) == skyglow(HUGE_VAL, rule).bortle);
            // Closer and closer to where a class ends, from both sides.
            for (double low = 0.001; low < 100; low *= 1.5) {
                double high = low * 1.5;
                if (skyglow(low, rule).bortle == skyglow(high, rule).bortle) continue;
                for (int step = 0; step < 70; ++step) {
                    const double middle = low + (high - low) / 2;
                    CHECK(classes.of(middle) == skyglow(middle, rule).bortle);
                    (skyglow(middle, rule).bortle == skyglow(low, rule).bortle ? low : high) =
                        middle;
                }
            }
        }
}

TEST_CASE("draw_tile: a pixel has its middle's class, and none where there is no data") {
    const GlowClasses classes(native_rule());
    for (const int pixels : {256, 512}) {
        const TileAddress tile{1, 1, 0};
        std::vector<std::uint8_t> drawn(static_cast<std::size_t>(pixels * pixels), 77);
        draw_tile(tile, pixels, classes, {&sample, nullptr}, drawn);
        for (int row = 0; row < pixels; row += 5)
            for (int column = 0; column < pixels; ++column) {
                const double light =
                    std::exp((longitude_of_column(tile, pixels, column).value - 100) / 30);
                CHECK(drawn[static_cast<std::size_t>(row * pixels + column)] ==
                      skyglow(light, native_rule()).bortle);
            }
        draw_tile({1, 1, 1}, pixels, classes, {&sample, nullptr}, drawn);
        CHECK(std::ranges::all_of(drawn, [](auto each) { return each == 0; }));
    }
}

TEST_CASE("draw_tile: draws nothing for an address or size that is none, nor beyond its room") {
    const GlowClasses classes(native_rule());
    std::vector<std::uint8_t> drawn(256 * 256, 77);
    draw_tile({1, 2, 0}, 256, classes, {&sample, nullptr}, drawn);
    draw_tile({1, 1, 0}, 100, classes, {&sample, nullptr}, drawn);
    CHECK(std::ranges::all_of(drawn, [](auto each) { return each == 77; }));
    draw_tile({1, 1, 0}, 256, classes, {&sample, nullptr}, std::span(drawn).first(600));
    CHECK(drawn[511] != 77);
    CHECK(drawn[512] == 77);
}

TEST_CASE("legend: its classes join without a gap and have nine colours") {
    for (const auto scheme : {BortleScheme::ratio, BortleScheme::classic}) {
        const auto rows = legend(scheme);
        std::set<int> colours;
        CHECK(std::isinf(rows.front().below_mag_per_arcsec2));
        CHECK(std::isinf(rows.back().from_mag_per_arcsec2));
        for (std::size_t n = 0; n < rows.size(); ++n) {
            CHECK(rows[n].bortle == static_cast<int>(n) + 1);
            if (n > 0) CHECK(rows[n].below_mag_per_arcsec2 == rows[n - 1].from_mag_per_arcsec2);
            const auto& colour = rows[n].colour;
            colours.insert(colour.red << 16 | colour.green << 8 | colour.blue);
            if (n < 8) CHECK(bortle_class(rows[n].from_mag_per_arcsec2, scheme) == rows[n].bortle);
        }
        CHECK(colours.size() == 9);
    }
}

}  // namespace asterism::sky
