#include "libcore/sky/surroundings.hpp"

#include <doctest/doctest.h>

namespace asterism::sky {
namespace {

TEST_CASE("surroundings: an address is written in one line, without its unknown parts") {
    CHECK(line_of({"Ljubljana", "Osrednjeslovenska", "Slovenia"}) ==
          "Ljubljana, Osrednjeslovenska, Slovenia");
    CHECK(line_of({"", "", "Slovenia"}) == "Slovenia");
    CHECK(line_of({}).empty());
}

TEST_CASE("surroundings: without network the nearest town stands in, if it is near") {
    const auto here = address_by_towns({{46.06}, {14.51}});
    REQUIRE(here);
    CHECK(here->locality == "Ljubljana");
    CHECK(here->country == "Slovenia");
    CHECK_FALSE(address_by_towns({{-48.876}, {-123.393}}));  // far from all land
    CHECK(TownsAround{}.address({{46.06}, {14.51}}, {}) == here);
    CHECK_FALSE(TownsAround{}.elevation_metres({{46.06}, {14.51}}, {}));
}

TEST_CASE("surroundings: every place has a pixel, at the ends of the world too") {
    const auto middle = terrain_pixel({{0}, {0}}, 1);
    CHECK((middle.x == 1 && middle.y == 1 && middle.column == 0 && middle.row == 0));
    const auto first = terrain_pixel({{90}, {-180}}, 14);
    CHECK((first.x == 0 && first.y == 0 && first.column == 0 && first.row == 0));
    const auto last = terrain_pixel({{-90}, {180}}, 14);
    CHECK((last.x == 16'383 && last.y == 16'383 && last.column == 255 && last.row == 255));
}

TEST_CASE("surroundings: colours are heights, to a tenth of a metre") {
    CHECK(terrain_metres(1, 134, 160) == 0.0);
    CHECK(terrain_metres(0, 0, 0) == -10'000.0);
    CHECK(terrain_metres(1, 134, 161) == 0.1);
    CHECK(terrain_metres(2, 0, 0) == 3'107.2);
}

}  // namespace
}  // namespace asterism::sky
