// Positions against JPL Horizons, whose figures are rounded to 0.0001 degrees or finer. Its clock
// shows UT1 before 1962 and UTC after, which is why most of what is allowed here is time: a second
// is up to 0.0042 degrees.
#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/horizontal.hpp"
#include "tests/sky/moments.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

/// What is known of the Earth's turning at Horizons and here.
enum class Era {
    ut1,       ///< before 1962: the same
    early,     ///< to 1971: UTC ran up to 0.15 s beside UT1, which we take it for
    measured,  ///< to 2019: by measurement, in both
    foreseen,  ///< to 2026: a forecast of 2020 against later ones, 0.3 s
    frozen     ///< UT1 is 0.182 s behind UTC for ever, at Horizons
};

struct Told {
    Observer observer;
    Moment at;
    Era era;
};

Told told(const Row& row) {
    Place place = place_of(row);
    place.elevation_metres = row.number("height_m");
    const Instant shown = row.instant("utc");
    const auto before = [&](int year) {
        return shown < std::chrono::sys_days{std::chrono::year{year} / 1 / 1};
    };
    const Era era = before(1962)   ? Era::ut1
                    : before(1972) ? Era::early
                    : before(2020) ? Era::measured
                    : before(2027) ? Era::foreseen
                                   : Era::frozen;
    Moment at = moment_at(shown);
    if (era == Era::ut1) at = at_ut1(shown, row.number("tdb_minus_ut_s"));
    if (era == Era::frozen) at.ut1.days -= 0.182 / 86400;
    return {Observer(place), at, era};
}

/// In degrees, beside what the position itself may be off.
double allowed(Era era) {
    if (era == Era::early) return 0.0007;
    if (era == Era::foreseen) return 0.0012;
    return 0.00012;
}

double across(Horizontal found, double azimuth_degrees) {
    return std::abs(std::remainder(found.azimuth.value - azimuth_degrees, 360)) *
           std::cos(radians(found.altitude).value);
}

}  // namespace

TEST_CASE("horizons: the Moon at 29 N 81 W from 1900 to 2099") {
    const Table table("moon_altaz_horizons.csv");
    REQUIRE(table.rows().size() == 5113);
    for (const Row& row : table.rows()) {
        const auto [observer, at, era] = told(row);
        const Horizontal found = moon_horizontal(observer, at);
        const double allow = allowed(era) + (grade_of(at.tt) == Grade::fine ? 0 : 0.5 / 3600);
        CAPTURE(row.text("utc"));
        REQUIRE(across(found, row.number("az_deg")) < allow);
        REQUIRE(std::abs(found.altitude.value - row.number("alt_airless_deg")) < allow);
        REQUIRE(std::abs(refracted(found).altitude.value - row.number("alt_refracted_deg")) <
                allow + 0.00013);
    }
}

TEST_CASE("horizons: the Sun at 29 N 81 W from 1900 to 2099") {
    const Table table("sun_altaz_horizons.csv");
    REQUIRE(table.rows().size() == 5113);
    for (const Row& row : table.rows()) {
        const auto [observer, at, era] = told(row);
        const Horizontal found = refracted(sun_horizontal(observer, at));
        CAPTURE(row.text("utc"));
        REQUIRE(across(found, row.number("az_deg")) < allowed(era));
        REQUIRE(std::abs(found.altitude.value - row.number("alt_refracted_deg")) <
                allowed(era) + 0.00013);
    }
}

TEST_CASE("horizons: the Moon every five minutes at three sites") {
    const Table table("moon_altaz_5min_horizons.csv");
    REQUIRE(table.rows().size() == 1212);
    for (const Row& row : table.rows()) {
        const auto [observer, at, era] = told(row);
        const Horizontal found = refracted(moon_horizontal(observer, at));
        REQUIRE(era == Era::measured);
        REQUIRE(across(found, row.number("az_deg")) < allowed(era));
        REQUIRE(std::abs(found.altitude.value - row.number("alt_refracted_deg")) <
                allowed(era) + 0.00013);
    }
}

TEST_CASE("horizons: Sun and Moon at 14 sites in 2026") {
    const Table table("altaz_horizons_14sites.csv");
    REQUIRE(table.rows().size() == 1019);
    for (const Row& row : table.rows()) {
        const Moment at = moment_at(row.instant("utc"));
        const Observer observer(place_of(row));
        const bool sun = row.text("body") == "sun";
        const Horizontal found =
            refracted(sun ? sun_horizontal(observer, at) : moon_horizontal(observer, at));
        CAPTURE(row.text("lat"));
        CAPTURE(row.text("utc"));
        REQUIRE(across(found, row.number("az_deg")) < allowed(Era::foreseen));
        REQUIRE(std::abs(found.altitude.value - row.number("alt_refracted_deg")) <
                allowed(Era::foreseen));
    }
}

}  // namespace asterism::sky
