#include "libcore/sky/use_cases.hpp"

#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/base/fields.hpp"
#include "libcore/sky/faults.hpp"
#include "libcore/sky/light_cases.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/night_cases.hpp"
#include "tests/fakes/fixed_zones.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

static_assert(Described<MoonAt> && Described<MoonView> && Described<MoonCalendarRange> &&
              Described<MoonCalendar> && Described<MoonDay> && Described<MoonSight> &&
              Described<NextQuarters> && Described<QuarterEvent>);

const tests::FixedZones zones;
constexpr Now noon{Instant{sys_days{2026y / 3 / 14} + 12h}};

MoonCalendar calendar(const MoonCalendarRange& range, Now now = noon) {
    auto made = moon_calendar(now, zones, range);
    REQUIRE(made);
    return *made;
}

const Fault* fault_of(const MoonCalendarRange& range) {
    const auto made = moon_calendar(noon, zones, range);
    return made ? nullptr : made.error().fault;
}

}  // namespace

TEST_CASE("moon_at: describes now unless told otherwise") {
    const auto now = moon_at(noon, {});
    const auto then = moon_at(noon, {.at = sys_days{2000y / 1 / 21} + 4h});
    REQUIRE(now);
    REQUIRE(then);
    CHECK(now->at == noon.at);
    CHECK(then->at == sys_days{2000y / 1 / 21} + 4h);
    CHECK(then->phase == PhaseName::full_moon);
    CHECK(then->illumination > 0.99);
    CHECK(then->phase_angle_degrees < 2);
    CHECK(then->elongation_degrees > 178);
}

TEST_CASE("moon_at: counts the age from new moon, and the next quarters onward") {
    const Instant dark = instant_of({4 * 324});
    const auto born = moon_at(noon, {.at = dark});
    const auto old = moon_at(noon, {.at = dark - 1us});
    REQUIRE(born);
    REQUIRE(old);
    CHECK(born->age_days == 0);
    CHECK(old->age_days > 29);
    CHECK(old->next_new_moon == dark);
    CHECK(born->next_new_moon == instant_of({4 * 325}));
    CHECK(born->next_first_quarter == instant_of({4 * 324 + 1}));
    CHECK(born->next_full_moon == instant_of({4 * 324 + 2}));
    CHECK(born->next_last_quarter == instant_of({4 * 324 + 3}));
}

TEST_CASE("moon_at: waxes from new to full") {
    const auto young = moon_at(noon, {.at = instant_of({4 * 324}) + 72h});
    const auto late = moon_at(noon, {.at = instant_of({4 * 324}) - 72h});
    REQUIRE(young);
    REQUIRE(late);
    CHECK(young->waxing);
    CHECK(young->phase == PhaseName::waxing_crescent);
    CHECK_FALSE(late->waxing);
    CHECK(late->phase == PhaseName::waning_crescent);
}

TEST_CASE("moon_at: knows the years 1900 to 2100 and no other") {
    const Instant first = sys_days{1900y / 1 / 1};
    const Instant after = sys_days{2101y / 1 / 1};
    CHECK(moon_at(noon, {.at = first}));
    CHECK(moon_at(noon, {.at = after - 1us}));
    for (const Instant at : {first - 1us, after, Instant::min(), Instant::max()}) {
        const auto refused = moon_at(noon, {.at = at});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fault == &date_out_of_range);
        CHECK(refused.error().detail == "at");
    }
    CHECK_FALSE(moon_at(Now{after}, {}));
}

TEST_CASE("moon_calendar: refuses in this order") {
    struct Row {
        MoonCalendarRange range;
        const Fault* fault;
    };

    const Row rows[]{
        {{.start = 2101y / 1 / 1, .end = 1899y / 12 / 31}, &date_out_of_range},
        {{.start = 2100y / 12 / 31, .end = 1899y / 12 / 31}, &date_out_of_range},
        {{.start = 2100y / 12 / 31, .end = 1900y / 1 / 1}, &range_reversed},
        {{.start = 1900y / 1 / 1, .end = 2100y / 12 / 31}, &range_too_long},
        {{.start = 2100y / 12 / 1, .end = 2100y / 12 / 31}, nullptr},
    };
    for (const Row& row : rows) CHECK(fault_of(row.range) == row.fault);
}

TEST_CASE("moon_calendar: names the fields it refuses") {
    const auto both = moon_calendar(noon, zones, {.start = 1899y / 12 / 31, .end = 2101y / 1 / 1});
    REQUIRE_FALSE(both);
    REQUIRE(both.error().fields.size() == 2);
    CHECK(both.error().detail == "start");
    CHECK(both.error().fields[1].field == "end");
    const auto reversed =
        moon_calendar(noon, zones, {.start = 2026y / 3 / 2, .end = 2026y / 3 / 1});
    REQUIRE_FALSE(reversed);
    CHECK(reversed.error().detail == "end");
    const auto alone = moon_calendar(noon, zones, {.start = 1899y / 12 / 31});
    REQUIRE_FALSE(alone);
    CHECK(alone.error().fields.size() == 1);
}

TEST_CASE("moon_calendar: takes no day that is not in the calendar") {
    CHECK(fault_of({.start = 2026y / 2 / 29}) == &date_out_of_range);
    CHECK(fault_of({.start = 2026y / 2 / 1, .end = 2026y / 2 / 30}) == &date_out_of_range);
    CHECK(fault_of({.start = 2028y / 2 / 29}) == nullptr);
    CHECK(fault_of({.start = std::chrono::year::max() / 1 / 1}) == &date_out_of_range);
}

TEST_CASE("moon_calendar: reaches 31 days past its start, or 90 for key dates alone") {
    const Date start = 2026y / 12 / 1;
    const auto end = [&](int after) { return Date{sys_days{start} + days{after}}; };
    CHECK(fault_of({.start = start, .end = end(31)}) == nullptr);
    CHECK(fault_of({.start = start, .end = end(32)}) == &range_too_long);
    CHECK(fault_of({.start = start, .end = end(90), .key_dates_only = true}) == nullptr);
    CHECK(fault_of({.start = start, .end = end(91), .key_dates_only = true}) == &range_too_long);
}

TEST_CASE("moon_calendar: is today's alone when no day is given, and one day's when only a start") {
    const MoonCalendar today = calendar({});
    REQUIRE(today.daily.size() == 1);
    CHECK(today.daily[0].date == 2026y / 3 / 14);
    CHECK(today.daily[0].moon.at == noon.at);
    CHECK(today.generated_at == noon.at);
    CHECK(today.current.at == noon.at);

    const MoonCalendar other = calendar({.start = 2026y / 12 / 31});
    REQUIRE(other.daily.size() == 1);
    CHECK(other.daily[0].moon.at == sys_days{2026y / 12 / 31} + 12h);
    CHECK(fault_of({.end = 2026y / 3 / 13}) == &range_reversed);
    CHECK(calendar({.end = 2026y / 3 / 20}).daily.size() == 7);
}

TEST_CASE("moon_calendar: shows each day once over the ends of months and years") {
    const MoonCalendar made = calendar({.start = 2027y / 12 / 30, .end = 2028y / 1 / 30});
    REQUIRE(made.daily.size() == 32);
    CHECK(made.daily[1].date == 2027y / 12 / 31);
    CHECK(made.daily[2].date == 2028y / 1 / 1);
    CHECK(made.daily.back().date == 2028y / 1 / 30);
    CHECK(calendar({.start = 2028y / 2 / 28, .end = 2028y / 3 / 1}).daily.size() == 3);
    CHECK(calendar({.start = 2100y / 2 / 28, .end = 2100y / 3 / 1}).daily.size() == 2);
}

TEST_CASE("moon_calendar: its key dates come after the midnight of its start, now or not") {
    const MoonCalendar made = calendar({.start = 2024y / 1 / 11});
    CHECK(Date{std::chrono::floor<days>(made.key_dates.new_moon)} == 2024y / 1 / 11);
    CHECK(Date{std::chrono::floor<days>(made.key_dates.first_quarter)} == 2024y / 1 / 18);
    CHECK(Date{std::chrono::floor<days>(made.key_dates.full_moon)} == 2024y / 1 / 25);
    CHECK(Date{std::chrono::floor<days>(made.key_dates.last_quarter)} == 2024y / 2 / 2);
}

TEST_CASE("moon_calendar: its events include those of the whole last day") {
    // The full moon of 2024-01-25 comes at 17:54.
    const MoonCalendar made =
        calendar({.start = 2024y / 1 / 1, .end = 2024y / 1 / 25, .key_dates_only = true});
    CHECK(made.daily.empty());
    REQUIRE(made.events.size() == 4);
    CHECK(made.events[0].quarter == Quarter::last_quarter);
    CHECK(made.events[3].quarter == Quarter::full_moon);
    const MoonCalendar shorter = calendar({.start = 2024y / 1 / 1, .end = 2024y / 1 / 24});
    CHECK(shorter.events.size() == 3);
    CHECK(shorter.daily.size() == 24);
}

TEST_CASE("use_cases: go by their public names, and need nobody to be signed in") {
    std::vector<std::string_view> found;
    for (const std::span<const Entry> list :
         {std::span<const Entry>(use_cases.entries), std::span<const Entry>(night_cases.entries),
          std::span<const Entry>(light_cases.entries)})
        for (const Entry& entry : list) {
            found.push_back(entry.name);
            CHECK_FALSE(entry.needs_actor);
        }
    CHECK(found == std::vector<std::string_view>{"moon_at", "moon_calendar", "sun_at", "planets_at",
                                                 "meteor_showers", "time_zone_at", "sky_tonight",
                                                 "dark_windows", "best_nights", "sky_calendar",
                                                 "bortle_at", "sky_brightness_at"});
    CHECK(use_cases.entries[0].has_field("at"));
    CHECK(use_cases.entries[0].has_field("elevation"));
    CHECK(use_cases.entries[1].has_field("key_dates_only"));
    CHECK_FALSE(use_cases.entries[1].has_field("days"));
}

}  // namespace asterism::sky
