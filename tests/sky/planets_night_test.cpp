#include "libcore/sky/planets_night.hpp"

#include <array>
#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "tests/sky/table.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

const Observer ljubljana{{{46.05}, {14.51}}};
const Observer longyearbyen{{{78.22}, {15.65}}};

Planet planet_named(const std::string& text) {
    for (const auto& [planet, name] : names(Planet{})) {
        if (name == text) return planet;
    }
    FAIL("no such planet: " << text);
    return {};
}

}  // namespace

TEST_CASE("planet_crossings: rise and set when PyEphem says, to a second up to 66 degrees north") {
    const Table table{"planets_rise_set.csv"};
    REQUIRE(table.rows().size() == 240);
    for (const Row& row : table.rows()) {
        const std::string which = row.text("planet") + " " + row.text("from");
        CAPTURE(which);
        const Observer observer{{{row.number("lat")}, {row.number("lng")}}};
        const Instant from = row.instant("from");
        const Way way = row.text("event") == "rise" ? Way::rising : Way::setting;
        const auto found = planet_crossings(observer, planet_named(row.text("planet")),
                                            window_between(from, from + 25h));
        bool matched = false;
        for (const Crossing& event : found.events) {
            const Seconds apart = civil(event.at.tt) - row.instant("utc");
            if (event.way == way && std::abs(apart.count()) < 1) matched = true;
        }
        CHECK(matched);
    }
}

TEST_CASE(
    "planet_night: Jupiter at its opposition is up all night, at its conjunction not at all") {
    // Opposition 2026-01-10, conjunction 2026-07-29.
    const Night winter = night_of(ljubljana, 2026y / 1 / 10, 1h);
    const PlanetNight opposite = planet_night(ljubljana, Planet::jupiter, winter);
    REQUIRE(opposite.in_dark.size() == 1);
    CHECK(opposite.in_dark.front() ==
          Interval{*winter.astronomical.dusk, *winter.astronomical.dawn});
    CHECK(opposite.in_twilight.front() == Interval{*winter.civil.dusk, *winter.civil.dawn});

    const Night summer = night_of(ljubljana, 2026y / 7 / 29, 2h);
    const PlanetNight near_sun = planet_night(ljubljana, Planet::jupiter, summer);
    CHECK(near_sun.state == WindowState::events);
    CHECK(near_sun.in_twilight.empty());
    CHECK(near_sun.in_dark.empty());
}

TEST_CASE("planet_night: Venus in the west ends with its setting") {
    // Greatest elongation east 2026-08-15.
    const Night night = night_of(ljubljana, 2026y / 8 / 1, 2h);
    const PlanetNight evening = planet_night(ljubljana, Planet::venus, night);
    REQUIRE(evening.in_twilight.size() == 1);
    CHECK(evening.in_twilight.front().from == *night.civil.dusk);
    CHECK(evening.in_twilight.front().until == evening.up.front().until);
}

TEST_CASE("planet_night: a planet far north stays up, one far south stays down, in the Arctic") {
    // Jupiter at declination +23 in January 2026, Venus at -23 in December 2025.
    const Night january = night_of(longyearbyen, 2026y / 1 / 10, 1h);
    const PlanetNight jupiter = planet_night(longyearbyen, Planet::jupiter, january);
    CHECK(jupiter.state == WindowState::above_all_window);
    REQUIRE(jupiter.up.size() == 1);
    CHECK(jupiter.up.front() == january.noons);
    CHECK_FALSE(jupiter.in_dark.empty());

    const Night december = night_of(longyearbyen, 2025y / 12 / 25, 1h);
    const PlanetNight venus = planet_night(longyearbyen, Planet::venus, december);
    CHECK(venus.state == WindowState::below_all_window);
    CHECK(venus.up.empty());
    CHECK(venus.in_twilight.empty());
}

TEST_CASE("planet_transits: Mars crosses the meridian once up and once down in a day") {
    const Instant from = read_instant("2026-11-21T12:00Z");
    const auto found =
        planet_transits(ljubljana, Planet::mars, window_between(from, from + 23h + 50min));
    REQUIRE(found.events.size() == 2);
    for (const Transit& transit : found.events) {
        const Horizontal seen = horizontal(
            local_sight(ljubljana, transit.at, apparent_planet(Planet::mars, transit.at.tt)));
        const bool upper = transit.meridian == Meridian::upper;
        CHECK(std::abs(std::remainder(seen.azimuth.value - (upper ? 180 : 0), 360.0)) < 0.01);
        CHECK((seen.altitude.value > 0) == upper);
    }
}

}  // namespace asterism::sky
