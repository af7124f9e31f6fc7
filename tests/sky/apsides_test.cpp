#include "libcore/sky/apsides.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "libcore/sky/ephemeris.hpp"
#include "tests/sky/deviations.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {

TEST_CASE("moon apsides: agree with Espenak's lists as well as those do with the Moon") {
    // They carry the errors that Meeus states for the series of Astronomical Algorithms, chapter
    // 50: 31 minutes at perigee and 3 at apogee, 12 km and 6 km; and foresee other leap seconds.
    Deviations perigee_minutes;
    Deviations apogee_minutes;
    Deviations km;
    const Table file("moon_apsides.csv");
    for (const Row& row : file.rows()) {
        const TerrestrialTime expected = terrestrial(row.instant("utc"));
        const bool near = row.text("kind") == "perigee";
        const auto found =
            next_moon_apsis({expected.days - 3}, near ? Apsis::nearest : Apsis::farthest);
        REQUIRE(found);
        (near ? perigee_minutes : apogee_minutes).add((found->at.days - expected.days) * 1440);
        km.add(found->distance_km - row.number("dist_km"));
    }
    CHECK(perigee_minutes.count() + apogee_minutes.count() == 1856);
    CHECK(perigee_minutes.worst() < 37);
    CHECK(perigee_minutes.rms() < 7);
    CHECK(apogee_minutes.worst() < 6);
    CHECK(km.worst() < 16);
}

TEST_CASE("moon apsides: nothing near them is nearer or farther") {
    TerrestrialTime at{-36500};
    for (int n = 0; n < 5500 && at.days < 36880; ++n) {
        const auto found = next_moon_apsis(at);
        REQUIRE(found);
        REQUIRE(found->at.days > at.days);
        REQUIRE(found->at.days < at.days + 17);
        // The Moon's own distance, not that when the light set out.
        const double sign = found->apsis == Apsis::nearest ? 1 : -1;
        const auto apart = [&](double days) {
            return sign *
                   (length(apparent_moon({found->at.days + days + 1.48e-5})) - found->distance_km);
        };
        REQUIRE(apart(-0.01) > 0);
        REQUIRE(apart(0.01) > 0);
        at = found->at;
    }
    CHECK(at.days >= 36865);
}

TEST_CASE("moon apsides: are the same from wherever they are looked for") {
    const auto found = next_moon_apsis({8000}, Apsis::nearest);
    REQUIRE(found);
    for (const double before : {0.001, 0.5, 3.0, 10.0, 20.0}) {
        const auto again = next_moon_apsis({found->at.days - before}, Apsis::nearest);
        REQUIRE(again);
        CHECK(again->at.days == found->at.days);
        const auto back = previous_moon_apsis({found->at.days + before}, Apsis::nearest);
        REQUIRE(back);
        CHECK(back->at.days == found->at.days);
    }
    CHECK(next_moon_apsis(found->at, Apsis::nearest)->at.days > found->at.days + 24);
    CHECK(previous_moon_apsis(found->at)->at.days == found->at.days);
    CHECK(previous_moon_apsis({std::nextafter(found->at.days, 0)})->apsis == Apsis::farthest);
}

TEST_CASE("earth apsides: agree with the minutes of the US Naval Observatory") {
    Deviations fine;
    Deviations coarse;
    const Table file("seasons.csv");
    for (const Row& row : file.rows()) {
        const bool near = row.text("event") == "perihelion";
        if (!near && row.text("event") != "aphelion") continue;  // seasons_test reads those
        const TerrestrialTime expected = terrestrial(row.instant("utc"));
        if (!is_covered(expected)) continue;  // before 1900 there are no tables
        const auto found = next_earth_apsis({expected.days - 10});
        REQUIRE(found);
        CHECK(found->apsis == (near ? Apsis::nearest : Apsis::farthest));
        const bool is_fine = grade_of(expected) == Grade::fine;
        (is_fine ? fine : coarse).add((found->at.days - expected.days) * 1440);
    }
    CHECK(fine.count() > 140);
    CHECK(fine.worst() < 3);
    CHECK(fine.rms() < 0.8);
    CHECK(coarse.count() > 100);
    CHECK(coarse.worst() < 4);
}

TEST_CASE("apsides: are nothing beyond the tables, and for no number") {
    CHECK_FALSE(next_moon_apsis({36925}));
    CHECK_FALSE(previous_moon_apsis({-36546}));
    CHECK_FALSE(next_moon_apsis({1e9}));
    CHECK_FALSE(next_moon_apsis({std::nan("")}));
    CHECK_FALSE(previous_moon_apsis({-std::numeric_limits<double>::infinity()}));
    CHECK_FALSE(next_earth_apsis({36920}));
}

}  // namespace asterism::sky
