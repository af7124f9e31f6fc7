#include <cmath>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "libcore/sky/crossings.hpp"
#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/faults.hpp"
#include "libcore/sky/limb.hpp"
#include "libcore/sky/use_cases.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using tests::FixedZones;

constexpr double ljubljana_north = 46.05;
constexpr double ljubljana_east = 14.51;

MoonCalendar at(double latitude, double longitude, Date start, Now now, const Zones& zones,
                std::optional<Date> end = {}) {
    auto made = moon_calendar(
        now, zones, {.start = start, .end = end, .latitude = latitude, .longitude = longitude});
    REQUIRE(made);
    return *made;
}

Now noon_of(Date day) { return {Instant{sys_days{day}} + 12h}; }

int minutes(const std::string& clock) {
    REQUIRE(clock.size() == 5);
    return 60 * std::stoi(clock) + std::stoi(clock.substr(3));
}

TEST_CASE("moon calendar: rises and sets are those of the Naval Observatory") {
    // The table is of UT days, so the clock is one that shows UT. Its times are rounded, ours cut.
    const FixedZones zones;
    int compared = 0;
    const Table table("usno_oneday.csv");
    for (const Row& row : table.rows()) {
        const auto& event = row.text("event");
        if (row.text("body") != "moon" || (event != "rise" && event != "set")) continue;
        const Date day = row.date("utc_date");
        const auto calendar = at(row.number("lat"), row.number("lng"), day, noon_of(day), zones);
        const auto& shown =
            event == "rise" ? calendar.daily[0].moonrise : calendar.daily[0].moonset;
        CAPTURE(row.text("utc"));
        REQUIRE(shown);
        CHECK(std::abs(minutes(*shown) - minutes(row.text("utc").substr(11, 5))) <= 1);
        ++compared;
    }
    CHECK(compared > 100);
}

TEST_CASE("moon calendar: a day without a rise shows none, and no day loses or repeats one") {
    const FixedZones zones{1h};
    const Date first = 2026y / 11 / 1;
    const auto calendar =
        at(ljubljana_north, ljubljana_east, first, noon_of(first), zones, 2026y / 12 / 1);
    REQUIRE(calendar.daily.size() == 31);
    int rises = 0;
    for (const auto& day : calendar.daily) rises += day.moonrise ? 1 : 0;
    int crossed = 0;
    const Observer observer({{ljubljana_north}, {ljubljana_east}});
    const Instant from = sys_days{first};
    for (const auto& crossing : crossings(observer, &apparent_moon, moon_limb,
                                          window_between(from - 1h, from + days{31} - 1h))
                                    .events)
        crossed += crossing.way == Way::rising ? 1 : 0;
    CHECK(rises == crossed);
    CHECK(rises < 31);
}

TEST_CASE("moon calendar: the polar Moon stays up or down for days, and nothing is made up") {
    const FixedZones zones;
    const auto calendar = at(85, 0, 2026y / 3 / 1, noon_of(2026y / 3 / 1), zones, 2026y / 3 / 30);
    int without = 0;
    for (const auto& day : calendar.daily) without += day.moonrise || day.moonset ? 0 : 1;
    CHECK(without > 15);
    for (const auto& day : calendar.daily) CHECK(day.rotation_degrees);
}

TEST_CASE("moon calendar: tells tonight's set by the clock of the place") {
    const FixedZones zones{1h};
    const auto calendar = at(ljubljana_north, ljubljana_east, 2026y / 11 / 21,
                             Now{Instant{sys_days{2026y / 11 / 21}} + 19h}, zones);
    CHECK(calendar.zone == "Europe/Ljubljana");
    REQUIRE(calendar.next_moonset);
    CHECK(calendar.next_moonset->date == Date{2026y / 11 / 22});
    CHECK(calendar.next_moonset->days_ahead == 1);
    CHECK(std::abs(minutes(calendar.next_moonset->time) - minutes("04:26")) <= 1);
    REQUIRE(calendar.next_moonrise);
    CHECK(calendar.next_moonrise->at > calendar.next_moonset->at);
}

TEST_CASE("moon calendar: a day that the clock skips has neither rise nor set") {
    FixedZones zones{-10h};
    zones.tell("Pacific/Apia", {{Instant{sys_days{2011y / 12 / 30}} + 10h, 14h}});
    const auto calendar =
        at(-13.8, -171.8, 2011y / 12 / 29, noon_of(2011y / 12 / 29), zones, 2011y / 12 / 31);
    CHECK(calendar.daily[0].moonrise);
    CHECK_FALSE(calendar.daily[1].moonrise);
    CHECK_FALSE(calendar.daily[1].moonset);
    CHECK(calendar.daily[2].moonrise);
}

TEST_CASE("moon calendar: the picture leans left in the north what it leans right in the south") {
    const FixedZones zones;
    const Now now = noon_of(2026y / 3 / 26);  // first quarter
    const auto north = at(40, 0, 2026y / 3 / 26, now, zones).daily[0].rotation_degrees;
    const auto south = at(-40, 0, 2026y / 3 / 26, now, zones).daily[0].rotation_degrees;
    REQUIRE(north);
    REQUIRE(south);
    // On the meridian the lit limb points west: to the right from the north, left from the south.
    CHECK(std::abs(*north - 90) < 30);
    CHECK(std::abs(*south + 90) < 30);
}

TEST_CASE("moon calendar: half a place and a place that is none are refused") {
    const FixedZones zones;
    const Now now = noon_of(2026y / 3 / 26);
    const auto fault = [&](std::optional<double> latitude, std::optional<double> longitude) {
        const auto made = moon_calendar(now, zones, {.latitude = latitude, .longitude = longitude});
        return made ? nullptr : made.error().fault;
    };
    CHECK(fault(40, {}) == &place_incomplete);
    CHECK(fault({}, 40) == &place_incomplete);
    CHECK(fault(90.0001, 0) == &latitude_out_of_range);
    CHECK(fault(0, 180.0001) == &longitude_out_of_range);
    CHECK(fault(std::nan(""), 0) == &latitude_out_of_range);
    CHECK(fault(90, -180) == nullptr);
}

}  // namespace
}  // namespace asterism::sky
