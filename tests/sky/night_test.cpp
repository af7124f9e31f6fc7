#include "libcore/sky/night.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/dark.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/transits.hpp"
#include "tests/sky/moments.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr Place ljubljana{{46.05}, {14.51}};
constexpr Place tromso{{69.6489}, {18.95508}};

Instant at(std::string_view text) { return read_instant(text); }

double sun_altitude(const Observer& observer, Instant moment) {
    return sun_horizontal(observer, moment_at(moment)).altitude.value;
}

void check_orderly(const Night& night) {
    REQUIRE(night.noons.until - night.noons.from > 23h + 58min);
    REQUIRE(night.noons.until - night.noons.from < 24h + 2min);
    Instant before = night.noons.from;
    for (const SunBelow* limit : {&night.sun, &night.civil, &night.nautical, &night.astronomical}) {
        REQUIRE(limit->state != WindowState::not_searched);
        REQUIRE((limit->dusk || limit->dawn) == (limit->state == WindowState::events));
        if (!limit->dusk) continue;
        REQUIRE(*limit->dusk >= before);
        before = *limit->dusk;
    }
    REQUIRE(night.darkest >= before);
    Instant after = night.noons.until;
    for (const SunBelow* limit : {&night.sun, &night.civil, &night.nautical, &night.astronomical}) {
        if (!limit->dawn) continue;
        REQUIRE(*limit->dawn <= after);
        after = *limit->dawn;
    }
    REQUIRE(night.darkest <= after);
}

}  // namespace

TEST_CASE("night: of 2026-11-21 at Ljubljana is dark from moonset on") {
    const Observer observer(ljubljana);
    const Night night = night_of(observer, 2026y / 11 / 21, 1h);
    REQUIRE(night.astronomical.dusk);
    REQUIRE(night.astronomical.dawn);
    CHECK(std::chrono::abs(*night.astronomical.dusk - at("2026-11-21T17:09Z")) < 60s);
    CHECK(std::chrono::abs(*night.astronomical.dawn - at("2026-11-22T04:26Z")) < 60s);
    const DarkWindow dark = dark_window(observer, night);
    REQUIRE(dark.dark.size() == 1);
    // Moonset, in the minute 03:26 by one account and at 03:27:01 by another.
    CHECK(std::chrono::abs(dark.dark[0].from - at("2026-11-22T03:26:30Z")) < 60s);
    CHECK(dark.dark[0].until == *night.astronomical.dawn);
    CHECK(dark.total.count() == doctest::Approx(3600).epsilon(0.03));
    CHECK(dark.moon == WindowState::events);
}

TEST_CASE("night: every moment from noon to noon belongs to the same one") {
    const Observer observer(ljubljana);
    const Night night = night_at(observer, at("2026-11-21T12:00Z"));
    CHECK(night.noons.from < at("2026-11-21T12:00Z"));
    for (const Instant moment : {night.noons.from + 1s, at("2026-11-21T23:59Z"),
                                 at("2026-11-22T06:00Z"), night.noons.until - 1s}) {
        CHECK(std::chrono::abs(night_at(observer, moment).noons.from - night.noons.from) < 1ms);
    }
    const Instant next = night_at(observer, night.noons.until + 1s).noons.from;
    CHECK(std::chrono::abs(next - night.noons.until) < 1ms);
}

TEST_CASE("night: noon is the Sun's upper transit") {
    for (int n = 0; n < 80; ++n) {
        const Observer observer({{2.2 * n - 88}, {40.0 * n}});
        const Instant moment = at("2026-01-05T03:00Z") + n * 111h;
        const Instant noon = solar_noon_before(observer, moment);
        REQUIRE(noon <= moment);
        REQUIRE(noon > moment - 24h - 1min);
        const Transits found =
            transits(observer, apparent_sun, window_between(noon - 1h, noon + 1h));
        REQUIRE(found.events.size() == 1);
        REQUIRE(found.events[0].meridian == Meridian::upper);
        REQUIRE(std::chrono::abs(civil(found.events[0].at.tt) - noon) < 1ms);
    }
}

TEST_CASE("night: dusk comes before dawn on both sides of the date line") {
    const Observer west({{-13.83}, {-171.77}});
    const Observer east({{-13.83}, {179.9}});
    const Night samoa = night_of(west, 2026y / 6 / 1, 13h);
    const Night fiji = night_of(east, 2026y / 6 / 1, 12h);
    for (const Night& night : {samoa, fiji}) {
        check_orderly(night);
        REQUIRE(night.sun.dusk);
        REQUIRE(night.sun.dawn);
    }
    // Both nights are that of the local day, one turn of the clock's hand apart.
    CHECK(std::chrono::abs(samoa.noons.from - at("2026-05-31T23:27Z")) < 5min);
    CHECK(std::chrono::abs(fiji.noons.from - at("2026-05-31T23:58Z")) < 5min);
    const Night kiribati = night_of(Observer({{1.87}, {-157.4}}), 2026y / 6 / 1, 14h);
    CHECK(std::chrono::abs(kiribati.noons.from - at("2026-05-31T22:28Z")) < 5min);
}

TEST_CASE("night: -180 and 180 degrees east have the same night") {
    const Night a = night_of(Observer({{-18}, {-180}}), 2026y / 6 / 1, 12h);
    const Night b = night_of(Observer({{-18}, {180}}), 2026y / 6 / 1, 12h);
    CHECK(a.noons == b.noons);
    CHECK(a.sun.dusk == b.sun.dusk);
    CHECK(a.astronomical.dawn == b.astronomical.dawn);
    CHECK(a.darkest == b.darkest);
}

TEST_CASE("night: a polar day has no sunset, and tells when it is darkest") {
    const Observer observer(tromso);
    const Night night = night_of(observer, 2026y / 6 / 21, 2h);
    CHECK(night.sun.state == WindowState::above_all_window);
    CHECK(night.astronomical.state == WindowState::above_all_window);
    CHECK_FALSE(night.sun.dusk);
    CHECK_FALSE(night.sun.dawn);
    CHECK(night.lowest_sun.value == doctest::Approx(23.43 - (90 - 69.6489)).epsilon(0.01));
    CHECK(std::chrono::abs(night.darkest - (night.noons.from + 12h)) < 3min);
    const DarkWindow dark = dark_window(observer, night);
    CHECK(dark.astronomical_night.empty());
    CHECK(dark.dark.empty());
    CHECK(dark.total.count() == 0);
}

TEST_CASE("night: a polar night has twilights but no sunrise") {
    const Night night = night_of(Observer(tromso), 2026y / 12 / 21, 1h);
    CHECK(night.sun.state == WindowState::below_all_window);
    CHECK(night.civil.state == WindowState::events);
    CHECK(night.civil.dusk);
    CHECK(night.civil.dawn);
    check_orderly(night);
}

TEST_CASE("night: at the pole in winter all of the night is dark but for the Moon") {
    const Observer pole({{-90}, {0}});
    const Night night = night_of(pole, 2026y / 6 / 21, 0h);
    CHECK(night.astronomical.state == WindowState::below_all_window);
    const DarkWindow dark = dark_window(pole, night);
    REQUIRE(dark.astronomical_night.size() == 1);
    CHECK(dark.astronomical_night[0] == night.noons);
    if (dark.moon == WindowState::below_all_window) CHECK(dark.dark[0] == night.noons);
    if (dark.moon == WindowState::above_all_window) CHECK(dark.dark.empty());
}

TEST_CASE("night: the Sun is never lower than when it is darkest") {
    for (int n = 0; n < 120; ++n) {
        const double latitude = n % 10 == 0 ? (n % 20 == 0 ? 90 : -90) : 1.5 * n - 89;
        const Observer observer({{latitude}, {31.0 * n}});
        const Night night = night_at(observer, at("2025-12-20T00:00Z") + n * 73h);
        check_orderly(night);
        CAPTURE(latitude);
        REQUIRE(std::abs(sun_altitude(observer, night.darkest) - night.lowest_sun.value) < 1e-5);
        for (int part = 0; part <= 200; ++part) {
            const Instant moment =
                night.noons.from + part * (night.noons.until - night.noons.from) / 200;
            REQUIRE(sun_altitude(observer, moment) >= night.lowest_sun.value - 1e-6);
        }
    }
}

TEST_CASE("night: dark is exactly when the Sun is 18 degrees down and the Moon is not up") {
    for (int n = 0; n < 60; ++n) {
        const Observer observer({{2.9 * n - 87}, {23.0 * n}});
        const Night night = night_at(observer, at("2026-02-01T00:00Z") + n * 149h);
        const DarkWindow found = dark_window(observer, night);
        Seconds total{0};
        for (const Interval& dark : found.dark) total += dark.until - dark.from;
        REQUIRE(total == found.total);
        for (int part = 0; part < 144; ++part) {
            const Instant moment = night.noons.from + part * 10min;
            const LocalVector moon = local_moon(observer, moment_at(moment));
            const double limb = horizontal(moon).altitude.value +
                                degrees(Radians{moon_radius_km / length(moon)}).value + 34.0 / 60;
            const double sun = sun_altitude(observer, moment) + 18;
            if (std::abs(limb) < 0.01 || std::abs(sun) < 0.01) continue;
            bool is_dark = false;
            for (const Interval& dark : found.dark) {
                is_dark = is_dark || (moment >= dark.from && moment < dark.until);
            }
            REQUIRE(is_dark == (sun < 0 && limb < 0));
        }
    }
}

TEST_CASE("night: outside the tables and without a place there is none") {
    constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
    const Observer observer(ljubljana);
    for (const Night& night :
         {night_at(observer, at("1850-01-01T00:00Z")), night_at(observer, Instant::max()),
          night_at(observer, Instant::min()), night_of(observer, 2150y / 1 / 1, 0h)}) {
        CHECK(night.sun.state == WindowState::not_searched);
        CHECK(night.astronomical.state == WindowState::not_searched);
        CHECK(dark_window(observer, night).dark.empty());
    }
    for (const Place& place : {Place{{no_number}, {0}}, Place{{0}, {no_number}}}) {
        const Observer nowhere(place);
        const Night night = night_at(nowhere, at("2026-01-01T00:00Z"));
        CHECK(night.sun.state == WindowState::not_searched);
        CHECK(dark_window(nowhere, night).dark.empty());
    }
}

}  // namespace asterism::sky
