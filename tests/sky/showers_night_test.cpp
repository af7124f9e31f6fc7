#include "libcore/sky/showers_night.hpp"

#include <cmath>

#include <doctest/doctest.h>

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

const Observer ljubljana{{{46.05}, {14.51}}};
const Observer sydney{{{-33.87}, {151.21}}};
const Observer helsinki{{{60.17}, {24.94}}};

ShowerNight watched(const Observer& observer, std::string_view code, Date day,
                    std::chrono::seconds utc_offset, double limiting_magnitude = 6.5) {
    const Shower* shower = find_shower(code);
    REQUIRE(shower != nullptr);
    return shower_night(observer, *shower, night_of(observer, day, utc_offset), limiting_magnitude);
}

}  // namespace

TEST_CASE(
    "shower_night: the Perseids of 2026 are best before dawn, with the radiant 60 degrees up") {
    const Night night = night_of(ljubljana, 2026y / 8 / 12, 2h);
    const ShowerNight seen = shower_night(ljubljana, *find_shower("PER"), night, 6.5);
    CHECK(seen.state == WindowState::above_all_window);
    REQUIRE(seen.in_night.size() == 1);
    REQUIRE(seen.best);
    CHECK(*night.astronomical.dawn - *seen.best <= 10min);
    CHECK(seen.radiant_altitude.value > 55);
    CHECK(seen.radiant_altitude.value < 70);
    // ZHR 100 within hours of the peak, times the sine of the altitude.
    CHECK(*seen.hourly_rate > 75);
    CHECK(*seen.hourly_rate < 95);
}

TEST_CASE("shower_night: a magnitude less of sky costs the Geminids their index of 2.6") {
    const ShowerNight dark = watched(ljubljana, "GEM", 2026y / 12 / 14, 1h, 6.5);
    const ShowerNight town = watched(ljubljana, "GEM", 2026y / 12 / 14, 1h, 5.5);
    REQUIRE(dark.hourly_rate);
    REQUIRE(town.hourly_rate);
    CHECK(*dark.hourly_rate / *town.hourly_rate == doctest::Approx(2.6));
    CHECK(*dark.best == *town.best);
}

TEST_CASE("shower_night: the Ursids never rise over Sydney") {
    const ShowerNight seen = watched(sydney, "URS", 2026y / 12 / 22, 11h);
    CHECK(seen.state == WindowState::below_all_window);
    CHECK(seen.in_night.empty());
    CHECK_FALSE(seen.best);
    CHECK_FALSE(seen.hourly_rate);
}

TEST_CASE("shower_night: the white nights of Helsinki hide the June Bootids") {
    const ShowerNight seen = watched(helsinki, "JBO", 2026y / 6 / 27, 3h);
    CHECK(seen.state == WindowState::above_all_window);
    CHECK(seen.in_night.empty());
    CHECK_FALSE(seen.best);
}

TEST_CASE("shower_night: promises no rate of the Draconids, but says when to look") {
    const ShowerNight seen = watched(ljubljana, "DRA", 2026y / 10 / 8, 2h);
    REQUIRE(seen.best);
    CHECK_FALSE(seen.hourly_rate);
    // High in the evening.
    CHECK(seen.radiant_altitude.value > 45);
    CHECK(*seen.best == seen.in_night.front().from);
}

TEST_CASE("shower_night: out of season there is nothing to count") {
    const ShowerNight seen = watched(ljubljana, "PER", 2026y / 3 / 1, 1h);
    REQUIRE(seen.hourly_rate);
    CHECK(*seen.hourly_rate == 0);
}

}  // namespace asterism::sky
