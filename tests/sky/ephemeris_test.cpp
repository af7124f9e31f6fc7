#include "libcore/sky/ephemeris.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include <doctest/doctest.h>

#include "tests/sky/deviations.hpp"
#include "tests/sky/table.hpp"

namespace asterism::sky {

namespace {

constexpr double j2000_jd = 2451545.0;
constexpr double light_km_per_second = 299792.458;

double arcseconds(double radians) { return radians / radians_per_arcsecond; }

double declination(Vector v) { return std::asin(v.z / length(v)); }

/// From the intermediate origin, not from the equinox.
double right_ascension(Vector v) { return std::atan2(v.y, v.x); }

/// How far the true equinox is west of the intermediate origin: precession (IERS Conventions 2010,
/// equation 5.16) and the four largest terms of the nutation, to 0.3".
double equinox(TerrestrialTime at) {
    const double t = at.centuries();
    const double node = (125.04452 - 1934.136261 * t) * radians_per_degree;
    const double sun = (280.4665 + 36000.7698 * t) * radians_per_degree;
    const double moon = (218.3165 + 481267.8813 * t) * radians_per_degree;
    const double nutation = -17.20 * std::sin(node) - 1.32 * std::sin(2 * sun) -
                            0.23 * std::sin(2 * moon) + 0.21 * std::sin(2 * node);
    const double precession = 4612.156534 * t + 1.3915817 * t * t;
    return (precession + 0.917 * nutation) * radians_per_arcsecond;
}

double wrap(double radians) { return wrapped(Radians{radians}).value; }

}  // namespace

TEST_CASE("apparent vectors: keep within 0.02\" of DE431 with IAU 2006/2000A") {
    Deviations moon_north;
    Deviations sun_north;
    Deviations moon_from_sun;
    Deviations from_equinox;
    Deviations km;
    const Table file("ref_positions.csv");
    for (const Row& row : file.rows()) {
        const TerrestrialTime at{row.number("jd_ut1") - j2000_jd +
                                 row.number("tt_minus_ut1_s") / 86400};
        const Vector moon = apparent_moon(at);
        const Vector sun = apparent_sun(at);
        const auto truth = [&row](const char* name) {
            return row.number(name) * radians_per_degree;
        };
        moon_north.add(arcseconds(declination(moon) - truth("moon_dec")));
        sun_north.add(arcseconds(declination(sun) - truth("sun_dec")));
        // The equinox cancels where the two are compared.
        const double apart = right_ascension(moon) - right_ascension(sun);
        const double east = wrap(apart - truth("moon_ra") + truth("sun_ra"));
        moon_from_sun.add(arcseconds(east) * std::cos(truth("moon_dec")));
        from_equinox.add(arcseconds(wrap(right_ascension(sun) + equinox(at) - truth("sun_ra"))));
        km.add(moon_distance_km(at) - row.number("moon_dist_km"));
    }
    CHECK(moon_north.count() == 2800);
    CHECK(moon_north.worst() < 0.02);
    CHECK(moon_north.rms() < 0.01);
    CHECK(sun_north.worst() < 0.005);
    CHECK(moon_from_sun.worst() < 0.02);
    CHECK(moon_from_sun.rms() < 0.01);
    CHECK(from_equinox.worst() < 0.4);
    CHECK(km.worst() < 0.05);
}

TEST_CASE("apparent_moon: is where Espenak has it cross the ecliptic") {
    // By the minute: four of them are 0.0035 degrees of latitude. His right ascensions are rounded
    // to tenths of a minute, half of which is 0.0125 degrees.
    Deviations north;
    Deviations east;
    Deviations latitude;
    const Table file("moon_nodes.csv");
    for (const Row& row : file.rows()) {
        const TerrestrialTime at = terrestrial(row.instant("utc"));
        const Vector moon = apparent_moon(at);
        const double ascension = right_ascension(moon) + equinox(at);
        const double obliquity = (23.4393 - 0.0130 * at.centuries()) * radians_per_degree;
        const double sine = std::cos(obliquity) * std::sin(declination(moon)) -
                            std::sin(obliquity) * std::cos(declination(moon)) * std::sin(ascension);
        const double hours_apart = ascension - row.number("ra_h") * 15 * radians_per_degree;
        north.add(declination(moon) / radians_per_degree - row.number("dec_deg"));
        east.add(wrap(hours_apart) / radians_per_degree);
        latitude.add(std::asin(sine) / radians_per_degree);
    }
    CHECK(north.count() == 1879);
    CHECK(north.worst() < 0.012);
    CHECK(east.worst() < 0.03);
    CHECK(latitude.worst() < 0.007);  // the nutation of the obliquity is left out here
}

TEST_CASE("apparent_moon: is as long as the true vector of when the light set out") {
    Deviations km;
    const Table file("moon_geo_state_de441.csv");
    for (const Row& row : file.rows()) {
        constexpr double km_per_au = 149597870.7;
        const Vector seen =
            km_per_au * Vector{row.number("x_au"), row.number("y_au"), row.number("z_au")};
        const double distance = length(seen);
        // TDB is taken for TT: 2 ms, in which the distance changes by 0.2 m.
        const double arrives =
            row.number("jd_tdb") - j2000_jd + distance / light_km_per_second / 86400;
        km.add(length(apparent_moon({arrives})) - distance);
    }
    CHECK(km.count() == 2237);
    CHECK(km.worst() < 0.03);
}

TEST_CASE("sun_distance_km: is what the Earth's orbit has it be") {
    // J2000.0: 0.98331 au (Meeus, Astronomical Algorithms, 25.b's method gives 0.983 331 5).
    CHECK(sun_distance_km({0}) / 149597870.7 == doctest::Approx(0.9833275).epsilon(1e-5));
    for (double days = -36500; days < 36890; days += 61.7) {
        REQUIRE(sun_distance_km({days}) > 147.0e6);
        REQUIRE(sun_distance_km({days}) < 152.2e6);
    }
}

TEST_CASE("motion: is the position to the bit or so, and its change") {
    for (double days = -36500; days < 36890; days += 17.37) {
        const Motion moon = moon_motion({days});
        REQUIRE(length(moon.position - apparent_moon({days})) < 1e-6);
        const Vector step = apparent_moon({days + 0.001}) - apparent_moon({days - 0.001});
        REQUIRE(length(500 * step - moon.per_day) < 2e-4 * length(moon.per_day));
        const Motion sun = sun_motion({days});
        REQUIRE(length(sun.position - apparent_sun({days})) < 1e-3);
        const Vector sun_step = apparent_sun({days + 0.001}) - apparent_sun({days - 0.001});
        REQUIRE(length(500 * sun_step - sun.per_day) < 2e-4 * length(sun.per_day));
    }
}

TEST_CASE("segments: meet without a gap that anyone could see") {
    for (int n = 0; n < 9183; ++n) {
        const double border = -36546.5 + 8 * (n + 1);
        const Vector step = apparent_moon({border + 1e-9}) - apparent_moon({border - 1e-9});
        const bool join = border == -14610.5 || border == 21917.5;
        REQUIRE(length(step) < (join ? 1 : 0.06));  // 1 km is 0.5"
    }
}

TEST_CASE("grade_of: is fine from 1960 to 2059 and coarse around") {
    CHECK(grade_of({-14610.5}) == Grade::fine);
    CHECK(grade_of({-14610.6}) == Grade::coarse);
    CHECK(grade_of({21914.5}) == Grade::fine);  // 2060-01-01
    CHECK(grade_of({21918.0}) == Grade::coarse);
    CHECK(is_covered({-36525.5}));
    CHECK(is_covered({36891.0}));
    CHECK_FALSE(is_covered({-36547.0}));
    CHECK_FALSE(is_covered({36926.0}));
}

TEST_CASE("ephemeris: answers the nearest moment outside, and the first for no number") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const Vector first = apparent_moon({-36546.5});
    CHECK(length(apparent_moon({-1e9}) - first) == 0);
    CHECK(length(apparent_moon({-infinity}) - first) == 0);
    CHECK(length(apparent_moon({std::nan("")}) - first) == 0);
    CHECK(length(apparent_moon({1e300}) - apparent_moon({36925.5})) == 0);
    CHECK(length(apparent_sun({infinity}) - apparent_sun({36925.5})) == 0);
    CHECK(std::isfinite(moon_distance_km({std::nan("")})));
    CHECK_FALSE(is_covered({std::nan("")}));
    CHECK(grade_of({std::nan("")}) == Grade::coarse);
}

TEST_CASE("apparent vectors: are the same bits in arrays, which stop at the shorter") {
    std::vector<TerrestrialTime> at;
    for (int n = 0; n < 200; ++n) at.push_back({n * 331.7 - 36000});
    std::vector<Vector> moons(201);
    std::vector<Vector> suns(150);
    apparent_moon(at, moons);
    apparent_sun(at, suns);
    std::vector<double> moon_km(200);
    std::vector<double> sun_km(200);
    moon_distance_km(at, moon_km);
    sun_distance_km(at, sun_km);
    for (std::size_t n = 0; n < at.size(); ++n) {
        REQUIRE(length(moons[n] - apparent_moon(at[n])) == 0);
        REQUIRE(moon_km[n] == moon_distance_km(at[n]));
        REQUIRE(sun_km[n] == sun_distance_km(at[n]));
        if (n < suns.size()) REQUIRE(length(suns[n] - apparent_sun(at[n])) == 0);
    }
    CHECK(length(moons[200]) == 0);
}

}  // namespace asterism::sky
