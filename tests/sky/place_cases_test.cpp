#include <algorithm>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/showers.hpp"
#include "libcore/sky/use_cases.hpp"
#include "tests/fakes/even_map.hpp"
#include "tests/fakes/fixed_zones.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::sky {
namespace {

using namespace std::chrono_literals;
using doctest::Approx;
using std::chrono::sys_days;
using tests::instant;
using tests::slug_at;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr Now now{instant("2026-11-21T23:30:00Z")};
const tests::EvenMap map;

ShowersView showers_of(const ShowersOf& input) {
    auto view = meteor_showers(now, map, input);
    REQUIRE(view);
    return *view;
}

ShowerView shower(const ShowersView& view, std::string_view code) {
    const auto found = std::ranges::find(view.showers, code, &ShowerView::code);
    REQUIRE(found != view.showers.end());
    return *found;
}

TEST_CASE("meteor_showers: tells of all that are known, this year's unless asked otherwise") {
    const auto view = showers_of({});
    CHECK(view.year == 2026);
    CHECK(view.showers.size() == showers().size());
    const auto& perseids = shower(view, "PER");
    CHECK(perseids.name == "Perseids");
    CHECK(perseids.zenithal_rate == Approx(100));
    CHECK(perseids.moon_illumination < 0.02);  // new moon, and an eclipse, on the 12th
    CHECK_FALSE(perseids.local);
}

TEST_CASE("meteor_showers: a season lies around its peak, over the turn of the year too") {
    for (const int year : {1900, 2026, 2100})
        for (const auto& each : showers_of({.year = year}).showers) {
            CAPTURE(each.code);
            CHECK(Instant{sys_days{each.active_from}} <= each.peak);
            CHECK(each.peak < Instant{sys_days{each.active_until}} + 24h);
            CHECK(Date{std::chrono::floor<std::chrono::days>(each.peak)}.year() ==
                  std::chrono::year{year});
        }
    const auto& quadrantids = shower(showers_of({.year = 2026}), "QUA");
    CHECK(quadrantids.active_from.year() == 2025y);
    CHECK(quadrantids.active_until.year() == 2026y);
}

TEST_CASE("meteor_showers: at a place less than the perfect sky's are expected") {
    const auto view = showers_of({.year = 2026, .latitude = 46.05, .longitude = 14.51});
    const auto& perseids = shower(view, "PER");
    REQUIRE(perseids.local);
    CHECK(perseids.local->radiant_altitude_degrees > 30);
    CHECK(*perseids.local->hourly_rate < *perseids.zenithal_rate);
    CHECK(*perseids.local->hourly_rate > 20);
    CHECK(std::chrono::abs(perseids.local->best_at - perseids.peak) < 24h);
    const auto& centaurids = shower(view, "ACE");  // of the far south
    CHECK(centaurids.local->radiant_altitude_degrees < 0);
    CHECK(centaurids.local->hourly_rate == 0);
}

TEST_CASE("meteor_showers: refuses in this order") {
    const auto refusal = [](const ShowersOf& input) {
        return slug_at(meteor_showers(now, map, input));
    };
    CHECK(refusal({1899, nan, 0.0, {}}) == "sky_date_out_of_range at year");
    CHECK(refusal({2101, nan, 0.0, {}}) == "sky_date_out_of_range at year");
    CHECK(refusal({2100, nan, {}, {}}) == "sky_place_incomplete at longitude");
    CHECK(refusal({2100, nan, 0.0, {}}) == "sky_latitude_out_of_range at latitude");
    CHECK(refusal({2100, {}, {}, {}}) == "ok");
}

TEST_CASE("time_zone_at: tells the zone and what its clock shows") {
    tests::FixedZones zones;
    zones.tell("Europe/Ljubljana", {{Instant::min(), 1h}, {instant("2026-03-29T01:00:00Z"), 2h}});
    const auto winter =
        time_zone_at(now, zones, {46.05, 14.51, {}, instant("2026-03-29T00:59:59Z")});
    REQUIRE(winter);
    CHECK(winter->zone == "Europe/Ljubljana");
    CHECK(winter->utc_offset_seconds == 3600);
    CHECK(winter->local_time == "2026-03-29T01:59:59+01:00");
    const auto summer =
        time_zone_at(now, zones, {46.05, 14.51, {}, instant("2026-03-29T01:00:00Z")});
    CHECK(summer->local_time == "2026-03-29T03:00:00+02:00");
    CHECK(time_zone_at(now, zones, {46.05, 14.51, {}, {}})->at == now.at);
}

TEST_CASE("time_zone_at: refuses in this order") {
    const tests::FixedZones zones;
    const Instant late = instant("2101-01-01T00:00:00Z");
    CHECK(slug_at(time_zone_at(now, zones, {nan, 0, {}, late})) == "sky_date_out_of_range at at");
    CHECK(slug_at(time_zone_at(now, zones, {nan, 0, {}, {}})) ==
          "sky_latitude_out_of_range at latitude");
}

}  // namespace
}  // namespace asterism::sky
