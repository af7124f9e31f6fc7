#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "libcore/sky/angles.hpp"
#include "libcore/sky/horizontal.hpp"
#include "libcore/sky/moonlight.hpp"
#include "libcore/sky/skyglow_scale.hpp"

namespace asterism::sky {

/// How well a patch of sky is known from rasters and models of the zenith.
enum class PatchOfSky : std::uint8_t {
    zenith,       ///< at least 85 degrees high: what they mean
    near_zenith,  ///< at least 60 degrees high: close to it
    off_zenith    ///< lower: domes of light over towns may be brighter and are not known
};

constexpr auto names(PatchOfSky) {
    using Name = std::pair<PatchOfSky, std::string_view>;
    return std::array{Name{PatchOfSky::zenith, "zenith"},
                      Name{PatchOfSky::near_zenith, "near_zenith"},
                      Name{PatchOfSky::off_zenith, "off_zenith"}};
}

PatchOfSky patch_at(Degrees altitude);

/// What makes a patch of sky bright.
struct BrightnessInputs {
    Horizontal target;
    Horizontal sun;  ///< airless
    Horizontal moon;
    Degrees moon_phase_angle;  ///< Sun-Moon-Earth: 0 at full, 180 at new
    double moon_distance_km = mean_moon_distance_km;
    double artificial_mcd_per_m2 = 0;  ///< of the zenith, without what nature adds
    double extinction_magnitudes = default_extinction_magnitudes;
    double natural_zenith_mcd_per_m2 = natural_mcd_per_m2;  ///< what nature adds to it
};

/// Luminances in the V band, each of what it names alone; they add up to the total.
struct SkyBrightness {
    PatchOfSky patch = PatchOfSky::zenith;
    /// Airglow and starlight: the zenith's 22.00 mag/arcsec2, and away from it as much more as the
    /// longer way through the airglow gives and extinction leaves (Krisciunas & Schaefer 1991,
    /// equation 2).
    double natural_mcd_per_m2 = 0;
    /// The zenith's, whatever the patch: a dome of light that stands off the zenith is in no raster
    /// or model of the zenith, so that off the zenith this is a lower bound.
    double artificial_mcd_per_m2 = 0;
    double moonlight_mcd_per_m2 = 0;
    double twilight_mcd_per_m2 = 0;
    double total_mcd_per_m2 = 0;
    double magnitude = 0;           ///< of the total, in mag/arcsec2
    double limiting_magnitude = 0;  ///< of the faintest star that the naked eye sees there
};

/// The natural sky's luminance at an altitude, in mcd/m2. Below the horizon: the horizon's.
double natural_light_mcd_per_m2(Degrees altitude, double extinction_magnitudes);

/// Allocates nothing; what is not a number in gives what is not a number out.
SkyBrightness sky_brightness(const BrightnessInputs& inputs);

/// One for each input; as many as the shorter of the two has.
void sky_brightness(std::span<const BrightnessInputs> inputs, std::span<SkyBrightness> answers);

/// What makes a patch of sky bright at a moment, with the Sun and the Moon where they then are for
/// the observer; the Moon's distance and phase are those from the Earth's centre.
BrightnessInputs brightness_inputs(const Observer& observer, Moment at, Horizontal target,
                                   double artificial_mcd_per_m2,
                                   double extinction_magnitudes = default_extinction_magnitudes,
                                   double natural_zenith_mcd_per_m2 = natural_mcd_per_m2);

}  // namespace asterism::sky
