// The kernels refuse nothing but a window: bad numbers must come out as bad numbers, in time.
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

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double bad[]{no_number, endless, -endless, 1e300, -1e300, 5e-324, 91, -1e6};
constexpr Instant spring = std::chrono::sys_days{2026y / 3 / 10};

void check_inside(const Crossings& found, const Window& window) {
    REQUIRE((found.state == WindowState::events) == !found.events.empty());
    for (const Crossing& event : found.events) {
        REQUIRE(event.at.tt.days >= window.from.tt.days);
        REQUIRE(event.at.tt.days < window.until.tt.days);
    }
}

}  // namespace

TEST_CASE("bad_positions: no place, moment or limit brings the searches down") {
    const Window window = window_between(spring, spring + days{2});
    for (const double number : bad) {
        CAPTURE(number);
        for (const Place& place :
             {Place{{number}, {0}}, Place{{46}, {number}}, Place{{46}, {14}, number}}) {
            const Observer observer(place);
            check_inside(crossings(observer, apparent_moon, moon_limb, window), window);
            check_inside(crossings(observer, apparent_sun, {{-18}}, window), window);
            const auto meridian = transits(observer, apparent_sun, window).events;
            CHECK(meridian.size() <= meridian.capacity());
            const Night night = night_at(observer, spring);
            CHECK(dark_window(observer, night).total.count() >= 0);
        }
        const Observer home({{46}, {14}});
        const Window from_bad{{{number}, {number}}, window.until};
        const Window to_bad{window.from, {{number}, {number}}};
        const Window ut1_bad{window.from, {window.until.tt, {number}}};
        for (const Window& wrong : {from_bad, to_bad, ut1_bad}) {
            check_inside(crossings(home, apparent_moon, moon_limb, wrong), wrong);
            CHECK(transits(home, apparent_moon, wrong).events.size() <= 96);
        }
        check_inside(crossings(home, apparent_sun, {{number}}, window), window);
        check_inside(crossings(home, apparent_sun, {{0}, number, true}, window), window);
        const auto nowhere = [&](TerrestrialTime) { return Vector{number, number, number}; };
        check_inside(crossings(home, nowhere, {{0}}, window), window);
    }
}

TEST_CASE("bad_positions: what is no number is not above, below or anywhere") {
    const Window window = window_between(spring, spring + days{1});
    const Observer home({{46}, {14}});
    const auto nowhere = [](TerrestrialTime) { return Vector{no_number, 0, 0}; };
    CHECK(crossings(home, nowhere, {{0}}, window).state == WindowState::not_searched);
    CHECK(crossings(home, apparent_sun, {{no_number}}, window).state == WindowState::not_searched);
    CHECK(crossings(home, apparent_sun, {{0}, no_number}, window).state ==
          WindowState::not_searched);
    CHECK_FALSE(transits(Observer({{46}, {no_number}}), apparent_sun, window).searched);
    CHECK(std::isnan(sun_horizontal(Observer({{no_number}, {0}}), window.from).altitude.value));
    CHECK(std::isnan(moon_rotation(Observer({{no_number}, {0}}), window.from).value));
}

TEST_CASE("bad_positions: windows of microseconds hold at most what is in them") {
    const Observer home({{46}, {14}});
    const Window day = window_between(spring, spring + days{1});
    const auto events = crossings(home, apparent_sun, sun_limb, day).events;
    REQUIRE(events.size() == 2);
    const Instant sunrise = civil(events[0].at.tt);
    int found = 0;
    for (int n = -100; n < 100; ++n) {
        const Instant from = sunrise + n * 1us;
        const Window window = window_between(from, from + 1us);
        const Crossings there = crossings(home, apparent_sun, sun_limb, window);
        check_inside(there, window);
        found += static_cast<int>(there.events.size());
    }
    CHECK(found == 1);
}

}  // namespace asterism::sky
