#include "libcore/sky/twilight_glow.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

namespace asterism::sky {

namespace {

constexpr double natural = 0.171168465;
constexpr double paranal_extinction = 0.13;

TwilightInputs zenith(double depression) {
    return {.sun_altitude = {-depression},
            .target_altitude = {90},
            .separation = {90 + depression},
            .extinction_magnitudes = paranal_extinction};
}

double magnitude(double mcd_per_m2) { return std::log10(mcd_per_m2 / 1.08e8) / -0.4; }

/// Patat, Ugolnikov & Postylyakov (2006), A&A 455, 385, table 1, V band: what was measured at the
/// zenith of Paranal with the Sun 95 to 105 degrees from it, the night's own light included.
double measured_at_paranal(double depression) {
    const double x = depression - 5;
    return 11.84 + 1.518 * x - 0.057 * x * x;
}

}  // namespace

TEST_CASE("twilight: comes within half a magnitude of what was measured at Paranal") {
    for (double depression = 7; depression <= 15; depression += 0.25) {
        CAPTURE(depression);
        const double modelled = magnitude(natural + twilight_mcd_per_m2(zenith(depression)));
        CHECK(std::abs(modelled - measured_at_paranal(depression)) < 0.5);
    }
}

TEST_CASE("twilight: ends without a step when the Sun is 18 degrees down") {
    CHECK(twilight_mcd_per_m2(zenith(18)) == 0);
    CHECK(twilight_mcd_per_m2(zenith(40)) == 0);
    CHECK(twilight_mcd_per_m2(zenith(17.99)) > 0);
    CHECK(twilight_mcd_per_m2(zenith(17.99)) < 1e-3 * natural);
}

TEST_CASE("twilight: dims with every degree that the Sun sinks below the horizon") {
    double before = twilight_mcd_per_m2(zenith(0));
    for (double depression = 0.5; depression <= 18; depression += 0.5) {
        CAPTURE(depression);
        const double after = twilight_mcd_per_m2(zenith(depression));
        CHECK(after < before);
        before = after;
    }
}

TEST_CASE("twilight: is brighter on the Sun's side of the sky than opposite it") {
    const auto glow = [](double azimuth_from_sun) {
        return twilight_mcd_per_m2(
            {.sun_altitude = {-12},
             .target_altitude = {20},
             .separation = separation({0}, {-12}, {azimuth_from_sun}, {20})});
    };
    CHECK(glow(0) > glow(60));
    CHECK(glow(60) > glow(120));
    CHECK(glow(120) > glow(180));
}

TEST_CASE("twilight: stays finite towards the Sun, at the horizon and without extinction") {
    CHECK(std::isfinite(twilight_mcd_per_m2({{30}, {30}, {0}, 0.2})));
    CHECK(std::isfinite(twilight_mcd_per_m2({{-6}, {0}, {6}, 0})));
    CHECK(std::isfinite(twilight_mcd_per_m2({{-6}, {-90}, {84}, 0.2})));
    CHECK(twilight_mcd_per_m2({{std::numeric_limits<double>::quiet_NaN()}, {90}, {90}, 0.2}) == 0);
}

}  // namespace asterism::sky
