#include "shells/outside/zones.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <date/tz.h>
#include <doctest/doctest.h>

#include "shells/app/store.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/sky/table.hpp"

namespace asterism::outside {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using tests::instant;

const SystemZones& zones() {
    static const SystemZones all;
    return all;
}

sky::ZoneStretch at(std::string_view zone, std::string_view when) {
    const auto out = zones().stretch(zone, instant(when));
    REQUIRE(out.has_value());
    return *out;
}

sky::LocalDay day(std::string_view zone, Date date) {
    const auto out = sky::local_day(zone, zones(), date);
    REQUIRE(out.has_value());
    return *out;
}

TEST_CASE("zones: a stretch ends where the clock is changed") {
    const auto winter = at("Europe/Ljubljana", "2026-11-21T12:00:00Z");
    CHECK(winter.offset == 1h);
    CHECK(winter.from == instant("2026-10-25T01:00:00Z"));
    CHECK(winter.until == instant("2027-03-28T01:00:00Z"));
    CHECK(at("Europe/Ljubljana", "2027-03-28T00:59:59Z").offset == 1h);
    CHECK(at("Europe/Ljubljana", "2027-03-28T01:00:00Z").offset == 2h);
}

TEST_CASE("zones: halves and quarters of hours, and changes by half an hour") {
    CHECK(at("Asia/Kolkata", "2026-01-01T00:00:00Z").offset == 5h + 30min);
    CHECK(at("Asia/Kathmandu", "2026-01-01T00:00:00Z").offset == 5h + 45min);
    CHECK(at("Pacific/Chatham", "2026-01-01T00:00:00Z").offset == 13h + 45min);
    CHECK(at("Pacific/Chatham", "2026-07-01T00:00:00Z").offset == 12h + 45min);
    CHECK(at("America/St_Johns", "2026-01-01T00:00:00Z").offset == -(3h + 30min));
    CHECK(day("Australia/Lord_Howe", Date{sys_days{2026y / 4 / 5}}).length() == 24h + 30min);
}

TEST_CASE("zones: the farthest ahead and behind, and those of the sea") {
    CHECK(at("Pacific/Kiritimati", "2026-01-01T00:00:00Z").offset == 14h);
    CHECK(at("Pacific/Pago_Pago", "2026-01-01T00:00:00Z").offset == -11h);
    CHECK(at("Etc/GMT-3", "2026-01-01T00:00:00Z").offset == 3h);
    CHECK(at("Etc/GMT+12", "2026-01-01T00:00:00Z").offset == -12h);
    const auto never_changed = at("Etc/GMT", "2026-01-01T00:00:00Z");
    CHECK(never_changed.offset == 0s);
    CHECK(never_changed.from == Instant::min());
    CHECK(never_changed.until == Instant::max());
}

TEST_CASE("zones: local days of 23 and 25 hours, of none, and without a midnight") {
    CHECK(day("America/New_York", 2026y / 3 / 8).length() == 23h);
    CHECK(day("America/New_York", 2026y / 11 / 1).length() == 25h);
    CHECK(day("Pacific/Apia", 2011y / 12 / 30).length() == 0h);
    CHECK(day("America/Sao_Paulo", 2018y / 11 / 4).from == instant("2018-11-04T03:00:00Z"));
    CHECK(day("America/Sao_Paulo", 2018y / 11 / 4).length() == 23h);
    CHECK(day("Asia/Beirut", 2026y / 3 / 29).from == instant("2026-03-28T22:00:00Z"));
    CHECK(day("Asia/Beirut", 2026y / 3 / 29).length() == 23h);
}

TEST_CASE("zones: before clocks were set to zones they showed the Sun's mean time") {
    CHECK(at("Europe/Berlin", "1890-01-01T00:00:00Z").offset == 53min + 28s);
    CHECK(at("Europe/Berlin", "1890-01-01T00:00:00Z").from == Instant::min());
    CHECK(at("Europe/Amsterdam", "1930-01-01T00:00:00Z").offset == 19min + 32s);
}

TEST_CASE("zones: the rules of today go on beyond 2037") {
    CHECK(at("Europe/Berlin", "2050-07-01T00:00:00Z").offset == 2h);
    CHECK(at("Europe/Berlin", "2050-07-01T00:00:00Z").until == instant("2050-10-30T01:00:00Z"));
    CHECK(at("Europe/Berlin", "2037-12-01T00:00:00Z").from == instant("2037-10-25T01:00:00Z"));
    CHECK(at("Europe/Berlin", "2037-12-01T00:00:00Z").until == instant("2038-03-28T01:00:00Z"));
    CHECK(at("Australia/Sydney", "2100-01-01T00:00:00Z").offset == 11h);
    CHECK(at("Asia/Tokyo", "2100-07-01T00:00:00Z").until == Instant::max());
    CHECK(day("America/New_York", 2100y / 3 / 14).length() == 23h);
}

TEST_CASE("zones: stretches hold what they were asked for and meet") {
    for (const auto* zone : {"Europe/Berlin", "Africa/Casablanca", "America/Sao_Paulo",
                             "Pacific/Apia", "Antarctica/Troll", "Asia/Gaza"}) {
        auto when = instant("1880-01-01T00:00:00Z");
        while (when < instant("2101-01-01T00:00:00Z")) {
            const auto stretch = zones().stretch(zone, when);
            REQUIRE(stretch.has_value());
            REQUIRE(stretch->from <= when);
            REQUIRE(when < stretch->until);
            if (stretch->until == Instant::max()) break;
            const auto next = zones().stretch(zone, stretch->until);
            REQUIRE(next.has_value());
            REQUIRE(next->from == stretch->until);
            when = stretch->until;
        }
    }
}

TEST_CASE("zones: the ends of time have a stretch as well") {
    for (const auto* zone : {"Europe/Berlin", "Asia/Tokyo", "Etc/GMT"}) {
        CHECK(zones().stretch(zone, Instant::min()).has_value());
        CHECK(zones().stretch(zone, Instant::max()).has_value());
    }
}

TEST_CASE("zones: what is no zone is none") {
    for (const auto* zone : {"", "Mars/Phobos", "europe/berlin", "Europe", "../../../etc/passwd",
                             "/etc/localtime", "localtime", "zone.tab"}) {
        CAPTURE(zone);
        CHECK(!zones().stretch(zone, instant("2026-01-01T00:00:00Z")));
    }
}

TEST_CASE("zones: the system knows every zone that a place can be in") {
    const sky::Table principal("zones_principal.csv");
    for (const auto& row : principal.rows()) {
        CAPTURE(row.text("zone"));
        CHECK(zones().stretch(row.text("zone"), instant("2026-01-01T00:00:00Z")));
    }
    for (double longitude = -180; longitude < 180; longitude += 15)
        CHECK(zones().stretch(sky::zone_at({{0}, {longitude}}), Instant{}));
}

TEST_CASE("zones: many threads get the same answers") {
    const SystemZones fresh;
    const auto sum = [&] {
        std::chrono::seconds out{};
        for (const auto& row : {"Europe/Berlin", "Asia/Tokyo", "America/Lima", "Africa/Cairo"})
            for (int year = 1900; year <= 2100; ++year)
                out += fresh.stretch(row, sys_days{std::chrono::year{year} / 7 / 1})->offset;
        return out;
    };
    std::vector<std::chrono::seconds> sums(4);
    {
        std::vector<std::jthread> threads;
        for (auto& each : sums) threads.emplace_back([&] { each = sum(); });
    }
    for (const auto each : sums) CHECK(each == sum());
}

TEST_CASE("zones: a missing database is told at each use, until it is there") {
    static bool is_there;
    is_there = false;
    const SystemZones late(+[]() -> const date::tzdb& {
        if (!is_there) throw std::runtime_error("no folder of that name");
        return date::get_tzdb();
    });
    CHECK_THROWS_WITH_AS(late.stretch("Europe/Berlin", Instant{}),
                         "the tz database cannot be read: no folder of that name", app::NoZones);
    CHECK_THROWS_AS(late.stretch("Mars/Phobos", Instant{}), app::NoZones);
    is_there = true;
    CHECK(late.stretch("Europe/Berlin", Instant{}).has_value());
}

}  // namespace
}  // namespace asterism::outside
