#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/use_cases.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using doctest::Approx;
using tests::instant;
using tests::slug_at;

constexpr Now now{instant("2026-11-21T12:00:00Z")};

template <class Input>
Input here(std::string_view at) {
    Input input;
    input.at = instant(at);
    input.latitude = 46.05;
    input.longitude = 14.51;
    return input;
}

/// Whether two moments are that near to each other.
bool near(Instant a, Instant b, std::chrono::seconds most) {
    return std::chrono::abs(a - b) <= most;
}

TEST_CASE("moon_at: tells perigee and apogee, distance and size") {
    // Of Espenak's lists, with what those are off (apsides_test.cpp).
    const auto moon = moon_at(now, {.at = instant("2026-12-12T00:00:00Z")});
    REQUIRE(moon);
    REQUIRE(moon->next_perigee);
    CHECK(near(moon->next_perigee->at, instant("2026-12-24T08:30:00Z"), 37min));
    CHECK(moon->next_perigee->distance_km == Approx(356650).epsilon(4e-5));
    const auto before = moon_at(now, {.at = instant("2026-11-12T00:00:00Z")});
    REQUIRE(before->next_apogee);
    CHECK(near(before->next_apogee->at, instant("2026-11-13T17:50:00Z"), 6min));
    CHECK(before->next_apogee->distance_km == Approx(405619).epsilon(4e-5));
    CHECK(moon->diameter_degrees ==
          Approx(2 * std::asin(1737.4 / moon->distance_km) * 180 / std::acos(-1)));
    CHECK(moon->accuracy == Grade::fine);
    CHECK(moon_at(now, {.at = instant("1950-01-01T00:00:00Z")})->accuracy == Grade::coarse);
}

TEST_CASE("moon_at: is brightest when full, and fades by seven magnitudes") {
    const auto full = moon_at(now, {.at = instant("2026-11-24T14:53:00Z")});
    const auto slender = moon_at(now, {.at = instant("2026-11-10T16:00:00Z")});
    CHECK(full->magnitude == Approx(-12.7).epsilon(0.02));
    CHECK(slender->magnitude > full->magnitude + 7);
}

TEST_CASE("moon_at: the quarters before are the last ones, one of them included") {
    const auto view = moon_at(now, {});
    for (const Instant before : {view->previous_new_moon, view->previous_first_quarter,
                                 view->previous_full_moon, view->previous_last_quarter}) {
        CHECK(before <= view->at);
        CHECK(view->at - before < 30 * 24h);
    }
    CHECK(view->age_days == Approx(std::chrono::duration<double, std::chrono::days::period>(
                                       view->at - view->previous_new_moon)
                                       .count()));
    const auto at_full = moon_at(now, {.at = view->next_full_moon});
    CHECK(at_full->previous_full_moon == view->next_full_moon);
}

TEST_CASE("moon_at: without a place nothing is told of one") {
    const auto moon = moon_at(now, {});
    CHECK_FALSE(moon->local);
    CHECK_FALSE(moon->disc);
}

TEST_CASE("moon_at: tells where it stands and when it comes and goes") {
    const auto moon = moon_at(now, here<MoonAt>("2026-11-21T12:00:00Z"));
    REQUIRE(moon);
    REQUIRE(moon->local);
    REQUIRE(moon->disc);
    const LocalSight& local = *moon->local;
    CHECK(local.path == DailyPath::rises_or_sets);
    CHECK(local.altitude_degrees < 0);
    CHECK(local.refracted_altitude_degrees > local.altitude_degrees);
    // At 04:26 or so by a clock that is an hour ahead of UTC.
    CHECK(near(*local.next_set, instant("2026-11-22T03:26:40Z"), 60s));
    CHECK(*local.next_rise < *local.next_transit);
    CHECK(*local.next_transit < *local.next_set);
    CHECK(local.transit_altitude_degrees > 50);
    CHECK(moon->disc->diameter_degrees < moon->diameter_degrees);  // it is below the horizon
}

TEST_CASE("moon_at: the turn of a picture is the parallactic angle less the bright limb's") {
    const auto moon = moon_at(now, here<MoonAt>("2026-11-21T20:00:00Z"));
    const MoonDisc& disc = *moon->disc;
    const double turn = disc.parallactic_angle_degrees - disc.bright_limb_angle_degrees;
    CHECK(std::remainder(turn - disc.rotation_degrees, 360) == Approx(0));
    CHECK(std::remainder(disc.bright_limb_angle_degrees - moon->bright_limb_angle_degrees, 360) ==
          Approx(0).epsilon(0.01).scale(360));
}

TEST_CASE("sun_at: says which season comes, and how light it is") {
    const auto noon = sun_at(now, here<SunAt>("2026-11-21T12:00:00Z"));
    REQUIRE(noon);
    CHECK(noon->next_season == Season::december_solstice);
    CHECK(near(noon->next_season_at, instant("2026-12-21T20:50:00Z"), 60s));

    struct Row {
        std::string_view at;
        Daylight daylight;
    };

    // Sunset 15:24:36, the twilights end at 15:57:36, 16:34:18 and 17:09:52.
    const Row rows[]{{"2026-11-21T15:24:30Z", Daylight::day},
                     {"2026-11-21T15:24:42Z", Daylight::in_civil},
                     {"2026-11-21T15:57:30Z", Daylight::in_civil},
                     {"2026-11-21T15:57:42Z", Daylight::in_nautical},
                     {"2026-11-21T16:34:12Z", Daylight::in_nautical},
                     {"2026-11-21T16:34:24Z", Daylight::in_astronomical},
                     {"2026-11-21T17:09:47Z", Daylight::in_astronomical},
                     {"2026-11-21T17:09:58Z", Daylight::night}};
    for (const auto& [at, daylight] : rows)
        CHECK(sun_at(now, here<SunAt>(at))->daylight == daylight);
}

TEST_CASE("sun_at: from a mountain it is day for longer") {
    auto input = here<SunAt>("2026-11-21T15:26:00Z");
    CHECK(sun_at(now, input)->daylight == Daylight::in_civil);
    input.elevation_metres = 2864;
    CHECK(sun_at(now, input)->daylight == Daylight::day);
    CHECK(*sun_at(now, input)->local->next_set > input.at);
}

TEST_CASE("sun_at: does not rise in the polar night, nor set in the polar day") {
    const auto winter =
        sun_at(now, {.at = instant("2026-12-21T12:00:00Z"), .latitude = 78.2, .longitude = 15.6});
    REQUIRE(winter);
    CHECK(winter->local->path == DailyPath::does_not_rise);
    REQUIRE(winter->local->next_rise);
    CHECK(*winter->local->next_rise > instant("2027-02-10T00:00:00Z"));
    const auto summer =
        sun_at(now, {.at = instant("2026-06-21T00:00:00Z"), .latitude = 78.2, .longitude = 15.6});
    CHECK(summer->local->path == DailyPath::up_all_day);
    CHECK(summer->daylight == Daylight::day);
    CHECK(*summer->local->next_set > instant("2026-08-20T00:00:00Z"));
}

TEST_CASE("planets_at: names all five, and where they stand") {
    const auto view = planets_at(now, here<PlanetsAt>("2026-11-21T12:00:00Z"));
    REQUIRE(view);
    REQUIRE(view->planets.size() == 5);
    const PlanetView& saturn = view->planets[4];
    CHECK(saturn.planet == Planet::saturn);
    CHECK(saturn.evening);
    CHECK(saturn.ring_tilt_degrees != 0);
    CHECK(saturn.right_ascension_degrees > 0);
    CHECK(saturn.right_ascension_degrees < 360);
    REQUIRE(saturn.local);
    CHECK(saturn.local->altitude_degrees < 0);
    CHECK(saturn.local->next_rise);
    CHECK_FALSE(planets_at(now, {})->planets[0].local);
}

TEST_CASE("moon_at, sun_at, planets_at: at the poles and the last days all answers are finite") {
    for (const double latitude : {-90.0, 90.0, 89.9999})
        for (const auto at :
             {"1900-01-01T00:00:00Z", "2026-07-01T00:00:00Z", "2100-12-31T23:59:59Z"}) {
            const auto moon = moon_at(now, {instant(at), latitude, 180.0, {}});
            REQUIRE(moon);
            CHECK(std::isfinite(moon->local->azimuth_degrees));
            CHECK(std::isfinite(moon->disc->rotation_degrees));
            CHECK(std::isfinite(sun_at(now, {instant(at), latitude, 180.0, {}})
                                    ->local->refracted_altitude_degrees));
            const auto seen = planets_at(now, {instant(at), latitude, 180.0, {}});
            REQUIRE(seen);
            for (const auto& planet : seen->planets) {
                CHECK(std::isfinite(planet.magnitude));
                CHECK(std::isfinite(planet.local->altitude_degrees));
            }
        }
}

TEST_CASE("moon_at, sun_at, planets_at: refuse the same, the moment first") {
    const Instant late = instant("2101-01-01T00:00:00Z");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(slug_at(moon_at(now, {late, nan, {}, {}})) == "sky_date_out_of_range at at");
    CHECK(slug_at(sun_at(now, {late, nan, {}, {}})) == "sky_date_out_of_range at at");
    CHECK(slug_at(planets_at(now, {late, nan, {}, {}})) == "sky_date_out_of_range at at");
    CHECK(slug_at(moon_at(now, {{}, nan, {}, {}})) == "sky_place_incomplete at longitude");
    CHECK(slug_at(sun_at(now, {{}, nan, 0.0, {}})) == "sky_latitude_out_of_range at latitude");
    CHECK(slug_at(planets_at(now, {{}, 0.0, nan, {}})) ==
          "sky_longitude_out_of_range at longitude");
}

}  // namespace
}  // namespace asterism::sky
