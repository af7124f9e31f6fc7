#include "libcore/sky/crossings.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/sky/ephemeris.hpp"
#include "tests/sky/moments.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr Instant spring = std::chrono::sys_days{2026y / 3 / 10};

/// How far the limit's point is above it, in degrees, by way of angles.
double above(const Observer& observer, Path path, const Limit& limit, Moment at) {
    const LocalVector sight = local_sight(observer, at, path(at.tt));
    const double radius = std::asin(limit.radius_km / length(sight));
    const double dip = limit.at_the_horizon ? observer.dip().value : 0;
    return horizontal(sight).altitude.value + degrees(Radians{radius + dip}).value -
           limit.altitude.value;
}

/// What changes of sign the eye finds that looks every two minutes.
std::vector<Crossing> looked_for(const Observer& observer, Path path, const Limit& limit,
                                 const Window& window) {
    const int looks = static_cast<int>(window.days() * 720);
    std::vector<Crossing> found;
    bool up = above(observer, path, limit, window.from) > 0;
    for (int n = 1; n <= looks; ++n) {
        const Moment at = window.at(1.0 * n / looks);
        const bool now_up = above(observer, path, limit, at) > 0;
        if (now_up != up) found.push_back({at, now_up ? Way::rising : Way::setting});
        up = now_up;
    }
    return found;
}

void check_like_looking(const Observer& observer, Path path, const Limit& limit,
                        const Window& window) {
    const auto expected = looked_for(observer, path, limit, window);
    const Crossings found = crossings(observer, path, limit, window);
    // The eye misses two events that are closer than its looks.
    REQUIRE(found.events.size() >= expected.size());
    REQUIRE((found.events.size() - expected.size()) % 2 == 0);
    std::size_t at = 0;
    for (const Crossing& event : expected) {
        while (at < found.events.size() &&
               found.events[at].at.tt.days < event.at.tt.days - 130.0 / 86400) {
            REQUIRE(at + 1 < found.events.size());
            REQUIRE(found.events[at + 1].at.tt.days - found.events[at].at.tt.days < 120.0 / 86400);
            at += 2;
        }
        REQUIRE(at < found.events.size());
        REQUIRE(found.events[at].way == event.way);
        REQUIRE(std::abs(found.events[at].at.tt.days - event.at.tt.days) < 130.0 / 86400);
        ++at;
    }
    if (found.events.empty()) {
        const bool up = above(observer, path, limit, window.from) > 0;
        REQUIRE(found.state ==
                (up ? WindowState::above_all_window : WindowState::below_all_window));
    } else {
        REQUIRE(found.state == WindowState::events);
    }
    for (const Crossing& event : found.events) {
        // At a grazing event a millisecond is less than a double of the altitude can show.
        REQUIRE(std::abs(above(observer, path, limit, event.at)) < 1e-4);
    }
}

}  // namespace

TEST_CASE("crossings: a look every two minutes finds the same at polar places") {
    const Limit moon_limits[]{moon_limb, {{-1}}, {{5}}};
    const Limit sun_limits[]{sun_limb, civil_twilight, nautical_twilight, astronomical_twilight};
    for (int n = 0; n < 60; ++n) {
        const double latitude = (n % 2 == 0 ? 1 : -1) * (60 + 30 * std::sqrt(n / 60.0));
        const Observer observer({{latitude}, {17.0 * n}});
        const Instant from = spring + n * days{163} / 10;
        const Window window = window_between(from, from + days{1});
        CAPTURE(n);
        check_like_looking(observer, apparent_moon, moon_limits[n % 3], window);
        check_like_looking(observer, apparent_sun, sun_limits[n % 4], window);
    }
}

TEST_CASE("crossings: a look every two minutes finds the same in a month at the pole's edge") {
    for (const double latitude : {90.0, -90.0, 89.9, -89.3, 88.0, 66.5, -23.0}) {
        const Observer observer({{latitude}, {30}});
        const Window window = window_between(spring, spring + days{27});
        CAPTURE(latitude);
        check_like_looking(observer, apparent_moon, moon_limb, window);
        check_like_looking(observer, apparent_sun, sun_limb, window);
    }
}

TEST_CASE("crossings: both events of a body that only just shows itself are found") {
    // The limit is set to a hair below the day's highest and above its lowest altitude.
    for (const double latitude : {10.0, 52.0, 68.0, -79.0, 89.0}) {
        const Observer observer({{latitude}, {-70}});
        const Window window = window_between(spring, spring + days{1});
        for (const Path& path : {Path(apparent_moon), Path(apparent_sun)}) {
            double highest = -90;
            double lowest = 90;
            for (int n = 0; n <= 86400 / 5; ++n) {
                const Moment at = window.at(n / (86400.0 / 5));
                const double altitude = above(observer, path, Limit{{0}}, at);
                highest = std::max(highest, altitude);
                lowest = std::min(lowest, altitude);
            }
            const Crossings top = crossings(observer, path, Limit{{highest - 2e-5}}, window);
            const Crossings bottom = crossings(observer, path, Limit{{lowest + 2e-5}}, window);
            CAPTURE(latitude);
            CHECK(top.state == WindowState::events);
            CHECK(bottom.state == WindowState::events);
            CHECK(crossings(observer, path, Limit{{highest + 2e-5}}, window).state ==
                  WindowState::below_all_window);
            CHECK(crossings(observer, path, Limit{{lowest - 2e-5}}, window).state ==
                  WindowState::above_all_window);
        }
    }
}

TEST_CASE("crossings: rising and setting take turns, in order, inside the window") {
    for (int n = 0; n < 90; ++n) {
        const Observer observer({{2.0 * n - 89}, {3.7 * n}});
        const Instant from = spring + n * days{37};
        const Window window = window_between(from, from + days{40});
        for (const Limit& limit : {moon_limb, Limit{{-18}}, Limit{{30}}}) {
            const Crossings found = crossings(observer, apparent_moon, limit, window);
            for (std::size_t at = 0; at < found.events.size(); ++at) {
                const Crossing& event = found.events[at];
                REQUIRE(event.at.tt.days >= window.from.tt.days);
                REQUIRE(event.at.tt.days < window.until.tt.days);
                if (at == 0) continue;
                REQUIRE(event.way != found.events[at - 1].way);
                REQUIRE(event.at.tt.days > found.events[at - 1].at.tt.days);
            }
        }
    }
}

TEST_CASE("crossings: windows that adjoin hold together what the whole holds") {
    for (const double latitude : {0.0, 47.0, 66.0, 69.3, -84.0, 90.0}) {
        const Observer observer({{latitude}, {130}});
        const Crossings whole = crossings(observer, apparent_moon, moon_limb,
                                          window_between(spring, spring + days{20}));
        for (const auto& length : {std::chrono::minutes{24 * 60}, std::chrono::minutes{7 * 60},
                                   std::chrono::minutes{137}}) {
            std::vector<Crossing> parts;
            for (Instant at = spring; at < spring + days{20}; at += length) {
                const Instant end = std::min<Instant>(at + length, spring + days{20});
                for (const Crossing& event :
                     crossings(observer, apparent_moon, moon_limb, window_between(at, end))
                         .events) {
                    parts.push_back(event);
                }
            }
            REQUIRE(parts.size() == whole.events.size());
            for (std::size_t n = 0; n < parts.size(); ++n) {
                REQUIRE(parts[n].way == whole.events[n].way);
                REQUIRE(std::abs(parts[n].at.tt.days - whole.events[n].at.tt.days) * 86400 < 2e-3);
            }
        }
    }
}

TEST_CASE("crossings: an event that is also a border is in one window of the two") {
    const Observer observer({{46.05}, {14.51}});
    for (int n = 0; n < 200; ++n) {
        const Instant from = spring + n * days{1};
        const Crossings found =
            crossings(observer, apparent_sun, sun_limb, window_between(from, from + days{1}));
        REQUIRE(found.events.size() == 2);
        const Instant border = civil(found.events.front().at.tt) + std::chrono::microseconds{n % 3};
        const auto before =
            crossings(observer, apparent_sun, sun_limb, window_between(from, border)).events;
        const auto after =
            crossings(observer, apparent_sun, sun_limb, window_between(border, from + days{1}))
                .events;
        REQUIRE(before.size() + after.size() == 2);
    }
}

TEST_CASE("crossings: the date line's two names and any turns more are one place, to the bit") {
    const Window window = window_between(spring, spring + days{3});
    const Place west{{-13.8}, {-180}};
    for (const double east : {180.0, 540.0, -900.0}) {
        const Place place{{-13.8}, {east}};
        const auto a = crossings(Observer(west), apparent_moon, moon_limb, window).events;
        const auto b = crossings(Observer(place), apparent_moon, moon_limb, window).events;
        REQUIRE(a.size() == 5);
        REQUIRE(b.size() == a.size());
        for (std::size_t n = 0; n < a.size(); ++n) CHECK(a[n].at.tt.days == b[n].at.tt.days);
    }
}

TEST_CASE("crossings: at the poles the longitude does not matter") {
    const Window window = window_between(spring, spring + days{40});
    for (const double latitude : {90.0, -90.0}) {
        const auto expected =
            crossings(Observer({{latitude}, {0}}), apparent_moon, moon_limb, window).events;
        REQUIRE(expected.size() >= 2);
        for (const double longitude : {-180.0, -77.0, 12.5, 180.0}) {
            const Observer observer({{latitude}, {longitude}});
            const auto found = crossings(observer, apparent_moon, moon_limb, window).events;
            REQUIRE(found.size() == expected.size());
            for (std::size_t n = 0; n < found.size(); ++n) {
                CHECK(found[n].way == expected[n].way);
                CHECK(std::abs(found[n].at.tt.days - expected[n].at.tt.days) * 86400 < 2e-3);
            }
        }
    }
}

TEST_CASE("crossings: several limits at once are what each is alone") {
    const Observer observer({{61.5}, {10}});
    const std::array limits{sun_limb, civil_twilight, nautical_twilight, astronomical_twilight};
    const Window window = window_between(spring, spring + days{2});
    std::array<Crossings, 3> found;
    crossings(observer, apparent_sun, limits, window, found);
    for (std::size_t n = 0; n < found.size(); ++n) {
        const Crossings alone = crossings(observer, apparent_sun, limits[n], window);
        REQUIRE(found[n].state == alone.state);
        REQUIRE(found[n].events.size() == alone.events.size());
        for (std::size_t at = 0; at < alone.events.size(); ++at) {
            CHECK(found[n].events[at].at.tt.days == alone.events[at].at.tt.days);
        }
    }
}

TEST_CASE("crossings: who stands higher sees the Sun longer, but has the same twilight") {
    const Observer low({{46}, {14}, 0});
    const Observer high({{46}, {14}, 900});
    const Window window = window_between(spring, spring + days{1});
    const auto minutes = [&](const Observer& observer, const Limit& limit) {
        const auto events = crossings(observer, apparent_sun, limit, window).events;
        REQUIRE(events.size() == 2);
        return (events[1].at.tt.days - events[0].at.tt.days) * 1440;
    };
    // 1.76' x 30 is 0.88 degrees, at either end, at 0.174 degrees a minute.
    CHECK(minutes(high, sun_limb) - minutes(low, sun_limb) == doctest::Approx(10.1).epsilon(0.02));
    CHECK(std::abs(minutes(high, civil_twilight) - minutes(low, civil_twilight)) < 0.01);
}

TEST_CASE("crossings: a fixed direction rises 3 min 56 s earlier every day") {
    const Observer observer({{30}, {0}});
    const auto star = [](TerrestrialTime) { return Vector{0.6 * far_km, 0.8 * far_km, 0}; };
    const auto events =
        crossings(observer, star, Limit{{0}}, window_between(spring, spring + days{5})).events;
    REQUIRE(events.size() >= 10);
    for (std::size_t n = 2; n < events.size(); ++n) {
        CHECK((events[n].at.tt.days - events[n - 2].at.tt.days) * 86400 ==
              doctest::Approx(86164.0989).epsilon(1e-7));
    }
}

TEST_CASE("crossings: what is no window is not searched, and nothing is made up") {
    const Observer observer({{46}, {14}});
    const auto state = [&](const Observer& seen_by, Instant from, Instant until) {
        const Crossings found =
            crossings(seen_by, apparent_moon, moon_limb, window_between(from, until));
        CHECK(found.events.empty() == (found.state != WindowState::events));
        return found.state;
    };
    CHECK(state(observer, spring, spring) == WindowState::not_searched);
    CHECK(state(observer, spring, spring - days{1}) == WindowState::not_searched);
    CHECK(state(observer, spring, spring + longest_window) == WindowState::events);
    CHECK(state(observer, spring, spring + longest_window + 10min) == WindowState::not_searched);
    CHECK(state(Observer({{no_number}, {14}}), spring, spring + days{1}) ==
          WindowState::not_searched);
    CHECK(state(Observer({{46}, {no_number}}), spring, spring + days{1}) ==
          WindowState::not_searched);
    CHECK(state(observer, spring, spring + 1us) != WindowState::not_searched);
    const Moment nowhere{{no_number}, {no_number}};
    CHECK(crossings(observer, apparent_moon, moon_limb, {nowhere, nowhere}).state ==
          WindowState::not_searched);
}

}  // namespace asterism::sky
