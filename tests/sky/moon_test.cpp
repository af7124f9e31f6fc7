#include "libcore/sky/moon.hpp"

#include <array>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/sky/ephemeris.hpp"
#include "tests/sky/deviations.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr Instant first_moment = sys_days{1960y / 1 / 1};

}  // namespace

TEST_CASE("illuminated_fraction: keeps within 3e-5 of what JPL Horizons calls illuminated") {
    // In this column Horizons lets the Earth's motion bend the light that comes from the Sun but
    // not that which comes from the Moon: as much as 20" of phase angle. Its phase angle itself, of
    // the next case, bends both, and the numbers here are then the same to 1e-6.
    Deviations fraction;
    Deviations km;
    const Table file("moon_illum_horizons.csv");
    for (const Row& row : file.rows()) {
        const TerrestrialTime at = terrestrial(row.instant("utc"));
        if (grade_of(at) != Grade::fine) continue;  // three rows of 1950
        fraction.add(illuminated_fraction(at) - row.number("illum_fraction_geocentric"));
        km.add(moon_distance_km(at) - row.number("dist_km"));
    }
    CHECK(fraction.count() == 33);
    CHECK(fraction.worst() < 3e-5);
    CHECK(km.worst() < 0.05);
}

TEST_CASE("illuminated_fraction: keeps within 1e-6 of DE431") {
    Deviations fraction;
    const Table file("ref_positions.csv");
    for (const Row& row : file.rows()) {
        const double days = row.number("jd_ut1") - 2451545.0 + row.number("tt_minus_ut1_s") / 86400;
        fraction.add(illuminated_fraction(TerrestrialTime{days}) - row.number("illum_geo"));
    }
    CHECK(fraction.count() == 2800);
    CHECK(fraction.worst() < 1e-6);
}

TEST_CASE("moon_geometry: keeps the phase angle within 3e-4 degrees of JPL Horizons") {
    Deviations degrees;
    Deviations fraction;
    const Table file("moon_phase_angle.csv");
    for (const Row& row : file.rows()) {
        const MoonGeometry moon = moon_geometry(row.instant("utc"));
        const double expected = row.number("phase_angle_deg");
        degrees.add(moon.phase_angle.value - expected);
        fraction.add(moon.illuminated_fraction -
                     (1 + std::cos(radians(Degrees{expected}).value)) / 2);
    }
    CHECK(degrees.count() == 2557);
    CHECK(degrees.worst() < 3e-4);  // they give four decimals
    CHECK(fraction.worst() < 2e-6);
}

TEST_CASE("moon: agrees with NASA's Scientific Visualization Studio to its last digits") {
    // Left out: sub-solar and sub-earth points and the position angle of the axis, which are
    // libration and not answered here; right ascension and declination refer to J2000.
    Deviations percent;
    Deviations age_days;
    Deviations diameter_arcseconds;
    Deviations km;
    const Table file("moon_svs.csv");
    for (const Row& row : file.rows()) {
        const TerrestrialTime at = terrestrial(row.instant("utc"));
        percent.add(100 * illuminated_fraction(at) - row.number("illum_pct"));
        age_days.add(moon_age(at).count() - row.number("age_days"));
        const double distance = moon_distance_km(at);
        diameter_arcseconds.add(3600 * moon_diameter(distance).value - row.number("diam_arcsec"));
        km.add(distance - row.number("dist_km"));
    }
    CHECK(percent.count() == 2631);
    CHECK(percent.worst() < 0.0052);
    CHECK(age_days.worst() < 0.00055);
    CHECK(diameter_arcseconds.worst() < 0.2);
    CHECK(km.worst() < 40);  // theirs is geometric: the Earth moves 39 km while light comes
}

TEST_CASE("moon_geometry: turns from waning to waxing at new moon and back at full") {
    for (int lunation = -1230; lunation < 1240; lunation += 7) {
        const Instant dark = instant_of({4 * lunation});
        const Instant full = instant_of({4 * lunation + 2});
        CHECK_FALSE(moon_geometry(dark - 1ms).waxing);
        CHECK(moon_geometry(dark + 1ms).waxing);
        CHECK(moon_geometry(full - 1ms).waxing);
        CHECK_FALSE(moon_geometry(full + 1ms).waxing);
    }
}

TEST_CASE("moon_geometry: the angles of Sun, Moon and Earth leave a little for the third") {
    for (int n = 0; n < 3000; ++n) {
        const TerrestrialTime at = terrestrial(first_moment + n * 291h);
        const MoonGeometry moon = moon_geometry(at);
        REQUIRE(moon.illuminated_fraction >= 0);
        REQUIRE(moon.illuminated_fraction <= 1);
        const double third_degrees = 180 - moon.phase_angle.value - moon.elongation.value;
        REQUIRE(third_degrees >= 0);
        REQUIRE(third_degrees < 0.16);  // at most the Moon's distance seen from the Sun
        const Vector sun = apparent_sun(at);
        const Vector seen = apparent_moon(at);
        const double cosine = dot(sun, seen) / (length(sun) * length(seen));
        REQUIRE(std::abs(std::cos(radians(moon.elongation).value) - cosine) < 1e-12);
        REQUIRE(moon.illuminated_fraction == illuminated_fraction(at));
    }
}

TEST_CASE("moon: gives arrays the same bits, and stops at the shorter") {
    std::vector<TerrestrialTime> at;
    for (int n = 0; n < 100; ++n) at.push_back({n * 97.3 - 3000});
    std::vector<double> fractions(101, -1);
    std::vector<MoonGeometry> geometries(100);
    illuminated_fraction(at, fractions);
    moon_geometry(at, geometries);
    for (std::size_t n = 0; n < at.size(); ++n) {
        CHECK(fractions[n] == illuminated_fraction(at[n]));
        CHECK(geometries[n].elongation.value == moon_geometry(at[n]).elongation.value);
    }
    CHECK(fractions[100] == -1);
}

TEST_CASE("moon_age: is nothing at new moon and a lunation just before the next") {
    const TerrestrialTime dark = terrestrial_of({4 * 300});
    const TerrestrialTime next = terrestrial_of({4 * 301});
    CHECK(moon_age(dark).count() == 0);
    CHECK(moon_age({next.days - 1e-6}).count() ==
          doctest::Approx(next.days - dark.days - 1e-6).epsilon(1e-12));
}

TEST_CASE("moon_diameter: is half a degree, wider when nearer, and half a turn at most") {
    CHECK(moon_diameter(384400).value == doctest::Approx(0.5179).epsilon(1e-4));
    CHECK(moon_diameter(356500).value > moon_diameter(406700).value);
    CHECK(moon_diameter(1000).value == doctest::Approx(180));
}

}  // namespace asterism::sky
