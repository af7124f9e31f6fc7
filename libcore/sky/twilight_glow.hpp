#pragma once

#include "libcore/sky/angles.hpp"
#include "libcore/sky/moonlight.hpp"

namespace asterism::sky {

/// What decides how much sunlight a patch of sky scatters to the eye.
struct TwilightInputs {
    Degrees sun_altitude;     ///< of the centre, airless; at or below -18 there is no twilight
    Degrees target_altitude;  ///< of the patch of sky
    Degrees separation;       ///< from the Sun to the patch; through the ground while it is down
    double extinction_magnitudes = default_extinction_magnitudes;
};

/// The brightness of twilight in the V band after Schaefer (1993), Vistas in Astronomy 36, 311, as
/// his program of Sky & Telescope, May 1998, has it: a magnitude dimmer with each degree of the
/// Sun's depression, brighter towards the Sun's side and the horizon; by day, and just after
/// sunset, his daylight where that is less. His law never ends; what it gives at a depression of 18
/// degrees (2 nanolamberts at the zenith, an eightieth of the natural sky's light) is taken off, so
/// that twilight ends there without a step. At the zenith it agrees with Paranal's twilight of
/// Patat et al. (2006), A&A 455, 385, within 0.5 mag for depressions of 7 to 15 degrees; nearer to
/// sunset it is up to 1 mag darker.
double twilight_mcd_per_m2(const TwilightInputs& inputs);

}  // namespace asterism::sky
