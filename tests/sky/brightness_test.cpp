#include "libcore/sky/brightness.hpp"

#include <chrono>
#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/sky/score.hpp"
#include "libcore/sky/skyglow_scale.hpp"
#include "tests/sky/allocations.hpp"

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

/// Deep night, the Moon 45 degrees high, the zenith looked at.
BrightnessInputs moonlit_zenith(double artificial, double phase_angle) {
    return {.target = {{0}, {90}},
            .sun = {{0}, {-40}},
            .moon = {{180}, {45}},
            .moon_phase_angle = {phase_angle},
            .artificial_mcd_per_m2 = artificial};
}

double magnitude(const BrightnessInputs& inputs) { return sky_brightness(inputs).magnitude; }

}  // namespace

TEST_CASE("brightness: gives the table of sites and Moons that the design was made with") {
    struct Site {
        double artificial;
        double full, gibbous, quarter, crescent, none;
    };

    // The Moon at phase angles of 0, 45, 90 and 135 degrees, and below the horizon; extinction
    // 0.172.
    constexpr Site sites[]{{0, 18.29, 19.41, 20.58, 21.68, 22.00},
                           {0.06, 18.28, 19.37, 20.49, 21.43, 21.67},
                           {1.0, 18.10, 18.94, 19.55, 19.86, 19.91},
                           {10, 17.13, 17.40, 17.52, 17.56, 17.57}};
    for (const Site& site : sites) {
        CAPTURE(site.artificial);
        CHECK(std::abs(magnitude(moonlit_zenith(site.artificial, 0)) - site.full) < 0.0051);
        CHECK(std::abs(magnitude(moonlit_zenith(site.artificial, 45)) - site.gibbous) < 0.0051);
        CHECK(std::abs(magnitude(moonlit_zenith(site.artificial, 90)) - site.quarter) < 0.0051);
        CHECK(std::abs(magnitude(moonlit_zenith(site.artificial, 135)) - site.crescent) < 0.0051);
        BrightnessInputs moonless = moonlit_zenith(site.artificial, 0);
        moonless.moon.altitude = {-10};
        CHECK(std::abs(magnitude(moonless) - site.none) < 0.0051);
    }
}

TEST_CASE("brightness: is the sum of its parts, never of their magnitudes") {
    BrightnessInputs inputs = moonlit_zenith(0.5, 30);
    inputs.sun.altitude = {-10};
    const SkyBrightness sky = sky_brightness(inputs);
    CHECK(sky.natural_mcd_per_m2 == doctest::Approx(0.171168465));
    CHECK(sky.artificial_mcd_per_m2 == 0.5);
    CHECK(sky.moonlight_mcd_per_m2 > 0);
    CHECK(sky.twilight_mcd_per_m2 > 0);
    CHECK(sky.total_mcd_per_m2 ==
          doctest::Approx(sky.natural_mcd_per_m2 + sky.artificial_mcd_per_m2 +
                          sky.moonlight_mcd_per_m2 + sky.twilight_mcd_per_m2));
    CHECK(luminance_of_magnitude(sky.magnitude) == doctest::Approx(sky.total_mcd_per_m2));
    CHECK(sky.limiting_magnitude == doctest::Approx(naked_eye_limit_mag(sky.magnitude)));
}

TEST_CASE("brightness: grows with lamps, with the Moon's fullness and with the Sun's height") {
    for (double lamps = 0.001; lamps < 50; lamps *= 3) {
        CHECK(magnitude(moonlit_zenith(3 * lamps, 90)) < magnitude(moonlit_zenith(lamps, 90)));
    }
    for (double phase = 10; phase <= 180; phase += 10) {
        CHECK(magnitude(moonlit_zenith(0.1, phase - 10)) < magnitude(moonlit_zenith(0.1, phase)));
    }
    for (double altitude = -17; altitude <= 0; altitude += 1) {
        BrightnessInputs higher = moonlit_zenith(0.1, 90);
        higher.sun.altitude = {altitude};
        BrightnessInputs lower = moonlit_zenith(0.1, 90);
        lower.sun.altitude = {altitude - 1};
        CHECK(magnitude(higher) < magnitude(lower));
    }
}

TEST_CASE("brightness: the natural sky brightens from the zenith down, less where the air dims") {
    const auto natural = [](double altitude, double k) {
        return natural_light_mcd_per_m2({altitude}, k);
    };
    CHECK(natural(90, 0.3) == doctest::Approx(natural_mcd_per_m2));
    // 60 degrees from the zenith: 1.890 air masses, by hand.
    CHECK(natural(30, 0.172) ==
          doctest::Approx(natural_mcd_per_m2 * 1.88982 * std::pow(10, -0.4 * 0.172 * 0.88982)));
    CHECK(natural(30, 0.4) < natural(30, 0.172));
}

TEST_CASE("brightness: says how far the zenith's light pollution speaks for the patch") {
    CHECK(patch_at({90}) == PatchOfSky::zenith);
    CHECK(patch_at({85}) == PatchOfSky::zenith);
    CHECK(patch_at({84.9}) == PatchOfSky::near_zenith);
    CHECK(patch_at({60}) == PatchOfSky::near_zenith);
    CHECK(patch_at({59.9}) == PatchOfSky::off_zenith);
    BrightnessInputs low = moonlit_zenith(2, 180);
    low.target.altitude = {15};
    CHECK(sky_brightness(low).patch == PatchOfSky::off_zenith);
    CHECK(sky_brightness(low).artificial_mcd_per_m2 == 2);
}

TEST_CASE("brightness: many inputs get the answers that each gets alone") {
    const std::vector<BrightnessInputs> inputs{moonlit_zenith(0, 0), moonlit_zenith(1, 60),
                                               moonlit_zenith(9, 120)};
    std::vector<SkyBrightness> answers(2);
    sky_brightness(inputs, answers);
    CHECK(answers[0].magnitude == magnitude(inputs[0]));
    CHECK(answers[1].magnitude == magnitude(inputs[1]));
}

TEST_CASE("brightness: is found and scored without asking for memory") {
    const Observer observer{{{46.05}, {14.51}}};
    const std::size_t before = allocations();
    const auto inputs = brightness_inputs(observer, moment_at(Instant{}), {{0}, {40}}, 0.3);
    const SkyBrightness sky = sky_brightness(inputs);
    const Score score = asterism_score({8, 0.3, sky.magnitude, 20});
    CHECK(score.total.has_value());
    CHECK(starview_score({30.0, 4, 20.0}).total.has_value());
    CHECK(allocations() == before);
}

TEST_CASE("brightness: takes the Sun and the Moon from where they are") {
    // Full moon of 2026-12-24 at midnight over Ljubljana, then the same hour a fortnight later.
    const Observer observer{{{46.05}, {14.51}}};
    const auto at = [&](Instant moment) {
        return sky_brightness(brightness_inputs(observer, moment_at(moment), {{0}, {90}}, 0));
    };
    const SkyBrightness full = at(std::chrono::sys_days{2026y / 12 / 23} + 23h);
    CHECK(full.twilight_mcd_per_m2 == 0);
    CHECK(full.moonlight_mcd_per_m2 > 20 * full.natural_mcd_per_m2);
    const SkyBrightness none = at(std::chrono::sys_days{2027y / 1 / 7} + 23h);
    CHECK(none.moonlight_mcd_per_m2 == 0);
    CHECK(none.magnitude == doctest::Approx(22.0));
    // 16:00 UTC of that day: the Sun is some 5 degrees down.
    CHECK(at(std::chrono::sys_days{2027y / 1 / 7} + 16h).twilight_mcd_per_m2 > 100);
}

TEST_CASE("brightness: hands on what is not a number") {
    BrightnessInputs inputs = moonlit_zenith(std::numeric_limits<double>::quiet_NaN(), 0);
    CHECK(std::isnan(magnitude(inputs)));
}

}  // namespace asterism::sky
