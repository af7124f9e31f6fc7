#pragma once

#include "libcore/sky/angles.hpp"
#include "libcore/sky/time_scales.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

/// The middle of the Milky Way's bright part, J2000.0: Sagittarius A* to a tenth of a degree.
inline constexpr Degrees galaxy_core_ascension{266.4};
inline constexpr Degrees galaxy_core_declination{-29.0};

/// Below this altitude haze hides the core.
inline constexpr Degrees galaxy_core_floor{10};

/// Where the core appears, as `apparent_star` has it.
Vector apparent_galaxy_core(TerrestrialTime at);

}  // namespace asterism::sky
