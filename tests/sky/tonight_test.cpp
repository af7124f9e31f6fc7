#include <algorithm>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/night_cases.hpp"
#include "tests/fakes/even_map.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using doctest::Approx;
using tests::instant;
using tests::slug_at;

constexpr Now now{instant("2026-11-21T12:00:00Z")};
const tests::FixedZones zones{1h};
const tests::EvenMap map;

TonightView tonight(const Tonight& input, const LightMap& by = map) {
    auto view = sky_tonight(now, by, zones, input);
    REQUIRE(view);
    return *view;
}

Tonight at(double latitude, double longitude, Date date) {
    return {.latitude = latitude, .longitude = longitude, .date = date};
}

/// To the minute, by a clock that is an hour ahead of UTC.
bool shows(const std::optional<Instant>& moment, std::string_view clock) {
    return moment && std::chrono::abs(*moment + 1h - instant(clock)) <= 60s;
}

TEST_CASE("sky_tonight: tells Ljubljana's night of 2026-11-21 to the minute") {
    const auto view = tonight(at(46.05, 14.51, 2026y / 11 / 21));
    CHECK(view.date == 2026y / 11 / 21);
    CHECK(view.zone == "Europe/Ljubljana");
    CHECK(view.utc_offset_seconds == 3600);
    CHECK(view.astronomical.state == Depth::reached);
    CHECK(shows(view.astronomical.dusk, "2026-11-21T18:09:30Z"));
    CHECK(shows(view.astronomical.dawn, "2026-11-22T05:26:00Z"));
    REQUIRE(view.dark.size() == 1);
    CHECK(shows(view.dark[0].begins, "2026-11-22T04:26:30Z"));
    CHECK(shows(view.dark[0].ends, "2026-11-22T05:26:00Z"));
    CHECK(view.dark_minutes == Approx(59.4).epsilon(0.01));
    CHECK(view.moon.illumination == Approx(0.90).epsilon(0.01));
    CHECK(view.moon.phase == PhaseName::waxing_gibbous);
    REQUIRE(view.moon.sets.size() == 1);
    CHECK(shows(view.moon.sets[0], "2026-11-22T04:26:30Z"));
    CHECK(view.moon.rises.size() == 1);
}

TEST_CASE("sky_tonight: its twilights lie in one another") {
    const auto view = tonight(at(46.05, 14.51, 2026y / 11 / 21));
    const SunDepth* depths[]{&view.sunset, &view.civil, &view.nautical, &view.astronomical};
    for (std::size_t n = 1; n < std::size(depths); ++n) {
        CHECK(*depths[n - 1]->dusk < *depths[n]->dusk);
        CHECK(*depths[n]->dawn < *depths[n - 1]->dawn);
    }
    CHECK(*view.astronomical.dusk < view.darkest);
    CHECK(view.darkest < *view.astronomical.dawn);
}

TEST_CASE("sky_tonight: tells white nights, midnight sun and polar night apart") {
    const auto white = tonight(at(62.2, 24.9, 2026y / 6 / 21));
    CHECK(white.sunset.state == Depth::reached);
    CHECK(white.civil.state == Depth::never);
    CHECK_FALSE(white.civil.dusk);
    CHECK(white.kind == NightKind::bright);
    CHECK(white.dark.empty());
    CHECK(white.milky_way.empty());
    CHECK(white.zenith.twilight_mcd_per_m2 > 0);
    CHECK(white.score.total == 0);

    const auto midnight_sun = tonight(at(78.2, 15.6, 2026y / 6 / 21));
    CHECK(midnight_sun.sunset.state == Depth::never);
    CHECK(midnight_sun.planets.empty());

    const auto polar = tonight(at(89, 0, 2026y / 12 / 21));
    CHECK(polar.astronomical.state == Depth::all_through);
    CHECK_FALSE(polar.astronomical.dusk);
    CHECK(polar.kind != NightKind::bright);
}

TEST_CASE("sky_tonight: shows the Milky Way's core in a southern winter, in the dark alone") {
    const auto view = tonight(at(-24.6, -70.4, 2026y / 7 / 13));
    REQUIRE_FALSE(view.milky_way.empty());
    for (const TimeSpan& up : view.milky_way)
        CHECK(std::ranges::any_of(view.dark, [&](const TimeSpan& dark) {
            return dark.begins <= up.begins && up.ends <= dark.ends;
        }));
    CHECK(tonight(at(60, 25, 2026y / 12 / 13)).milky_way.empty());
}

TEST_CASE("sky_tonight: a planet is best within the time it is up") {
    const auto view = tonight(at(46.05, 14.51, 2026y / 11 / 21));
    REQUIRE(view.planets.size() == 5);
    for (const PlanetTonight& planet : view.planets) {
        REQUIRE_FALSE(planet.up.empty());
        CHECK(planet.up.front().begins <= planet.best_at);
        CHECK(planet.best_at <= planet.up.back().ends);
        CHECK(planet.best_altitude_degrees > 0);
        CHECK(*view.civil.dusk <= planet.up.front().begins);
    }
    CHECK(view.planets[4].planet == Planet::saturn);
    CHECK(view.planets[4].best_altitude_degrees == Approx(44.8).epsilon(0.01));
}

TEST_CASE("sky_tonight: expects more of the Perseids without the Moon") {
    const auto rate = [](Date date) {
        const auto showers = tonight(at(46.05, 14.51, date)).showers;
        const auto found = std::ranges::find(showers, "PER", &ShowerTonight::code);
        REQUIRE(found != showers.end());
        REQUIRE(found->hourly_rate);
        CHECK(*found->hourly_rate < *found->zenithal_rate);
        return *found->hourly_rate;
    };
    const double new_moon = rate(2026y / 8 / 12);
    const double full_moon = rate(2022y / 8 / 12);
    CHECK(new_moon > 2 * full_moon);
    CHECK(new_moon > 30);
}

TEST_CASE("sky_tonight: has the artificial light of the map, and it adds up") {
    const auto view = tonight(at(46.05, 14.51, 2026y / 11 / 21));
    CHECK(view.light.origin == LightOrigin::map);
    CHECK(view.zenith.artificial_mcd_per_m2 == 0.1);
    CHECK(view.zenith.total_mcd_per_m2 ==
          Approx(view.zenith.natural_mcd_per_m2 + view.zenith.artificial_mcd_per_m2 +
                 view.zenith.moonlight_mcd_per_m2 + view.zenith.twilight_mcd_per_m2));
    CHECK(view.dark[0].begins < view.zenith.at);
    CHECK(view.zenith.at < view.dark[0].ends);
    CHECK(view.zenith.moonlight_mcd_per_m2 == 0);
}

TEST_CASE("sky_tonight: its score says what went into it, clouds if they are told") {
    auto input = at(46.05, 14.51, 2026y / 11 / 21);
    const auto clear = tonight(input).score;
    CHECK(clear.formula == ScoreFormula::asterism_1);
    CHECK(clear.terms.size() == 3);
    input.cloud_percent = 80;
    const auto cloudy = tonight(input).score;
    REQUIRE(cloudy.terms.size() == 4);
    CHECK(*cloudy.total < *clear.total);
    CHECK(cloudy.terms[3].sentence == "Cloud covers 80 % of the sky.");
    for (const auto& term : cloudy.terms) CHECK_FALSE(term.sentence.empty());
}

TEST_CASE("sky_tonight: scores as Starview does when asked to") {
    auto input = at(46.05, 14.51, 2026y / 11 / 21);
    input.formula = ScoreFormula::starview_1;
    input.cloud_percent = 20;
    const auto score = tonight(input).score;
    REQUIRE(score.terms.size() == 3);
    CHECK(score.terms[0].figure == Approx(90.2));
    // 1.31 times the map's 0.1 mcd/m2 is 21.4 mag: class 3, and one more as Starview has it.
    CHECK(score.terms[1].figure == 4);
    CHECK(score.total == 49);  // 0.4 of 10, 0.3 of 70 and 0.3 of 80
    CHECK(score.label == ScoreLabel::fair);
}

TEST_CASE("sky_tonight: refuses in this order") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto refusal = [](const Tonight& input) {
        return slug_at(sky_tonight(now, map, zones, input));
    };
    const Date early = 1899y / 12 / 31;
    CHECK(refusal({nan, 0, {}, early, nan, {}}) == "sky_latitude_out_of_range at latitude");
    CHECK(refusal({0, 181, {}, early, nan, {}}) == "sky_longitude_out_of_range at longitude");
    CHECK(refusal({0, 0, {}, early, nan, {}}) == "sky_percent_out_of_range at cloud_percent");
    CHECK(refusal({0, 0, {}, early, 100.5, {}}) == "sky_percent_out_of_range at cloud_percent");
    CHECK(refusal({0, 0, {}, early, 100, {}}) == "sky_date_out_of_range at date");
    CHECK(refusal({0, 0, {}, 1900y / 1 / 1, 100, {}}) == "ok");
    CHECK(refusal({0, 0, {}, 2100y / 12 / 31, 0, {}}) == "ok");
}

}  // namespace
}  // namespace asterism::sky
