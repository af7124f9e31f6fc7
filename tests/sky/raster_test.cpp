#include "libcore/sky/raster.hpp"

#include <cmath>
#include <limits>
#include <random>

#include <doctest/doctest.h>

#include "libcore/sky/raster_format.hpp"
#include "tests/sky/raster_bytes.hpp"

namespace asterism::sky {

namespace {

namespace format = raster_format;
using tests::facts_of;
using tests::raster_bytes;

using Bytes = std::vector<std::byte>;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// The file has to outlive what is read from it.
struct Opened {
    explicit Opened(Bytes given) : bytes(std::move(given)), opened(Raster::open(bytes)) {
        REQUIRE(std::holds_alternative<Raster>(opened));
    }

    const Raster* operator->() const { return &std::get<Raster>(opened); }

    Bytes bytes;
    std::variant<Raster, RasterFlaw> opened;
};

/// 5 degrees a cell, half of the northern hemisphere: 36 by 18 cells from 90 N.
double hills(std::uint32_t column, std::uint32_t row) { return 0.01 * (1 + column) * (1 + row); }

/// The world in 2 degrees from 85 N, with a hole, a dark ocean and a bright spot.
double world(std::uint32_t column, std::uint32_t row) {
    if (column == 100 && row == 30) return nothing;
    if (column < 64) return 0;
    return 0.001 * (1 + column % 7) + row;
}

bool is_near(double found, double wanted, double relative) {
    return std::abs(found - wanted) <= relative * wanted;
}

double at(const Opened& raster, double latitude, double longitude) {
    return raster->nearest({latitude}, {longitude}).value_or(nothing);
}

double between(const Opened& raster, double latitude, double longitude) {
    return raster->bilinear({latitude}, {longitude}).value_or(nothing);
}

}  // namespace

TEST_CASE("raster: a cell is found anywhere within its edges, to 0.1 percent") {
    const Opened raster(raster_bytes(facts_of(36, 18, 90, 5), hills));
    for (std::uint32_t row = 0; row < 18; ++row)
        for (std::uint32_t column = 0; column < 36; ++column)
            for (const double share : {0.01, 0.5, 0.99}) {
                const double found =
                    at(raster, 90 - 5 * (row + share), -180 + 5 * (column + share));
                CHECK(is_near(found, hills(column, row), 0.001));
            }
}

TEST_CASE("raster: quantisation is far below one percent over eleven powers of ten") {
    for (double value = 1e-7; value < 1e4; value *= 1.0137) {
        const Opened raster(
            raster_bytes(facts_of(1, 1, 1, 1, 0), [&](auto, auto) { return value; }));
        CHECK(is_near(at(raster, 0.5, 0.5), value, 0.0003));
    }
}

TEST_CASE("raster: no light is zero, no data is none, and neither is the other") {
    const Opened raster(raster_bytes(facts_of(180, 70, 85, 2), world));
    CHECK(raster->facts().is_global());
    CHECK(at(raster, 0, -170) == 0);
    CHECK_FALSE(raster->nearest({85 - 61}, {-180 + 201}).has_value());
    CHECK_FALSE(raster->bilinear({85 - 61}, {-180 + 201}).has_value());
    CHECK(raster->nearest({85 - 61}, {-180 + 203}).has_value());
}

TEST_CASE("raster: rows are counted from where it begins, not from the pole") {
    const Opened raster(raster_bytes(facts_of(180, 70, 85, 2), world));
    CHECK_FALSE(raster->nearest({85.1}, {0}).has_value());
    CHECK_FALSE(raster->nearest({89.9}, {0}).has_value());
    CHECK_FALSE(raster->nearest({-55.1}, {0}).has_value());
    CHECK(is_near(at(raster, 84.9, 0.5), world(90, 0), 0.001));
    CHECK(is_near(at(raster, 85, 0.5), world(90, 0), 0.001));
    CHECK(is_near(at(raster, -55, 0.5), world(90, 69), 0.001));
    CHECK(is_near(at(raster, 46, 0.5), world(90, 19), 0.001));
}

TEST_CASE("raster: a meridian has one answer, whatever the turn it is counted in") {
    const Opened raster(raster_bytes(facts_of(180, 70, 85, 2), world));
    for (const double longitude : {-180.0, -179.5, -60.25, 0.0, 13.7, 179.99})
        for (const double turn : {-720.0, -360.0, 360.0, 1080.0}) {
            CHECK(at(raster, 10, longitude) == at(raster, 10, longitude + turn));
            CHECK(between(raster, 10, longitude) ==
                  doctest::Approx(between(raster, 10, longitude + turn)));
        }
    CHECK(at(raster, 10, 180) == at(raster, 10, -180));
}

TEST_CASE("raster: what is no number, or endless, has no light") {
    const Opened raster(raster_bytes(facts_of(180, 70, 85, 2), world));
    for (const double odd : {nothing, HUGE_VAL, -HUGE_VAL, 1e300, -1e300, 5e-324}) {
        (void)raster->nearest({1}, {odd});
        (void)raster->bilinear({1}, {odd});
        CHECK(raster->nearest({odd}, {1}).has_value() == (odd == 5e-324));
        CHECK(raster->bilinear({odd}, {1}).has_value() == (odd == 5e-324));
    }
    CHECK_FALSE(raster->nearest({1}, {nothing}).has_value());
    CHECK_FALSE(raster->bilinear({1}, {HUGE_VAL}).has_value());
}

TEST_CASE("raster: between four middles luminances are mixed, not magnitudes") {
    const Opened raster(raster_bytes(facts_of(36, 18, 90, 5), hills));
    const double expected = (hills(3, 7) + hills(4, 7) + hills(3, 8) + hills(4, 8)) / 4;
    CHECK(is_near(between(raster, 90 - 5 * 8, -180 + 5 * 4), expected, 0.001));
    const double quarter = 0.75 * hills(3, 7) + 0.25 * hills(4, 7);
    CHECK(is_near(between(raster, 90 - 5 * 7.5, -180 + 5 * 3.75), quarter, 0.001));
    CHECK(is_near(between(raster, 90 - 5 * 7.5, -180 + 5 * 3.5), hills(3, 7), 0.001));
}

TEST_CASE("raster: within half a cell of an edge only what is there is mixed") {
    const Opened part(raster_bytes(facts_of(36, 18, 90, 5), hills));
    CHECK(is_near(between(part, 89.9, -177.5), hills(0, 0), 0.001));
    CHECK(is_near(between(part, 90, -180), hills(0, 0), 0.001));
    CHECK(is_near(between(part, 0.001, -0.001), hills(35, 17), 0.001));
    CHECK(is_near(between(part, 0, 0), hills(35, 17), 0.001));
    CHECK_FALSE(part->bilinear({-0.01}, {-1}).has_value());
    CHECK_FALSE(part->bilinear({1}, {0.01}).has_value());
}

TEST_CASE("raster: the last column is the first one's neighbour if it goes all the way round") {
    const auto steps = [](std::uint32_t column, std::uint32_t) { return column == 0 ? 3.0 : 1.0; };
    const Opened all(raster_bytes(facts_of(360, 10, 5, 1), steps));
    CHECK(is_near(between(all, 0, -180), 2, 0.001));
    CHECK(is_near(between(all, 0, 180), 2, 0.001));
    CHECK(is_near(between(all, 0, 179.75), 1.5, 0.001));
    CHECK(is_near(between(all, 0, -179.75), 2.5, 0.001));
    const Opened part(raster_bytes(facts_of(350, 10, 5, 1), steps));
    CHECK(is_near(between(part, 0, -179.75), 3, 0.001));
    CHECK_FALSE(part->nearest({0}, {175}).has_value());
}

TEST_CASE("raster: a step written with few digits still goes round, without a seam") {
    auto facts = facts_of(43200 / 40, 10, 5, 0.333333);
    const Opened raster(raster_bytes(facts, [](auto column, auto) { return 1.0 + column; }));
    CHECK(raster->facts().is_global());
    for (std::uint32_t column = 0; column < facts.columns; ++column)
        CHECK(is_near(at(raster, 4.9, -180 + (column + 0.5) / 3), 1.0 + column, 0.001));
    CHECK(raster->nearest({4.9}, {179.99999}).has_value());
}

TEST_CASE("raster: holes do not darken or brighten what is beside them") {
    const Opened raster(raster_bytes(
        facts_of(360, 10, 5, 1), [](auto column, auto) { return column == 100 ? nothing : 2.0; }));
    CHECK(is_near(between(raster, 0.5, -180 + 99.9), 2, 0.001));
    CHECK(is_near(between(raster, 0.5, -180 + 101.1), 2, 0.001));
    CHECK(std::isnan(between(raster, 0.5, -180 + 100.1)));
}

TEST_CASE("raster: arrays get what single places get, and as many as the shortest holds") {
    const Opened raster(raster_bytes(facts_of(180, 70, 85, 2), world));
    std::mt19937_64 chance(7);
    std::uniform_real_distribution<double> any(-1, 1);
    std::vector<double> latitudes(500), longitudes(500), nearest(500), mixed(499, -1);
    for (std::size_t n = 0; n < 500; ++n) {
        latitudes[n] = 90 * any(chance);
        longitudes[n] = 400 * any(chance);
    }
    raster->nearest(latitudes, longitudes, nearest);
    raster->bilinear(latitudes, longitudes, mixed);
    for (std::size_t n = 0; n < 500; ++n) {
        const double one = at(raster, latitudes[n], longitudes[n]);
        CHECK((nearest[n] == one || (std::isnan(one) && std::isnan(nearest[n]))));
        if (n == 499) break;
        const double other = between(raster, latitudes[n], longitudes[n]);
        CHECK((mixed[n] == other || (std::isnan(other) && std::isnan(mixed[n]))));
    }
    std::vector<double> few(2, -1);
    raster->nearest(std::span(latitudes).first(1), longitudes, few);
    CHECK(few[1] == -1);
}

TEST_CASE("raster: tiles of one value are kept in the index alone") {
    const Opened raster(raster_bytes(facts_of(640, 320, 85, 0.5), [](auto column, auto row) {
        return column == 200 && row == 200 ? 5.0 : 0.25;
    }));
    CHECK(raster->facts().tiles == 1);
    CHECK(raster.bytes.size() == format::header_bytes + format::tile_bytes + 4 * 10 * 5);
    CHECK(is_near(at(raster, 85 - 100.25, -180 + 100.25), 5, 0.001));
    CHECK(is_near(at(raster, 85 - 100.25, -180 + 100.75), 0.25, 0.001));
    CHECK(is_near(at(raster, 84, 0), 0.25, 0.001));
}

TEST_CASE("raster: facts come back as they were written") {
    auto facts = facts_of(36, 18, 90, 5);
    facts.source = "Falchi & al., 2016";
    facts.licence = std::string(5000, 'x') + "\xC3\xA9";
    facts.checksum[31] = std::byte{0xFE};
    const Opened raster(raster_bytes(facts, hills));
    CHECK(raster->facts().source == facts.source);
    CHECK(raster->facts().licence == std::string(format::licence_bytes, 'x'));
    CHECK(raster->facts().year == 2015);
    CHECK(raster->facts().uncertainty_mag == 0.3);
    CHECK(raster->facts().checksum == facts.checksum);
    CHECK(raster->facts().file_bytes == raster.bytes.size());
    CHECK_FALSE(raster->facts().is_global());
}

TEST_CASE("raster: a text that does not fit is cut between characters") {
    auto facts = facts_of(36, 18, 90, 5);
    facts.source = std::string(255, 'x') + "\xC3\xA9";
    const Opened raster(raster_bytes(facts, hills));
    CHECK(raster->facts().source == std::string(255, 'x'));
}

}  // namespace asterism::sky
