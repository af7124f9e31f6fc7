#include "libcore/sky/brightness.hpp"

#include <algorithm>
#include <cmath>

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/skyglow_scale.hpp"
#include "libcore/sky/twilight_glow.hpp"

namespace asterism::sky {

namespace {

Degrees between(const Horizontal& a, const Horizontal& b) {
    return separation(a.azimuth, a.altitude, b.azimuth, b.altitude);
}

double moonlight(const BrightnessInputs& in) {
    return moonlight_mcd_per_m2({in.moon_phase_angle, in.moon.altitude, in.target.altitude,
                                 between(in.moon, in.target), in.extinction_magnitudes,
                                 in.moon_distance_km});
}

double twilight(const BrightnessInputs& in) {
    return twilight_mcd_per_m2({in.sun.altitude, in.target.altitude, between(in.sun, in.target),
                                in.extinction_magnitudes});
}

}  // namespace

PatchOfSky patch_at(Degrees altitude) {
    if (altitude.value >= 85) return PatchOfSky::zenith;
    return altitude.value >= 60 ? PatchOfSky::near_zenith : PatchOfSky::off_zenith;
}

double natural_light_mcd_per_m2(Degrees altitude, double extinction_magnitudes) {
    const double air = air_mass(altitude);
    return natural_mcd_per_m2 * air * std::pow(10, -0.4 * extinction_magnitudes * (air - 1));
}

SkyBrightness sky_brightness(const BrightnessInputs& in) {
    SkyBrightness sky{
        .patch = patch_at(in.target.altitude),
        .natural_mcd_per_m2 =
            in.natural_zenith_mcd_per_m2 / natural_mcd_per_m2 *
            natural_light_mcd_per_m2(in.target.altitude, in.extinction_magnitudes),
        .artificial_mcd_per_m2 = in.artificial_mcd_per_m2,
        .moonlight_mcd_per_m2 = moonlight(in),
        .twilight_mcd_per_m2 = twilight(in),
    };
    sky.total_mcd_per_m2 = sky.natural_mcd_per_m2 + sky.artificial_mcd_per_m2 +
                           sky.moonlight_mcd_per_m2 + sky.twilight_mcd_per_m2;
    sky.magnitude = magnitude_of_luminance(sky.total_mcd_per_m2);
    sky.limiting_magnitude = naked_eye_limit_mag(sky.magnitude);
    return sky;
}

void sky_brightness(std::span<const BrightnessInputs> inputs, std::span<SkyBrightness> answers) {
    const std::size_t count = std::min(inputs.size(), answers.size());
    for (std::size_t i = 0; i < count; ++i) answers[i] = sky_brightness(inputs[i]);
}

BrightnessInputs brightness_inputs(const Observer& observer, Moment at, Horizontal target,
                                   double artificial_mcd_per_m2, double extinction_magnitudes,
                                   double natural_zenith_mcd_per_m2) {
    return {
        .target = target,
        .sun = sun_horizontal(observer, at),
        .moon = moon_horizontal(observer, at),
        .moon_phase_angle = moon_geometry(at.tt).phase_angle,
        .moon_distance_km = moon_distance_km(at.tt),
        .artificial_mcd_per_m2 = artificial_mcd_per_m2,
        .extinction_magnitudes = extinction_magnitudes,
        .natural_zenith_mcd_per_m2 = natural_zenith_mcd_per_m2,
    };
}

}  // namespace asterism::sky
