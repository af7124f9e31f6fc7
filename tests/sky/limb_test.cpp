#include "libcore/sky/limb.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "libcore/sky/ephemeris.hpp"
#include "tests/sky/moments.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

constexpr Instant spring = std::chrono::sys_days{2026y / 3 / 10};

double between(Degrees a, Degrees b) { return std::abs(std::remainder(a.value - b.value, 360)); }

double sine(double degrees) { return std::sin(degrees * radians_per_degree); }

double cosine(double degrees) { return std::cos(degrees * radians_per_degree); }

/// Starview's formula, from topocentric right ascensions and declinations.
double starview_rotation(const Observer& observer, Moment at) {
    // Back from the observer's axes to those of the meridian: x, y, z.
    const auto on_meridian = [&](LocalVector a) {
        const Phasor latitude = observer.latitude();
        return Vector{a.up * latitude.cosine - a.north * latitude.sine, a.east,
                      a.up * latitude.sine + a.north * latitude.cosine};
    };
    const Vector m = on_meridian(local_moon(observer, at));
    const Vector s = on_meridian(local_sun(observer, at));
    const double moon_hour = -std::atan2(m.y, m.x);
    const double sun_hour = -std::atan2(s.y, s.x);
    const double dm = std::asin(m.z / length(m));
    const double ds = std::asin(s.z / length(s));
    const double ahead = moon_hour - sun_hour;  // of right ascension
    const double angle =
        std::atan2(std::cos(ds) * std::sin(ahead),
                   std::sin(ds) * std::cos(dm) - std::cos(ds) * std::sin(dm) * std::cos(ahead));
    const double tangent = observer.latitude().sine / observer.latitude().cosine;
    const double q = std::atan2(std::sin(moon_hour),
                                tangent * std::cos(dm) - std::sin(dm) * std::cos(moon_hour));
    return degrees(wrapped({q - angle})).value;
}

}  // namespace

TEST_CASE("bright_limb_angle: is the reference's, as seen from the Earth's centre") {
    Errors errors;
    const Table table("ref_positions.csv");
    for (const Row& row : table.rows()) {
        const Moment at = at_ut1(row.instant("utc"), row.number("tt_minus_ut1_s"));
        const double apart =
            between(bright_limb_angle(at.tt), Degrees{row.number("bright_limb_pa_geo")});
        // Close to new and full Moon a small step of the Sun turns the angle far.
        const double lit = row.number("illum_geo");
        errors.add(apart * std::sqrt(lit * (1 - lit)));
    }
    CHECK(errors.most() < 1e-5);
}

TEST_CASE("bright_limb_angle: points east while the Moon wanes and west while it waxes") {
    const Vector moon{1, 0, 0};
    CHECK(bright_limb_angle(moon, {0, 400, 0}).value == doctest::Approx(90));
    CHECK(bright_limb_angle(moon, {0, -400, 0}).value == doctest::Approx(270));
    CHECK(bright_limb_angle(moon, {0, 0, 400}).value == doctest::Approx(0));
    CHECK(bright_limb_angle(moon, {0, 0, -400}).value == doctest::Approx(180));
    CHECK(bright_limb_angle(moon, {400, 0, 0}).value == 0);
}

TEST_CASE("parallactic_angle: is 0 in the south, positive west of it, and whole at the poles") {
    const Observer north({{50}, {0}});
    CHECK(parallactic_angle(north, {0, -1, 0.5}).value == doctest::Approx(0));
    CHECK(parallactic_angle(north, {-1, 0, 0.5}).value > 0);
    CHECK(parallactic_angle(north, {1, 0, 0.5}).value < 0);
    // The triangle of pole, zenith and body: sin q = sin(azimuth) cos(latitude) / cos(declination).
    const double declination = std::asin(0.5 * sine(50) / std::hypot(1, 0.5));
    CHECK(sine(parallactic_angle(north, {-1, 0, 0.5}).value) ==
          doctest::Approx(cosine(50) / std::cos(declination)));
    for (const double east : {-1.0, 0.3, 1.0}) {
        CHECK(parallactic_angle(Observer({{90}, {33}}), {east, 0.4, 0.2}).value == 0);
        CHECK(parallactic_angle(Observer({{-90}, {33}}), {east, 0.4, 0.2}).value == 180);
    }
}

TEST_CASE("moon_rotation: is what Starview's formula gives") {
    for (int n = 0; n < 300; ++n) {
        const Observer observer({{0.59 * n - 88}, {37.0 * n}});
        const Moment at = moment_at(spring + n * 31h);
        REQUIRE(between(moon_rotation(observer, at), Degrees{starview_rotation(observer, at)}) <
                1e-6);
    }
}

TEST_CASE("moon_rotation: the lit limb points at the Sun below the horizon") {
    // A waxing Moon in the evening's west, right of north-east: the Sun is down on the right.
    CHECK(moon_rotation({-1, 0, 1}, {-400, 0, -400}).value == doctest::Approx(180));
    CHECK(moon_rotation({0, -1, 0}, {-400, 0, 0}).value == doctest::Approx(90));
    CHECK(moon_rotation({0, -1, 0}, {400, 0, 0}).value == doctest::Approx(-90));
    CHECK(moon_rotation({0, -1, 0}, {0, 0, 400}).value == doctest::Approx(0));
}

TEST_CASE("moon_rotation: at the poles there is an answer, and it goes with the sky") {
    for (const double latitude : {90.0, -90.0}) {
        const Moment at = moment_at(spring);
        const Degrees one = moon_rotation(Observer({{latitude}, {0}}), at);
        for (const double longitude : {-180.0, 10.0, 77.0}) {
            CHECK(between(moon_rotation(Observer({{latitude}, {longitude}}), at), one) < 1e-6);
        }
    }
}

TEST_CASE("moon_diameter: is larger overhead than at the horizon, by as much as it is nearer") {
    Errors errors;
    const Table table("ref_positions.csv");
    for (const Row& row : table.rows()) {
        const Moment at = at_ut1(row.instant("utc"), row.number("tt_minus_ut1_s"));
        const double expected = 2 * std::asin(moon_radius_km / row.number("moon_dist_topo_km"));
        errors.add(moon_diameter(Observer(place_of(row)), at).value -
                   degrees(Radians{expected}).value);
    }
    CHECK(errors.most() * 3600 < 0.01);
}

TEST_CASE("sun_diameter: goes from 31.46' in July to 32.53' in January") {
    const Observer observer({{46}, {14}});
    const auto minutes = [&](Date day) {
        return sun_diameter(observer, moment_at(std::chrono::sys_days{day})).value * 60;
    };
    CHECK(minutes(2026y / 7 / 6) == doctest::Approx(31.46).epsilon(0.0005));
    CHECK(minutes(2026y / 1 / 3) == doctest::Approx(32.53).epsilon(0.0005));
}

}  // namespace asterism::sky
