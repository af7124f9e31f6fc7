#include <chrono>

#include <doctest/doctest.h>

#include "libcore/sky/crossings.hpp"
#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr Instant spring = std::chrono::sys_days{2026y / 3 / 10};

}  // namespace

TEST_CASE("next_crossing: is the first of its way, and there may be none for half a year") {
    const Observer home({{46.05}, {14.51}});
    const auto rise = next_crossing(home, apparent_sun, sun_limb, Way::rising, spring, days{2});
    REQUIRE(rise);
    const auto events =
        crossings(home, apparent_sun, sun_limb, window_between(spring, spring + days{1})).events;
    CHECK(civil(rise->at.tt) == civil(events.front().at.tt));

    const Observer pole({{90}, {0}});
    const Instant summer = std::chrono::sys_days{2026y / 4 / 15};
    CHECK_FALSE(next_crossing(pole, apparent_sun, sun_limb, Way::setting, summer, days{120}));
    const auto set = next_crossing(pole, apparent_sun, sun_limb, Way::setting, summer, days{200});
    REQUIRE(set);
    CHECK(std::chrono::abs(civil(set->at.tt) - std::chrono::sys_days{2026y / 9 / 25}) < 24h);
    CHECK_FALSE(next_crossing(pole, apparent_sun, sun_limb, Way::setting, summer, days{0}));
    CHECK_FALSE(next_crossing(pole, apparent_sun, sun_limb, Way::setting, summer, days{-9}));
    CHECK_FALSE(next_crossing(home, apparent_sun, sun_limb, Way::setting, Instant::max(), days{9}));
}

TEST_CASE("previous_crossing: finds the event that next_crossing found") {
    for (const double latitude : {-85.0, -40.0, 12.0, 67.0, 90.0}) {
        const Observer observer({{latitude}, {77}});
        for (const Way way : {Way::rising, Way::setting}) {
            const auto next =
                next_crossing(observer, apparent_moon, moon_limb, way, spring, days{60});
            REQUIRE(next);
            const Instant at = civil(next->at.tt);
            const auto again =
                previous_crossing(observer, apparent_moon, moon_limb, way, at + 1ms, days{60});
            REQUIRE(again);
            CHECK(std::chrono::abs(civil(again->at.tt) - at) < 1ms);
            const auto earlier =
                previous_crossing(observer, apparent_moon, moon_limb, way, at - 1s, days{60});
            REQUIRE(earlier);
            CHECK(civil(earlier->at.tt) < spring);
        }
    }
}

}  // namespace asterism::sky
