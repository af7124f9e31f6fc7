#include <algorithm>
#include <limits>
#include <set>

#include <doctest/doctest.h>

#include "libcore/sky/night_cases.hpp"
#include "libcore/sky/quarters.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using tests::instant;
using tests::slug_at;
using enum EventKind;

constexpr Now now{instant("2026-11-21T23:30:00Z")};
const tests::FixedZones zones{1h};

SkyCalendar calendar(const SkyCalendarRange& range, Now at = now) {
    auto made = sky_calendar(at, zones, range);
    REQUIRE(made);
    return *made;
}

SkyCalendarRange of(std::vector<EventKind> kinds, Date date, int count) {
    return {46.05, 14.51, {}, date, count, std::move(kinds)};
}

std::vector<std::string> names_in(const SkyCalendar& made) {
    std::vector<std::string> out;
    for (const auto& event : made.events) out.push_back(event.name);
    return out;
}

TEST_CASE("sky_calendar: begins today by the place's clock, and lasts thirty days") {
    const auto here = calendar({.latitude = 46.05, .longitude = 14.51});
    CHECK(here.date == 2026y / 11 / 22);  // half past midnight there
    CHECK(here.days == 30);
    CHECK(here.zone == "Europe/Ljubljana");
    CHECK(here.generated_at == now.at);
    const auto anywhere = calendar({});
    CHECK(anywhere.date == 2026y / 11 / 21);
    CHECK_FALSE(anywhere.zone);
}

TEST_CASE("sky_calendar: lists what happens anywhere, and at a place the dark hours too") {
    const auto kinds = [](const SkyCalendar& made) {
        std::set<EventKind> out;
        for (const auto& event : made.events) out.insert(event.kind);
        return out;
    };
    CHECK(kinds(calendar({.days = 60})) == std::set{moon_quarters, seasons, showers});
    CHECK(kinds(calendar({.latitude = 46.05, .longitude = 14.51, .days = 60})) ==
          std::set{moon_quarters, seasons, showers, dark});
    CHECK(kinds(calendar(of({apsides, apsides}, 2026y / 11 / 1, 30))) == std::set{apsides});
    CHECK(calendar({.kinds = std::vector<EventKind>{}}).events.empty());
}

TEST_CASE("sky_calendar: is in order of time, and all of it in its days") {
    const auto made =
        calendar(of({moon_quarters, apsides, seasons, showers, dark, moon_rise_set, sun_rise_set},
                    2026y / 1 / 1, 366));
    CHECK(std::ranges::is_sorted(made.events, {}, &CalendarEvent::begins));
    for (const auto& event : made.events) {
        CHECK(sys_days{2026y / 1 / 1} <= sys_days{event.date});
        CHECK(sys_days{event.date} < sys_days{2026y / 1 / 1} + days{366});
        if (event.ends) CHECK(event.begins < *event.ends);
    }
}

TEST_CASE("sky_calendar: tells the quarters, apsides and seasons by name and to the minute") {
    const auto made = calendar(of({moon_quarters, seasons}, 2026y / 12 / 15, 10));
    CHECK(names_in(made) ==
          std::vector<std::string>{"First quarter", "December solstice", "Full moon"});
    CHECK(std::chrono::abs(made.events[1].begins - instant("2026-12-21T20:50:00Z")) <= 60s);
    const auto near = calendar(of({apsides}, 2026y / 12 / 20, 10));
    CHECK(names_in(near) == std::vector<std::string>{"Moon nearest"});
    CHECK(near.events[0].note.starts_with("35665"));
}

TEST_CASE("sky_calendar: an event of the first moment belongs to it, one of the end does not") {
    const Instant full = instant_of(next_quarter(instant("2026-11-22T00:00:00Z")));
    const auto day = Date{std::chrono::floor<days>(full)};
    const SkyCalendarRange one{{}, {}, {}, day, 1, std::vector{moon_quarters}};
    const SkyCalendarRange before{
        {}, {}, {}, Date{sys_days{day} - days{1}}, 1, std::vector{moon_quarters}};
    CHECK(calendar(one).events.size() == 1);
    CHECK(calendar(before).events.empty());
}

TEST_CASE("sky_calendar: the dark of a night belongs to the day on which it begins") {
    const auto made = calendar(of({dark}, 2026y / 11 / 21, 1));
    REQUIRE(made.events.size() == 1);
    CHECK(made.events[0].date == 2026y / 11 / 21);
    CHECK(made.events[0].begins > instant("2026-11-22T03:00:00Z"));
    CHECK(made.events[0].note == "59 min of night without the Moon.");
    CHECK(calendar(of({dark}, 2026y / 11 / 22, 1)).events.empty());
}

TEST_CASE("sky_calendar: rises and sets by turns, also over the seams of a long search") {
    const auto made = calendar(of({moon_rise_set}, 2026y / 1 / 1, 366));
    CHECK(made.events.size() > 2 * 353);
    CHECK(made.events.size() < 2 * 355);
    for (std::size_t n = 1; n < made.events.size(); ++n)
        CHECK(made.events[n].name != made.events[n - 1].name);
    const auto sun = calendar(of({sun_rise_set}, 2026y / 1 / 1, 366));
    CHECK(sun.events.size() == 2 * 366);
    CHECK(sun.events[0].name == "Sunrise");
    CHECK(sun.events[0].note == "Azimuth 123 degrees.");
}

TEST_CASE("sky_calendar: gives each event a name of its own, the same in every answer") {
    const auto year =
        calendar(of({moon_quarters, apsides, seasons, showers, dark, moon_rise_set, sun_rise_set},
                    2026y / 1 / 1, 366));
    std::set<std::string> uids;
    for (const auto& event : year.events) uids.insert(event.uid);
    CHECK(uids.size() == year.events.size());

    auto later = of({moon_quarters, dark, sun_rise_set}, 2026y / 5 / 5, 40);
    later.latitude = 46.0501;
    for (const auto& event : calendar(later, Now{now.at + 1000h}).events) {
        CAPTURE(event.uid);
        CHECK(uids.contains(event.uid));
    }
    later.longitude = 15;
    CHECK_FALSE(uids.contains(calendar(later).events[0].uid));
}

TEST_CASE("sky_calendar: tells two rises of one day apart, with a set between them") {
    for (double latitude = 66; latitude < 90; latitude += 0.5) {
        const SkyCalendarRange range{
            latitude, 14.51, {}, 2026y / 1 / 1, 366, std::vector{moon_rise_set, sun_rise_set}};
        std::set<std::string> uids;
        const auto made = calendar(range);
        for (const auto& event : made.events) uids.insert(event.uid);
        CHECK(uids.size() == made.events.size());
    }
}

TEST_CASE("sky_calendar: a polar night has neither sunrise nor sunset, and is no error") {
    SkyCalendarRange range{78.2, 15.6, {}, 2026y / 12 / 1, 31, std::vector{sun_rise_set}};
    CHECK(calendar(range).events.empty());
}

TEST_CASE("sky_calendar: refuses in this order") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto refusal = [](const SkyCalendarRange& range) {
        return slug_at(sky_calendar(now, zones, range));
    };
    const Date early = 1899y / 12 / 31;
    const std::vector<EventKind> local{dark};
    CHECK(refusal({nan, {}, {}, early, 0, local}) == "sky_place_incomplete at longitude");
    CHECK(refusal({nan, 0.0, {}, early, 0, local}) == "sky_latitude_out_of_range at latitude");
    CHECK(refusal({{}, {}, {}, early, 0, local}) == "sky_range_empty at days");
    CHECK(refusal({{}, {}, {}, early, -5, local}) == "sky_range_empty at days");
    CHECK(refusal({{}, {}, {}, early, 367, local}) == "sky_range_too_long at days");
    CHECK(refusal({{}, {}, {}, early, 366, local}) == "sky_place_needed at kinds");
    CHECK(refusal({{}, {}, {}, early, 366, {}}) == "sky_date_out_of_range at date");
    CHECK(refusal({{}, {}, {}, 2100y / 12 / 31, 2, {}}) == "sky_date_out_of_range at days");
    CHECK(refusal({{}, {}, {}, 2100y / 12 / 31, 1, {}}) == "ok");
    CHECK(slug_at(sky_calendar(Now{instant("2101-01-01T00:00:00Z")}, zones, {})) ==
          "sky_date_out_of_range at date");
}

}  // namespace
}  // namespace asterism::sky
