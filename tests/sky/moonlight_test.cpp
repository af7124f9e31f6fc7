#include "libcore/sky/moonlight.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

namespace asterism::sky {

namespace {

/// The paper's own scale of magnitudes for nanolamberts, its equation 27 turned round.
double v_magnitude(double nanolamberts) {
    return (20.7233 - std::log(nanolamberts / 34.08)) / 0.92104;
}

MoonlightInputs high_moon() {
    return {.phase_angle = {0}, .moon_altitude = {45}, .target_altitude = {90}, .separation = {45}};
}

}  // namespace

TEST_CASE("moonlight: gives the worked value of Krisciunas and Schaefer's model") {
    // The manual of specsim: zenith distances 20 (target) and 70 (Moon), 50 degrees apart.
    const MoonlightInputs inputs{.phase_angle = {45},
                                 .moon_altitude = {20},
                                 .target_altitude = {70},
                                 .separation = {50},
                                 .extinction_magnitudes = 0.15};
    CHECK(v_magnitude(moonlight_nanolamberts(inputs)) == doctest::Approx(19.855).epsilon(2e-5));
    CHECK(moonlight_mcd_per_m2(inputs) / moonlight_nanolamberts(inputs) ==
          doctest::Approx(3.183e-3).epsilon(1e-4));
}

TEST_CASE("moonlight: is none while the Moon is at the horizon or below") {
    MoonlightInputs inputs = high_moon();
    inputs.moon_altitude = {0};
    CHECK(moonlight_nanolamberts(inputs) == 0);
    inputs.moon_altitude = {-30};
    CHECK(moonlight_nanolamberts(inputs) == 0);
    inputs.moon_altitude = {0.01};
    CHECK(moonlight_nanolamberts(inputs) > 0);
}

TEST_CASE(
    "moonlight: follows the aureole within ten degrees of the Moon and stays finite upon it") {
    MoonlightInputs near = high_moon();
    near.separation = {5};
    MoonlightInputs nearer = high_moon();
    nearer.separation = {2};
    // 6.2e7 / rho^2 and the share of the molecules at either distance, by hand.
    const auto light = [](double rho) {
        const double c = std::cos(rho * radians_per_degree);
        return std::pow(10, 5.36) * (1.06 + c * c) + 6.2e7 / (rho * rho);
    };
    CHECK(moonlight_nanolamberts(nearer) / moonlight_nanolamberts(near) ==
          doctest::Approx(light(2) / light(5)));
    MoonlightInputs upon = high_moon();
    upon.separation = {0};
    CHECK(std::isfinite(moonlight_nanolamberts(upon)));
    CHECK(moonlight_nanolamberts(upon) > moonlight_nanolamberts(nearer));
}

TEST_CASE("moonlight: fades with phase and distance as the Moon's own light does") {
    MoonlightInputs before = high_moon();
    for (double phase = 5; phase <= 180; phase += 5) {
        MoonlightInputs after = before;
        after.phase_angle = {phase};
        CHECK(moonlight_nanolamberts(after) < moonlight_nanolamberts(before));
        before = after;
    }
    MoonlightInputs perigee = high_moon();
    perigee.moon_distance_km = 356500;
    MoonlightInputs apogee = high_moon();
    apogee.moon_distance_km = 406700;
    CHECK(moonlight_nanolamberts(perigee) / moonlight_nanolamberts(apogee) ==
          doctest::Approx(std::pow(406700.0 / 356500.0, 2)));
    MoonlightInputs waxing = high_moon();
    waxing.phase_angle = {60};
    MoonlightInputs waning = high_moon();
    waning.phase_angle = {-60};
    CHECK(moonlight_nanolamberts(waxing) == moonlight_nanolamberts(waning));
}

TEST_CASE("moonlight: hands on what is not a number and does not stumble over it") {
    MoonlightInputs inputs = high_moon();
    inputs.phase_angle = {std::numeric_limits<double>::quiet_NaN()};
    CHECK(std::isnan(moonlight_nanolamberts(inputs)));
}

TEST_CASE("air mass: is one at the zenith, five at the horizon and never more") {
    CHECK(air_mass({90}) == doctest::Approx(1));
    CHECK(air_mass({0}) == doctest::Approx(5));
    CHECK(air_mass({-40}) == doctest::Approx(5));
    CHECK(air_mass({30}) == doctest::Approx(1 / std::sqrt(1 - 0.96 * 0.75)));
}

TEST_CASE("separation: is the angle on the sphere, whatever the turn of the azimuths") {
    CHECK(separation({10}, {20}, {10}, {20}).value == doctest::Approx(0));
    CHECK(separation({0}, {0}, {90}, {0}).value == doctest::Approx(90));
    CHECK(separation({0}, {30}, {180}, {30}).value == doctest::Approx(120));
    CHECK(separation({359.5}, {0}, {0.5}, {0}).value == doctest::Approx(1));
    CHECK(separation({123}, {90}, {7}, {-90}).value == doctest::Approx(180));
    CHECK(separation({77}, {40}, {437}, {41}).value == doctest::Approx(1));
}

}  // namespace asterism::sky
