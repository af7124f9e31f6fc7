#include "libcore/sky/seasons.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/ephemeris.hpp"
#include "tests/sky/deviations.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

}  // namespace

TEST_CASE("seasons: agree with the minutes of the US Naval Observatory") {
    Deviations past;
    Deviations future;
    const Table file("seasons.csv");
    for (const Row& row : file.rows()) {
        const std::string& event = row.text("event");
        if (event != "equinox" && event != "solstice") continue;  // apsides_test reads those
        const Instant expected = row.instant("utc");
        if (!is_covered(terrestrial(expected))) continue;  // before 1900 there are no tables
        const SeasonEvent found = next_season({terrestrial(expected).days - 10});
        const bool solstice =
            found.season == Season::june_solstice || found.season == Season::december_solstice;
        CHECK(solstice == (event == "solstice"));
        const double seconds = (found.at.days - terrestrial(expected).days) * 86400;
        (expected < Instant{sys_days{2022y / 1 / 1}} ? past : future).add(seconds);
    }
    CHECK(past.count() > 300);
    CHECK(past.worst() < 36);  // 30 s are their rounding
    CHECK(past.rms() < 19);
    CHECK(future.count() > 200);
    CHECK(future.worst() < 80);  // they foresee another rotation of the Earth
}

TEST_CASE("next_season: goes round the year and is strictly after") {
    TerrestrialTime at{-36524};
    int season = 0;
    for (int n = 0; n < 4 * 200; ++n, season = (season + 1) % 4) {
        const SeasonEvent next = next_season(at);
        REQUIRE(static_cast<int>(next.season) == season);
        REQUIRE(next.at.days > at.days);
        REQUIRE(next.at.days == season_of(1900 + n / 4, next.season).days);
        REQUIRE(next_season({std::nextafter(next.at.days, -1e9)}).at.days == next.at.days);
        at = next.at;
    }
}

TEST_CASE("seasons: the Sun is on the equator at an equinox, and farthest from it at a solstice") {
    const auto declination_degrees = [](TerrestrialTime at) {
        const Vector sun = apparent_sun(at);
        return degrees(Radians{std::asin(sun.z / length(sun))}).value;
    };
    for (const int year : {1900, 1959, 1960, 2000, 2026, 2060, 2100}) {
        CHECK(std::abs(declination_degrees(season_of(year, Season::march_equinox))) < 4e-4);
        CHECK(std::abs(declination_degrees(season_of(year, Season::september_equinox))) < 4e-4);
        CHECK(declination_degrees(season_of(year, Season::june_solstice)) > 23.42);
        CHECK(declination_degrees(season_of(year, Season::december_solstice)) < -23.42);
    }
}

TEST_CASE("seasons: answer any year and no number without hanging") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK(season_of(3000, Season::march_equinox).days == doctest::Approx(365321).epsilon(1e-4));
    CHECK(std::isfinite(season_of(std::numeric_limits<int>::min(), Season::june_solstice).days));
    for (const double days : {infinity, -infinity, std::nan(""), 1e300, -1e300, 1e9}) {
        const auto season = static_cast<int>(next_season({days}).season);
        CHECK(season >= 0);
        CHECK(season < 4);
    }
}

}  // namespace asterism::sky
