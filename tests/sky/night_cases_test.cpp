#include "libcore/sky/night_cases.hpp"

#include <algorithm>
#include <limits>

#include <doctest/doctest.h>

#include "tests/fakes/even_map.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using doctest::Approx;
using std::chrono::days;
using std::chrono::sys_days;
using tests::instant;
using tests::slug_at;

constexpr Now now{instant("2026-11-21T12:00:00Z")};
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
const tests::FixedZones zones{1h};
const tests::EvenMap map;

constexpr DarkRange ljubljana{.latitude = 46.05, .longitude = 14.51};

DarkNights nights(const DarkRange& range, Now at = now, const Zones& by = zones) {
    auto view = dark_windows(at, by, range);
    REQUIRE(view);
    return *view;
}

DarkRange range(double latitude, double longitude, std::optional<Date> date, int count) {
    return {latitude, longitude, {}, date, count};
}

BestNightsView best(const BestNightsAhead& ahead, const LightMap& by = map) {
    auto view = find_best_nights(now, by, zones, ahead);
    REQUIRE(view);
    return *view;
}

TEST_CASE("dark_windows: takes the Moon's time off the night's") {
    const auto view = nights(range(46.05, 14.51, 2026y / 11 / 21, 2));
    CHECK(view.zone == "Europe/Ljubljana");
    REQUIRE(view.nights.size() == 2);
    const DarkNight& first = view.nights[0];
    CHECK(first.date == 2026y / 11 / 21);
    CHECK(first.utc_offset_seconds == 3600);
    CHECK(first.kind == NightKind::dark);
    REQUIRE(first.dark.size() == 1);
    CHECK(std::chrono::abs(first.dark[0].begins - instant("2026-11-22T03:26:30Z")) <= 60s);
    CHECK(std::chrono::abs(first.dark[0].ends - instant("2026-11-22T04:26:00Z")) <= 60s);
    CHECK(first.dark[0].ends == first.astronomical[0].ends);
    CHECK(first.dark[0].begins == first.moon_up[0].ends);
    CHECK(first.dark_minutes == Approx(59.4).epsilon(0.01));
    CHECK(first.night_minutes == Approx(676.5).epsilon(0.001));
    CHECK(view.nights[1].kind == NightKind::moonlit);
    CHECK(view.nights[1].dark.empty());
    CHECK(view.nights[1].dark_minutes == 0);
}

TEST_CASE("dark_windows: begins with the night that is now or, after sunrise, with the next") {
    const auto first_date = [](std::string_view at) {
        return nights(ljubljana, Now{instant(at)}).nights.at(0).date;
    };
    CHECK(first_date("2026-11-21T12:00:00Z") == 2026y / 11 / 21);
    CHECK(first_date("2026-11-21T23:30:00Z") == 2026y / 11 / 21);  // there it is the 22nd
    CHECK(first_date("2026-11-22T06:11:00Z") == 2026y / 11 / 21);
    CHECK(first_date("2026-11-22T06:13:00Z") == 2026y / 11 / 22);  // the Sun rose at 06:12
    CHECK(nights(ljubljana).nights.size() == 7);
}

TEST_CASE("dark_windows: nights follow each other without gap and have each a day of their own") {
    for (const double latitude : {-89.0, -34.0, 0.0, 64.0, 90.0})
        for (const double longitude : {-180.0, -157.4, 0.0, 151.2, 180.0}) {
            const auto view = nights(range(latitude, longitude, 2026y / 3 / 1, 60));
            for (std::size_t n = 1; n < view.nights.size(); ++n) {
                CHECK(sys_days{view.nights[n].date} == sys_days{view.nights[n - 1].date} + days{1});
                const auto apart = view.nights[n].darkest - view.nights[n - 1].darkest;
                if (latitude < 60 && latitude > -60) CHECK(std::chrono::abs(apart - 24h) < 2min);
            }
        }
}

TEST_CASE("dark_windows: tells the night of the place's day on both sides of the date line") {
    tests::FixedZones pacific;
    pacific.tell("Pacific/Kiritimati", {{Instant::min(), 14h}});
    pacific.tell("Pacific/Honolulu", {{Instant::min(), -10h}});
    const auto island = nights(range(1.87, -157.4, 2026y / 3 / 20, 1), now, pacific);
    const auto hawaii = nights(range(21.3, -157.86, 2026y / 3 / 20, 1), now, pacific);
    CHECK(island.zone == "Pacific/Kiritimati");
    CHECK(hawaii.zone == "Pacific/Honolulu");
    // The same Sun, the same evening of the calendar, a day apart.
    const auto apart = hawaii.nights[0].darkest - island.nights[0].darkest;
    CHECK(std::chrono::abs(apart - 24h) < 10min);
}

TEST_CASE("dark_windows: tells the white nights and the polar night for what they are") {
    const auto white = nights(range(65.0, 25.5, 2026y / 6 / 20, 1)).nights[0];
    CHECK(white.kind == NightKind::bright);
    CHECK(white.astronomical.empty());
    CHECK(white.night_minutes == 0);
    CHECK(white.lowest_sun_degrees > -18);
    const auto polar = nights(range(90, 0, 2026y / 12 / 21, 1)).nights[0];
    CHECK(polar.night_minutes == Approx(24 * 60).epsilon(0.001));
}

TEST_CASE("dark_windows: tells the clock's offset of that evening") {
    tests::FixedZones summer;
    summer.tell("Europe/Ljubljana", {{Instant::min(), 2h}, {instant("2026-10-25T01:00:00Z"), 1h}});
    const auto view = nights(range(46.05, 14.51, 2026y / 10 / 24, 2), now, summer);
    CHECK(view.nights[0].utc_offset_seconds == 7200);
    CHECK(view.nights[1].utc_offset_seconds == 3600);
    CHECK(view.nights[1].date == 2026y / 10 / 25);
}

TEST_CASE("dark_windows: refuses in this order") {
    struct Row {
        DarkRange range;
        std::string_view refusal;
    };

    const Row rows[]{
        {range(nan, nan, 1899y / 1 / 1, 0), "sky_latitude_out_of_range at latitude"},
        {range(0, nan, 1899y / 1 / 1, 0), "sky_longitude_out_of_range at longitude"},
        {range(0, 0, 1899y / 1 / 1, 0), "sky_range_empty at nights"},
        {range(0, 0, 1899y / 1 / 1, 61), "sky_range_too_long at nights"},
        {range(0, 0, 1899y / 12 / 31, 60), "sky_date_out_of_range at date"},
        {range(0, 0, 2026y / 2 / 30, 60), "sky_date_out_of_range at date"},
        {range(0, 0, 2100y / 12 / 30, 3), "sky_date_out_of_range at nights"},
        {range(0, 0, 2100y / 12 / 30, 2), "ok"},
    };
    for (const auto& [asked, refusal] : rows)
        CHECK(slug_at(dark_windows(now, zones, asked)) == refusal);
    const Now late{instant("2101-01-01T00:00:00Z")};
    CHECK(slug_at(dark_windows(late, zones, ljubljana)) == "sky_date_out_of_range at date");
}

TEST_CASE("best_nights: puts the longest dark first, and says why") {
    const auto view = best({.latitude = 46.05, .longitude = 14.51, .nights = 60, .limit = 60});
    CHECK(view.status == BestNightsStatus::ranked);
    CHECK(view.judged == 60);
    CHECK(view.without_night == 0);
    REQUIRE(view.nights.size() == 60);
    CHECK_FALSE(view.nights[0].ranked_by);
    for (std::size_t n = 0; n < view.nights.size(); ++n) {
        const BestNight& night = view.nights[n];
        CHECK(night.rank == static_cast<int>(n) + 1);
        CHECK(night.reasons.size() >= 2);
        if (n > 0) CHECK(night.dark_minutes <= view.nights[n - 1].dark_minutes + 1);
    }
    CHECK(view.nights[0].moonlight_magnitudes == Approx(0));
    CHECK(view.nights[0].reasons[0].ends_with("of night are without the Moon."));
    CHECK(view.light.source == "an even map");
}

TEST_CASE("best_nights: tells of ten of the next thirty unless asked otherwise") {
    const auto view = best({.latitude = 46.05, .longitude = 14.51});
    CHECK(view.judged == 30);
    CHECK(view.nights.size() == 10);
    CHECK(best({.latitude = 46.05, .longitude = 14.51, .limit = 1}).nights.size() == 1);
}

TEST_CASE("best_nights: are the same nights that dark_windows tells") {
    const auto view = best({.latitude = -33.9, .longitude = 151.2, .nights = 60, .limit = 60});
    const auto told = nights(range(-33.9, 151.2, {}, 60)).nights;
    for (const BestNight& night : view.nights) {
        const auto same = std::ranges::find(told, night.date, &DarkNight::date);
        REQUIRE(same != told.end());
        CHECK(same->dark_minutes == Approx(night.dark_minutes).epsilon(1e-9));
        CHECK(same->kind == night.kind);
    }
}

TEST_CASE("best_nights: lists none where the Sun leaves none dark") {
    const auto view = best({.latitude = 70, .longitude = 25, .date = 2026y / 6 / 1, .nights = 30});
    CHECK(view.status == BestNightsStatus::none_dark);
    CHECK(view.without_night == 30);
    CHECK(view.nights.empty());
}

TEST_CASE("best_nights: refuses in this order") {
    const auto refusal = [](const BestNightsAhead& ahead) {
        return slug_at(find_best_nights(now, map, zones, ahead));
    };
    CHECK(refusal({91, 0, {}, 1899y / 1 / 1, 0, 0}) == "sky_latitude_out_of_range at latitude");
    CHECK(refusal({0, 0, {}, 1899y / 1 / 1, 0, 0}) == "sky_range_empty at nights");
    CHECK(refusal({0, 0, {}, 1899y / 1 / 1, 367, 0}) == "sky_range_too_long at nights");
    CHECK(refusal({0, 0, {}, 1899y / 1 / 1, 366, 0}) == "sky_range_empty at limit");
    CHECK(refusal({0, 0, {}, 1899y / 1 / 1, 366, 367}) == "sky_range_too_long at limit");
    CHECK(refusal({0, 0, {}, 1899y / 1 / 1, 366, 366}) == "sky_date_out_of_range at date");
    CHECK(refusal({0, 0, {}, 2100y / 1 / 1, 366, 1}) == "sky_date_out_of_range at nights");
    CHECK(refusal({0, 0, {}, 2100y / 1 / 1, 365, 1}) == "ok");
}

}  // namespace
}  // namespace asterism::sky
