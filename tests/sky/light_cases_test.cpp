#include "libcore/sky/light_cases.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/sky/skyglow_scale.hpp"
#include "tests/fakes/even_map.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/slug.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {
namespace {

using doctest::Approx;
using tests::instant;
using tests::slug_at;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr Now now{instant("2026-11-21T23:00:00Z")};
const tests::EvenMap map;
const NoLightMap nothing;
const LightMap* const no_map = &nothing;

BortleView bortle(const BortleAt& input, const LightMap& by = map) {
    auto view = bortle_at(by, input);
    REQUIRE(view);
    return *view;
}

SkyBrightnessView brightness(const SkyBrightnessAt& input) {
    auto view = sky_brightness_at(now, map, input);
    REQUIRE(view);
    return *view;
}

TEST_CASE("bortle_at: reads the map and names it") {
    const auto view = bortle({.latitude = 46.05, .longitude = 14.51});
    CHECK(view.origin == LightOrigin::map);
    CHECK(view.source == "an even map");
    CHECK(view.year == 2015);
    CHECK(view.artificial_mcd_per_m2 == 0.1);
    CHECK(view.total_mcd_per_m2 == Approx(0.271168465));
    CHECK(view.mag_per_arcsec2 == Approx(magnitude_of_luminance(0.271168465)));
    CHECK(view.ratio == Approx(0.1 / 0.171168465));
    CHECK(view.scheme == BortleScheme::classic);
    CHECK(view.bortle == 2);
    CHECK(view.growth == 1);
    CHECK(view.uncertainty_mag == 0.1);
    CHECK_FALSE(view.description.empty());
}

TEST_CASE("bortle_at: estimates from towns where the map has nothing, and says why") {
    tests::EvenMap southless;
    const auto hole = bortle({.latitude = -75, .longitude = 0}, southless);
    CHECK(hole.origin == LightOrigin::model_no_data);
    CHECK(hole.source == "model");
    CHECK_FALSE(hole.year);
    CHECK(hole.uncertainty_mag > 0);
    CHECK(hole.artificial_mcd_per_m2 == 0);
    CHECK(hole.rule == "asterism-1-by-meters");
    CHECK(hole.mag_per_arcsec2 == Approx(21.55).epsilon(0.0005));
    southless.available = false;
    const auto town = bortle({.latitude = 46.05, .longitude = 14.51}, southless);
    CHECK(town.origin == LightOrigin::model_no_map);
    CHECK(town.bortle >= 5);
    CHECK(bortle({.latitude = 46.05, .longitude = 14.51}, NoLightMap{}).source == "model");
}

TEST_CASE("bortle_at: without a map it is near what meters read where the model was not fitted") {
    std::vector<double> errors;
    int near = 0;
    const Table sites("sky_brightness_sites.csv");
    for (const Row& row : sites.rows()) {
        if (row.text("half") != "test") continue;
        const auto view =
            bortle({.latitude = row.number("latitude"), .longitude = row.number("longitude")},
                   NoLightMap{});
        const double measured = row.number("mag_per_arcsec2");
        errors.push_back(std::abs(view.mag_per_arcsec2 - measured));
        near += std::abs(view.bortle - bortle_class(measured, view.scheme)) <= 1 ? 1 : 0;
    }
    REQUIRE(errors.size() == 80);
    std::nth_element(errors.begin(), errors.begin() + 40, errors.end());
    CHECK(errors[40] <= 0.25);
    CHECK(near >= 68);  // 85 %; the aim of 90 % is reached in the ratio scheme alone
}

TEST_CASE("brightness_at: on a moonless night the zenith is what bortle_at says it is") {
    for (const LightMap* by : {static_cast<const LightMap*>(&map), no_map}) {
        const auto bright = sky_brightness_at(Now{instant("2026-12-09T23:00:00Z")}, *by,
                                              {.latitude = 46.4, .longitude = 14.5});
        REQUIRE(bright);
        CHECK(bright->moonlight_mcd_per_m2 == 0);
        CHECK(bright->twilight_mcd_per_m2 == 0);
        CHECK(bright->mag_per_arcsec2 ==
              Approx(bortle({.latitude = 46.4, .longitude = 14.5}, *by).mag_per_arcsec2));
    }
}

TEST_CASE("bortle_at: classes by the scheme asked for") {
    BortleAt input{.latitude = 46.05, .longitude = 14.51};
    input.scheme = BortleScheme::ratio;
    const auto view = bortle(input);
    CHECK(view.scheme == BortleScheme::ratio);
    CHECK(view.bortle == 4);  // 21.50 mag
}

TEST_CASE("bortle_at: lets the map's light grow by a fortieth a year, the model's never") {
    BortleAt input{.latitude = 46.05, .longitude = 14.51};
    input.growth_year = 2026;
    const auto view = bortle(input);
    CHECK(view.growth == Approx(1.31209));
    CHECK(view.artificial_mcd_per_m2 == Approx(0.131209).epsilon(1e-5));
    CHECK(bortle(input, NoLightMap{}).growth == 1);
}

TEST_CASE("bortle_at: classes as Starview does when asked to") {
    BortleAt input{.latitude = 46.05, .longitude = 14.51};
    input.rule = LightRule::starview;
    const auto view = bortle(input);
    CHECK(view.rule == starview_rule().name);
    CHECK(view.growth == 1.31);
    CHECK(view.bortle == 4);  // class 3, and one more below 22
}

TEST_CASE("bortle_at: refuses in this order") {
    const auto refusal = [](const BortleAt& input) { return slug_at(bortle_at(map, input)); };
    using enum LightRule;
    const auto some = BortleScheme::ratio;
    CHECK(refusal({nan, 0, {}, some, starview, 1}) == "sky_latitude_out_of_range at latitude");
    CHECK(refusal({0, 0, {}, some, starview, 1989}) == "sky_growth_out_of_range at growth_year");
    CHECK(refusal({0, 0, {}, some, starview, 2101}) == "sky_growth_out_of_range at growth_year");
    CHECK(refusal({0, 0, {}, some, starview, 2100}) == "sky_rule_is_fixed at scheme");
    CHECK(refusal({0, 0, {}, {}, starview, 2100}) == "sky_rule_is_fixed at growth_year");
    CHECK(refusal({0, 0, {}, {}, starview, {}}) == "ok");
    CHECK(refusal({0, 0, {}, some, native, 2100}) == "ok");
}

TEST_CASE("sky_brightness_at: tells every light, and they add up") {
    const auto view = brightness({.latitude = 46.05, .longitude = 14.51});
    CHECK(view.at == now.at);
    CHECK(view.altitude_degrees == 90);
    CHECK(view.patch == PatchOfSky::zenith);
    CHECK(view.moonlight_mcd_per_m2 > view.artificial_mcd_per_m2);  // nine tenths of it are lit
    CHECK(view.twilight_mcd_per_m2 == 0);
    CHECK(view.total_mcd_per_m2 ==
          Approx(view.natural_mcd_per_m2 + view.artificial_mcd_per_m2 + view.moonlight_mcd_per_m2));
    CHECK(view.mag_per_arcsec2 == Approx(magnitude_of_luminance(view.total_mcd_per_m2)));
    CHECK(view.sun_altitude_degrees < -60);
    CHECK(view.moon_altitude_degrees > 0);
}

TEST_CASE("sky_brightness_at: darker without the Moon, brighter at dusk towards the Sun") {
    SkyBrightnessAt input{.latitude = 46.05, .longitude = 14.51};
    const auto moonlit = brightness(input);
    input.at = instant("2026-11-22T04:00:00Z");
    CHECK(brightness(input).mag_per_arcsec2 > moonlit.mag_per_arcsec2 + 1);
    input.at = instant("2026-11-21T16:20:00Z");
    input.altitude_degrees = 30;
    input.azimuth_degrees = 245;
    const auto west = brightness(input);
    input.azimuth_degrees = 65;
    const auto east = brightness(input);
    CHECK(west.twilight_mcd_per_m2 > 2 * east.twilight_mcd_per_m2);
    CHECK(west.patch == PatchOfSky::off_zenith);
}

TEST_CASE("sky_brightness_at: refuses in this order") {
    const auto refusal = [](const SkyBrightnessAt& input) {
        return slug_at(sky_brightness_at(now, map, input));
    };
    const Instant late = instant("2101-01-01T00:00:00Z");
    CHECK(refusal({late, nan, 0, {}, nan, nan}) == "sky_date_out_of_range at at");
    CHECK(refusal({{}, nan, 0, {}, nan, nan}) == "sky_latitude_out_of_range at latitude");
    CHECK(refusal({{}, 0, 0, {}, nan, nan}) == "sky_altitude_out_of_range at altitude");
    CHECK(refusal({{}, 0, 0, {}, -0.1, nan}) == "sky_altitude_out_of_range at altitude");
    CHECK(refusal({{}, 0, 0, {}, 90, nan}) == "sky_azimuth_out_of_range at azimuth");
    CHECK(refusal({{}, 0, 0, {}, 90, 360.5}) == "sky_azimuth_out_of_range at azimuth");
    CHECK(refusal({{}, 0, 0, {}, 90, 360}) == "ok");
}

}  // namespace
}  // namespace asterism::sky
