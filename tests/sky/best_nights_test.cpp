#include "libcore/sky/best_nights.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/sky/brightness.hpp"
#include "libcore/sky/moon.hpp"
#include "tests/sky/allocations.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

NightsAhead at_ljubljana() {
    return {.place = {{46.05}, {14.51}},
            .first_evening = 2026y / 11 / 1,
            .utc_offset = 60min,
            .artificial_mcd_per_m2 = 0.3};
}

NightsAhead at_tromso(Date first_evening) {
    return {.place = {{69.65}, {18.96}}, .first_evening = first_evening, .utc_offset = 60min};
}

std::vector<RatedNight> by_date(const NightsAhead& ahead, std::size_t count) {
    std::vector<RatedNight> nights(count);
    rate_nights(ahead, nights);
    return nights;
}

RatedNight night_of_date(const NightsAhead& ahead, Date evening) {
    NightsAhead one = ahead;
    one.first_evening = evening;
    return by_date(one, 1).front();
}

double minutes_between(Instant a, Instant b) {
    return std::abs(std::chrono::duration<double, std::ratio<60>>{a - b}.count());
}

}  // namespace

TEST_CASE("best nights: find the dark hour before dawn that the almanac has") {
    const RatedNight night = night_of_date(at_ljubljana(), 2026y / 11 / 21);
    CHECK(night.kind == NightKind::dark);
    REQUIRE(night.window.dark.size() == 1);
    // The Moon sets at 03:27:01 UTC by PyEphem; night lasts from 18:09 to 05:26 of the local clock.
    CHECK(minutes_between(night.best_window.from, sys_days{2026y / 11 / 22} + 3h + 27min) < 0.1);
    CHECK(minutes_between(night.best_window.until, sys_days{2026y / 11 / 22} + 4h + 26min) < 1);
    CHECK(std::abs(night.night_minutes - (11 * 60 + 17)) < 2);
    CHECK(std::abs(night.dark_minutes - 60) < 2);
}

TEST_CASE("best nights: list most dark minutes first, then the darker sky, then the earlier date") {
    std::vector<RatedNight> nights(60);
    const BestNights best = best_nights(at_ljubljana(), nights);
    CHECK(best.status == BestNightsStatus::ranked);
    CHECK(best.listed == 60);
    CHECK(best.bright == 0);
    for (std::size_t i = 1; i < best.listed; ++i) {
        const RatedNight& a = nights[i - 1];
        const RatedNight& b = nights[i];
        CAPTURE(i);
        const auto minutes = std::llround(a.dark_minutes) - std::llround(b.dark_minutes);
        const auto hundredths =
            std::llround(100 * a.mean_magnitude) - std::llround(100 * b.mean_magnitude);
        CHECK(minutes >= 0);
        if (minutes > 0) {
            CHECK(b.ranked_by == RankedBy::dark_minutes);
        } else if (hundredths != 0) {
            CHECK(hundredths > 0);
            CHECK(b.ranked_by == RankedBy::brightness);
        } else {
            CHECK(sys_days{a.evening} < sys_days{b.evening});
            CHECK(b.ranked_by == RankedBy::date);
        }
    }
}

TEST_CASE("best nights: keep every evening once") {
    std::vector<RatedNight> nights(30);
    best_nights(at_ljubljana(), nights);
    std::ranges::sort(nights, std::less{}, [](const auto& n) { return sys_days{n.evening}; });
    for (std::size_t i = 0; i < nights.size(); ++i) {
        CHECK(sys_days{nights[i].evening} == sys_days{2026y / 11 / 1} + days{static_cast<int>(i)});
    }
}

TEST_CASE("best nights: put the week of new moon above the week of full moon") {
    std::vector<RatedNight> nights(28);
    best_nights(at_ljubljana(), nights);
    const auto moon = [](const RatedNight& night) {
        return moon_geometry(sys_days{night.evening} + 23h).illuminated_fraction;
    };
    for (std::size_t i = 0; i < 5; ++i) CHECK(moon(nights[i]) < 0.15);
    for (std::size_t i = 23; i < 28; ++i) CHECK(moon(nights[i]) > 0.85);
    CHECK(nights.front().moonlight_magnitudes < nights.back().moonlight_magnitudes);
}

TEST_CASE("best nights: have an empty list in polar summer, and say so") {
    std::vector<RatedNight> nights(30);
    const BestNights best = best_nights(at_tromso(2026y / 6 / 1), nights);
    CHECK(best.status == BestNightsStatus::none_dark);
    CHECK(best.listed == 0);
    CHECK(best.bright == 30);
    for (const RatedNight& night : nights) {
        CHECK(night.kind == NightKind::bright);
        CHECK(night.night_minutes == 0);
        CHECK(night.dark_minutes == 0);
        CHECK(night.lowest_sun.value > -18);
        CHECK(night.best_window.from == night.best_window.until);
    }
}

TEST_CASE("best nights: leave out the bright nights of spring and count them") {
    std::vector<RatedNight> nights(60);
    const BestNights best = best_nights(at_tromso(2026y / 3 / 1), nights);
    CHECK(best.status == BestNightsStatus::ranked);
    CHECK(best.listed > 10);
    CHECK(best.bright > 10);
    CHECK(best.listed + best.bright == 60);
    for (std::size_t i = 0; i < nights.size(); ++i) {
        CHECK((nights[i].kind == NightKind::bright) == (i >= best.listed));
    }
}

TEST_CASE("best nights: last from noon to noon in polar night") {
    const NightsAhead pole{.place = {{-90}, {0}}, .first_evening = 2026y / 6 / 10};
    for (const RatedNight& night : by_date(pole, 28)) {
        CHECK(std::abs(night.night_minutes - 1440) < 2);
        // The Moon is up for half a month there and down for the other half.
        CHECK((night.dark_minutes == 0) == (night.kind == NightKind::moonlit));
    }
}

TEST_CASE("best nights: are the same for longitudes a turn apart") {
    NightsAhead turned = at_ljubljana();
    turned.place.longitude.value += 360;
    const auto here = by_date(at_ljubljana(), 30);
    const auto there = by_date(turned, 30);
    for (std::size_t i = 0; i < here.size(); ++i) {
        CHECK(minutes_between(here[i].best_window.from, there[i].best_window.from) < 1e-4);
        CHECK(here[i].dark_minutes == doctest::Approx(there[i].dark_minutes));
        CHECK(here[i].mean_magnitude == doctest::Approx(there[i].mean_magnitude));
    }
    NightsAhead west{.place = {{1}, {-180}}, .first_evening = 2026y / 5 / 1, .utc_offset = -12h};
    NightsAhead east{.place = {{1}, {180}}, .first_evening = 2026y / 5 / 1, .utc_offset = -12h};
    CHECK(by_date(west, 3)[2].dark_minutes == by_date(east, 3)[2].dark_minutes);
}

TEST_CASE("best nights: get no darker as lamps are lit, and lose less to the Moon") {
    for (const double lamps : {0.0, 0.01, 0.1, 1.0, 10.0}) {
        NightsAhead dim = at_ljubljana();
        dim.artificial_mcd_per_m2 = lamps;
        NightsAhead lit = at_ljubljana();
        lit.artificial_mcd_per_m2 = 2 * lamps + 0.01;
        const auto before = by_date(dim, 29);
        const auto after = by_date(lit, 29);
        for (std::size_t i = 0; i < before.size(); ++i) {
            CHECK(after[i].mean_magnitude < before[i].mean_magnitude);
            CHECK(after[i].best_magnitude < before[i].best_magnitude);
            CHECK(after[i].moonlight_magnitudes <= before[i].moonlight_magnitudes);
            CHECK(after[i].dark_minutes == before[i].dark_minutes);
        }
    }
}

TEST_CASE("best nights: have a mean that a finer grid of the whole model confirms") {
    const NightsAhead ahead = at_ljubljana();
    const Observer observer{ahead.place};
    for (const RatedNight& night : by_date(ahead, 29)) {
        double sum = 0;
        int count = 0;
        for (const Interval& spell : night.window.astronomical_night) {
            for (Instant at = spell.from; at < spell.until; at += 1min, ++count) {
                sum += sky_brightness(brightness_inputs(observer, moment_at(at), {{0}, {90}},
                                                        ahead.artificial_mcd_per_m2))
                           .magnitude;
            }
        }
        CAPTURE(sys_days{night.evening}.time_since_epoch().count());
        CHECK(std::abs(night.mean_magnitude - sum / count) < 0.01);
    }
}

TEST_CASE("best nights: give a moonlit night the hours in which the Moon troubles least") {
    // The full Moon of 2026-12-24 stays up through the whole night of Tromso's winter.
    const auto nights = by_date(at_tromso(2026y / 12 / 20), 8);
    const auto moonlit = std::ranges::find(nights, NightKind::moonlit, &RatedNight::kind);
    REQUIRE(moonlit != nights.end());
    CHECK(moonlit->window.dark.empty());
    CHECK(moonlit->dark_minutes == 0);
    CHECK(moonlit->best_magnitude >= moonlit->mean_magnitude);
    CHECK(moonlit->best_magnitude < moonlit->moonless_magnitude);
    CHECK(moonlit->best_window.from < moonlit->best_window.until);
    const Observer observer{at_tromso({}).place};
    for (Instant at = moonlit->best_window.from + 5min; at < moonlit->best_window.until;
         at += 10min) {
        const auto inputs = brightness_inputs(observer, moment_at(at), {{0}, {90}}, 0);
        CHECK(sky_brightness(inputs).magnitude > moonlit->best_magnitude - 0.12);
    }
}

TEST_CASE("best nights: ask for no memory beyond the caller's") {
    std::vector<RatedNight> nights(30);
    const std::size_t before = allocations();
    best_nights(at_ljubljana(), nights);
    CHECK(allocations() == before);
}

TEST_CASE("best nights: neither hang nor crash on what is not a number") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    NightsAhead nowhere = at_ljubljana();
    nowhere.place.latitude.value = nan;
    std::vector<RatedNight> nights(3);
    CHECK(best_nights(nowhere, nights).listed + best_nights(nowhere, nights).bright == 3);
    NightsAhead unlit = at_ljubljana();
    unlit.artificial_mcd_per_m2 = nan;
    best_nights(unlit, nights);
    CHECK(std::isnan(nights[0].mean_magnitude));
    CHECK(best_nights(at_ljubljana(), {}).status == BestNightsStatus::none_dark);
}

}  // namespace asterism::sky
