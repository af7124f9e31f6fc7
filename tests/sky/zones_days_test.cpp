#include <chrono>

#include <doctest/doctest.h>

#include "libcore/sky/zones.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using tests::FixedZones;
using tests::instant;

/// Changes of some zones as the tz database tells them.
FixedZones some_zones() {
    FixedZones zones;
    zones.tell("Europe/Ljubljana", {{Instant::min(), 1h},
                                    {instant("2026-03-29T01:00:00Z"), 2h},
                                    {instant("2026-10-25T01:00:00Z"), 1h}});
    zones.tell("Pacific/Apia", {{Instant::min(), -10h}, {instant("2011-12-30T10:00:00Z"), 14h}});
    zones.tell("America/Sao_Paulo",
               {{Instant::min(), -3h}, {instant("2018-11-04T03:00:00Z"), -2h}});
    zones.tell("America/St_Johns",
               {{Instant::min(), -150min}, {instant("2010-11-07T02:31:00Z"), -210min}});
    zones.tell("Asia/Kathmandu", {{Instant::min(), 345min}});
    return zones;
}

LocalDay day(std::string_view zone, Date date) {
    const auto out = local_day(zone, some_zones(), date);
    REQUIRE(out.has_value());
    return *out;
}

TEST_CASE("local_day: is a day of the zone's clock, and not of UTC") {
    const auto out = day("Europe/Ljubljana", 2026y / 11 / 21);
    CHECK(out.from == instant("2026-11-20T23:00:00Z"));
    CHECK(out.until == instant("2026-11-21T23:00:00Z"));
    CHECK(day("Asia/Kathmandu", 2026y / 11 / 21).from == instant("2026-11-20T18:15:00Z"));
}

TEST_CASE("local_day: has 23 or 25 hours when the clock is changed") {
    CHECK(day("Europe/Ljubljana", 2026y / 3 / 29).length() == 23h);
    CHECK(day("Europe/Ljubljana", 2026y / 10 / 25).length() == 25h);
    CHECK(day("Europe/Ljubljana", 2026y / 10 / 26).length() == 24h);
}

TEST_CASE("local_day: that a zone skipped is empty, and the days around it meet") {
    CHECK(day("Pacific/Apia", 2011y / 12 / 29).until == instant("2011-12-30T10:00:00Z"));
    CHECK(day("Pacific/Apia", 2011y / 12 / 30).from == instant("2011-12-30T10:00:00Z"));
    CHECK(day("Pacific/Apia", 2011y / 12 / 30).length() == 0h);
    CHECK(day("Pacific/Apia", 2011y / 12 / 31).from == instant("2011-12-30T10:00:00Z"));
    CHECK(day("Pacific/Apia", 2011y / 12 / 31).length() == 24h);
}

TEST_CASE("local_day: starts when the clock jumps across midnight") {
    const auto out = day("America/Sao_Paulo", 2018y / 11 / 4);
    CHECK(out.from == instant("2018-11-04T03:00:00Z"));  // 24:00 is 01:00 at once
    CHECK(out.length() == 23h);
}

TEST_CASE("local_day: starts at the first of two midnights") {
    // At 00:01 the clock was put back to 23:01 of the day before.
    const auto out = day("America/St_Johns", 2010y / 11 / 7);
    CHECK(out.from == instant("2010-11-07T02:30:00Z"));
    CHECK(out.length() == 25h);
}

TEST_CASE("local_day: days follow each other without gap or overlap") {
    for (const auto zone : {"Europe/Ljubljana", "Pacific/Apia", "America/Sao_Paulo",
                            "America/St_Johns", "Asia/Kathmandu"})
        for (auto date = sys_days{2010y / 1 / 1}; date < sys_days{2012y / 6 / 1}; date += days{1}) {
            const auto today = day(zone, date);
            CHECK(today.from <= today.until);
            CHECK(today.until == day(zone, date + days{1}).from);
        }
}

TEST_CASE("local_day: takes the zone of a place") {
    const Place ljubljana{{46.05}, {14.51}};
    const auto out = local_day(ljubljana, some_zones(), 2026y / 7 / 1);
    REQUIRE(out.has_value());
    CHECK(out->from == instant("2026-06-30T22:00:00Z"));
}

TEST_CASE("local_night: runs from noon to noon") {
    const auto out = local_night("Europe/Ljubljana", some_zones(), 2026y / 3 / 28);
    REQUIRE(out.has_value());
    CHECK(out->from == instant("2026-03-28T11:00:00Z"));
    CHECK(out->until == instant("2026-03-29T10:00:00Z"));
}

TEST_CASE("local_moment: in a gap is its end, and of two the first") {
    const auto zones = some_zones();
    CHECK(local_moment("Europe/Ljubljana", zones, 2026y / 3 / 29, 2h + 30min) ==
          instant("2026-03-29T01:00:00Z"));
    CHECK(local_moment("Europe/Ljubljana", zones, 2026y / 10 / 25, 2h + 30min) ==
          instant("2026-10-25T00:30:00Z"));
}

TEST_CASE("local_clock: shows the date and time of the zone") {
    const auto shown = local_clock("Asia/Kathmandu", some_zones(), instant("2026-12-31T18:15:30Z"));
    REQUIRE(shown.has_value());
    CHECK(shown->date == 2027y / 1 / 1);
    CHECK(shown->time_of_day == 30s);
    CHECK(shown->offset == 5h + 45min);
    const auto before = local_clock("Pacific/Apia", some_zones(), Instant{-1us});
    REQUIRE(before.has_value());
    CHECK(before->date == 1969y / 12 / 31);
    CHECK(before->time_of_day == 14h - 1us);
}

TEST_CASE("local_clock: bears the ends of time") {
    CHECK(local_clock("Pacific/Apia", some_zones(), Instant::max()).has_value());
    CHECK(local_clock("Pacific/Apia", some_zones(), Instant::min()).has_value());
}

TEST_CASE("local days: of a zone that is none are none") {
    const auto zones = some_zones();
    CHECK(!local_clock(FixedZones::unknown, zones, Instant{}));
    CHECK(!local_moment(FixedZones::unknown, zones, 2026y / 1 / 1, 0s));
    CHECK(!local_day(FixedZones::unknown, zones, 2026y / 1 / 1));
    CHECK(!local_night(FixedZones::unknown, zones, 2026y / 1 / 1));
}

}  // namespace
}  // namespace asterism::sky
