#include "libcore/sky/horizontal.hpp"

#include <array>
#include <cmath>

#include <doctest/doctest.h>

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/limb.hpp"
#include "tests/sky/moments.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

/// How far apart two directions are, in arcseconds.
double apart(Horizontal a, Horizontal b) {
    const double level = (a.azimuth.value - b.azimuth.value) * 3600;
    const double narrowed = std::remainder(level, 360 * 3600) * std::cos(radians(b.altitude).value);
    return std::hypot(narrowed, (a.altitude.value - b.altitude.value) * 3600);
}

Moment moment_of(const Row& row) {
    return at_ut1(row.instant("utc"), row.number("tt_minus_ut1_s"));
}

constexpr Place ljubljana{{46.05}, {14.51}, 300};
const Moment evening = moment_at(std::chrono::sys_days{2026y / 11 / 21} + 19h);

}  // namespace

TEST_CASE("horizontal: the Moon is within 0.1\" of the reference, the Sun within 0.05\"") {
    Errors moon;
    Errors sun;
    Errors distance_km;
    const Table table("ref_positions.csv");
    REQUIRE(table.rows().size() == 2800);
    for (const Row& row : table.rows()) {
        const Observer observer(place_of(row));
        const Moment at = moment_of(row);
        moon.add(apart(moon_horizontal(observer, at),
                       {{row.number("moon_az")}, {row.number("moon_alt_airless")}}));
        sun.add(apart(sun_horizontal(observer, at),
                      {{row.number("sun_az")}, {row.number("sun_alt_airless")}}));
        const double stretch = length(apparent_moon(at.tt)) / moon_distance_km(at.tt);
        distance_km.add(length(local_moon(observer, at)) / stretch -
                        row.number("moon_dist_topo_km"));
    }
    CHECK(moon.most() < 0.1);
    CHECK(moon.rms() < 0.05);
    CHECK(sun.most() < 0.05);
    CHECK(sun.rms() < 0.02);
    CHECK(distance_km.most() < 1.5);  // aberration taken out as if for the Earth's centre
}

TEST_CASE("horizontal: compass points, zenith and nadir are where they belong") {
    CHECK(horizontal({0, 1, 0}).azimuth.value == 0);
    CHECK(horizontal({1, 0, 0}).azimuth.value == doctest::Approx(90));
    CHECK(horizontal({0, -1, 0}).azimuth.value == doctest::Approx(180));
    CHECK(horizontal({-1, 0, 0}).azimuth.value == doctest::Approx(270));
    CHECK(horizontal({0, 0, 2}).altitude.value == doctest::Approx(90));
    CHECK(horizontal({0, 0, -2}).altitude.value == doctest::Approx(-90));
    CHECK(horizontal({1, 1, std::sqrt(2)}).altitude.value == doctest::Approx(45));
    CHECK(horizontal({-1e-300, 1, 0}).azimuth.value == 0);
}

TEST_CASE("horizontal: spans hold what single calls give, and no more than fits") {
    const Observer observer(ljubljana);
    std::array<Moment, 4> moments;
    for (std::size_t n = 0; n < moments.size(); ++n) {
        moments[n] = {{evening.tt.days + 0.3 * static_cast<double>(n)},
                      {evening.ut1.days + 0.3 * static_cast<double>(n)}};
    }
    const Horizontal untouched{{-1}, {-1}};
    std::array<Horizontal, 4> answers{untouched, untouched, untouched, untouched};
    moon_horizontal(observer, moments, std::span(answers).first(3));
    for (std::size_t n = 0; n < 3; ++n) {
        CHECK(answers[n].azimuth.value == moon_horizontal(observer, moments[n]).azimuth.value);
        CHECK(answers[n].altitude.value == moon_horizontal(observer, moments[n]).altitude.value);
    }
    CHECK(answers[3].azimuth.value == -1);
    sun_horizontal(observer, std::span(moments).first(2), answers);
    CHECK(answers[1].altitude.value == sun_horizontal(observer, moments[1]).altitude.value);
    CHECK(answers[2].altitude.value == moon_horizontal(observer, moments[2]).altitude.value);
}

TEST_CASE("horizontal: a place on the date line or a pole has one answer") {
    const Horizontal west = moon_horizontal(Observer({{-18}, {-180}}), evening);
    const Horizontal east = moon_horizontal(Observer({{-18}, {180}}), evening);
    CHECK(west.azimuth.value == east.azimuth.value);
    CHECK(west.altitude.value == east.altitude.value);
    for (const double pole : {90.0, -90.0}) {
        const double altitude = sun_horizontal(Observer({{pole}, {0}}), evening).altitude.value;
        for (const double longitude : {-170.0, 11.0, 180.0}) {
            const Observer observer({{pole}, {longitude}});
            CHECK(sun_horizontal(observer, evening).altitude.value ==
                  doctest::Approx(altitude).epsilon(1e-12));
        }
    }
}

TEST_CASE("horizontal: a far direction has no parallax, but the observer's speed shifts it") {
    // 0.32" at the equator, to the east.
    const Observer observer({{0}, {0}});
    const Vector overhead =
        Vector{observer.meridian(evening.ut1).cosine, observer.meridian(evening.ut1).sine, 0};
    const LocalVector sight = local_direction(observer, evening, overhead);
    CHECK(sight.up == doctest::Approx(1));
    CHECK(sight.east / radians_per_arcsecond == doctest::Approx(0.3200).epsilon(0.001));
    const LocalVector far = local_sight(observer, evening, 1e15 * overhead);
    CHECK(far.east / far.up == doctest::Approx(sight.east / sight.up));
}

TEST_CASE("observer: turns with the Earth as the earth rotation angle says") {
    for (int n = -36500; n < 36500; n += 777) {
        const UniversalTime at{n + 0.377};
        const Phasor expected = phasor({earth_rotation_angle(at).value + radians({77.0}).value});
        const Phasor found = Observer({{0}, {77}}).meridian(at);
        REQUIRE(std::abs(found.cosine - expected.cosine) < 1e-12);
        REQUIRE(std::abs(found.sine - expected.sine) < 1e-12);
    }
}

TEST_CASE("observer: stands where WGS84 has it") {
    const Observer equator({{0}, {0}, 1000});
    CHECK(equator.axis_distance_km() == doctest::Approx(6379.137).epsilon(1e-9));
    CHECK(equator.equator_distance_km() == 0);
    const Observer pole({{90}, {0}});
    CHECK(pole.axis_distance_km() == 0);
    CHECK(pole.equator_distance_km() == doctest::Approx(6356.752314).epsilon(1e-9));
    CHECK(Observer({{10}, {0}, 900}).dip().value / radians_per_degree * 60 ==
          doctest::Approx(52.8));
    CHECK(Observer({{10}, {0}, -50}).dip().value == 0);
}

}  // namespace asterism::sky
