#include "libcore/sky/place_clock.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using tests::instant;

/// A database of zones that is older than all of them.
struct NoRules final : Zones {
    std::optional<ZoneStretch> stretch(std::string_view, Instant) const override { return {}; }
};

constexpr Place ljubljana{{46.05}, {14.51}};

tests::FixedZones with_summer() {
    tests::FixedZones zones{1h};
    zones.tell("Europe/Ljubljana", {{Instant::min(), 1h},
                                    {instant("2026-03-29T01:00:00Z"), 2h},
                                    {instant("2026-10-25T01:00:00Z"), 1h}});
    return zones;
}

TEST_CASE("place_clock: goes by the zone of the place, summer time included") {
    const auto zones = with_summer();
    PlaceClock clock(ljubljana, zones);
    CHECK(clock.zone() == "Europe/Ljubljana");
    CHECK(clock.offset(instant("2026-10-25T00:59:59Z")) == 2h);
    CHECK(clock.offset(instant("2026-10-25T01:00:00Z")) == 1h);
    CHECK(clock.offset(instant("2026-01-01T00:00:00Z")) == 1h);
    CHECK(clock.date(instant("2026-07-01T21:59:59Z")) == 2026y / 7 / 1);
    CHECK(clock.date(instant("2026-07-01T22:00:00Z")) == 2026y / 7 / 2);
    CHECK(clock.start_of(2026y / 7 / 1) == instant("2026-06-30T22:00:00Z"));
    CHECK(clock.noon_of(2026y / 12 / 1) == instant("2026-12-01T11:00:00Z"));
}

TEST_CASE("place_clock: keeps the Sun's mean hours where the zone has no rules, and says so") {
    const NoRules zones;

    struct Row {
        double longitude;
        std::chrono::hours offset;
    };

    for (const auto& [longitude, offset] :
         {Row{14.51, 1h}, Row{7.4, 0h}, Row{-7.6, -1h}, Row{-180, -12h}, Row{172.4, 11h}}) {
        PlaceClock clock({{46.05}, {longitude}}, zones);
        CHECK_FALSE(clock.zone());
        CHECK(clock.offset(instant("2026-07-01T12:00:00Z")) == offset);
        CHECK(clock.start_of(2026y / 7 / 1) == Instant{sys_days{2026y / 7 / 1} - offset});
    }
}

TEST_CASE("clock_text: shows the clock and how far it is from UTC") {
    const auto at = instant("2026-11-21T23:30:09Z");
    CHECK(clock_text(at, 1h) == "2026-11-22T00:30:09+01:00");
    CHECK(clock_text(at + 999999us, 0h) == "2026-11-21T23:30:09+00:00");
    CHECK(clock_text(at, -210min) == "2026-11-21T20:00:09-03:30");
    CHECK(clock_text(instant("1890-01-01T00:00:00Z"), 1172s) == "1890-01-01T00:19:32+00:19:32");
}

}  // namespace
}  // namespace asterism::sky
