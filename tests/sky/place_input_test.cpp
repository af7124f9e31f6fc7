#include "libcore/sky/place_input.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/faults.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::sky {
namespace {

using tests::slug_at;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

TEST_CASE("place_of: takes the poles, the date line and everything between") {
    for (const double latitude : {-90.0, 0.0, 90.0})
        for (const double longitude : {-180.0, 0.0, 180.0}) {
            const auto place = place_of(latitude, longitude, {});
            REQUIRE(place);
            CHECK(place->latitude.value == latitude);
            CHECK(place->longitude.value == longitude);
            CHECK(place->elevation_metres == 0);
        }
    CHECK(place_of(46, 14, -500));
    CHECK(place_of(46, 14, 9000)->elevation_metres == 9000);
}

TEST_CASE("place_of: refuses what is out of range or no number, in this order") {
    CHECK(slug_at(place_of(nan, nan, nan)) == "sky_latitude_out_of_range at latitude");
    CHECK(slug_at(place_of(std::nextafter(90, 91), nan, nan)) ==
          "sky_latitude_out_of_range at latitude");
    CHECK(slug_at(place_of(-infinite, 0, {})) == "sky_latitude_out_of_range at latitude");
    CHECK(slug_at(place_of(90, nan, nan)) == "sky_longitude_out_of_range at longitude");
    CHECK(slug_at(place_of(90, 180.5, {})) == "sky_longitude_out_of_range at longitude");
    CHECK(slug_at(place_of(90, 180, nan)) == "sky_elevation_out_of_range at elevation");
    CHECK(slug_at(place_of(90, 180, 9000.5)) == "sky_elevation_out_of_range at elevation");
    CHECK(slug_at(place_of(90, 180, -501)) == "sky_elevation_out_of_range at elevation");
}

TEST_CASE("place_if_any: takes a whole place or none") {
    CHECK_FALSE(place_if_any({}, {}, {})->has_value());
    CHECK(place_if_any(1, 2, {})->has_value());
    CHECK(slug_at(place_if_any(1, {}, {})) == "sky_place_incomplete at longitude");
    CHECK(slug_at(place_if_any({}, 2, {})) == "sky_place_incomplete at latitude");
    CHECK(slug_at(place_if_any({}, {}, 100)) == "sky_place_incomplete at latitude");
    CHECK(slug_at(place_if_any(91, 2, {})) == "sky_latitude_out_of_range at latitude");
}

}  // namespace
}  // namespace asterism::sky
