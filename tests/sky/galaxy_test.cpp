#include "libcore/sky/galaxy.hpp"

#include <chrono>
#include <cmath>

#include <doctest/doctest.h>

#include "libcore/sky/galaxy_night.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

const Observer ljubljana{{{46.05}, {14.51}}};
const Observer atacama{{{-23.0}, {-67.8}}};
const Observer tromso{{{69.65}, {18.96}}};
const Observer south_pole{{{-90}, {0}}};

GalaxyNight core_over(const Observer& observer, Date day, std::chrono::seconds utc_offset) {
    const Night night = night_of(observer, day, utc_offset);
    return galaxy_night(observer, night, dark_window(observer, night));
}

double altitude_degrees(const Observer& observer, Instant at) {
    const Moment moment = moment_at(at);
    return horizontal(local_direction(observer, moment, apparent_galaxy_core(moment.tt)))
        .altitude.value;
}

bool holds(std::span<const Interval> list, Instant at) {
    for (const Interval& one : list) {
        if (one.from <= at && at < one.until) return true;
    }
    return false;
}

template <std::size_t Capacity>
bool holds(const ShortList<Interval, Capacity>& list, Instant at) {
    return holds({list.begin(), list.size()}, at);
}

}  // namespace

TEST_CASE("galaxy_night: over Ljubljana in July the core gets 15 degrees high and no more") {
    // 90 - 46.05 - 29.0 degrees at culmination.
    const GalaxyNight found = core_over(ljubljana, 2026y / 7 / 12, 2h);
    CHECK(found.state == WindowState::events);
    REQUIRE(found.in_night.size() == 1);
    REQUIRE(found.highest);
    CHECK(std::abs(found.highest_altitude.value - 14.95) < 0.1);
    CHECK(std::abs(altitude_degrees(ljubljana, found.up.front().until) - 10) < 1e-3);
    CHECK(std::abs(altitude_degrees(ljubljana, found.up.front().from) - 10) < 1e-3);
}

TEST_CASE("galaxy_night: in December the core is up by day alone") {
    const GalaxyNight found = core_over(ljubljana, 2026y / 12 / 21, 1h);
    CHECK(found.state == WindowState::events);
    CHECK_FALSE(found.up.empty());
    CHECK(found.in_night.empty());
    CHECK(found.in_dark.empty());
    CHECK_FALSE(found.highest);
}

TEST_CASE("galaxy_night: the core never gets 10 degrees high from Tromso") {
    const GalaxyNight found = core_over(tromso, 2026y / 9 / 15, 2h);
    CHECK(found.state == WindowState::below_all_window);
    CHECK(found.up.empty());
    CHECK(found.in_night.empty());
}

TEST_CASE(
    "galaxy_night: the core never sets at the South Pole, and is seen all through its night") {
    const GalaxyNight found = core_over(south_pole, 2026y / 6 / 21, 0h);
    CHECK(found.state == WindowState::above_all_window);
    REQUIRE(found.in_night.size() == 1);
    CHECK(found.in_night.front() == found.up.front());
    CHECK(std::abs(found.highest_altitude.value - 29) < 0.1);
}

TEST_CASE("galaxy_night: agrees every ten minutes of a year with altitude, night and Moon") {
    for (int day = 0; day < 365; day += 9) {
        const Date local = std::chrono::sys_days{2026y / 1 / 1} + std::chrono::days{day};
        const Night night = night_of(atacama, local, -4h);
        const DarkWindow dark = dark_window(atacama, night);
        const GalaxyNight found = galaxy_night(atacama, night, dark);
        double highest = -90;
        for (Instant at = night.noons.from; at < night.noons.until; at += 10min) {
            const double altitude = altitude_degrees(atacama, at);
            if (std::abs(altitude - 10) < 1e-3) continue;
            const bool up = altitude > 10;
            REQUIRE(holds(found.up, at) == up);
            REQUIRE(holds(found.in_night, at) == (up && holds(dark.astronomical_night, at)));
            REQUIRE(holds(found.in_dark, at) == (up && holds(dark.dark, at)));
            if (holds(found.in_night, at)) highest = std::max(highest, altitude);
        }
        REQUIRE(found.highest.has_value() == (highest > -90));
        if (!found.highest) continue;
        REQUIRE(found.highest_altitude.value >= highest - 1e-3);
        REQUIRE(found.highest_altitude.value < highest + 2.6);  // ten minutes' way
    }
}

}  // namespace asterism::sky
