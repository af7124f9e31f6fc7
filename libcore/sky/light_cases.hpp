#pragma once

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/sky/light_types.hpp"
#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::sky {

/// Read off the map in the cell that holds the place; where it has none, or there is no map,
/// estimated from the towns around. The answer says which.
Result<BortleView> bortle_at(const LightMap& map, const BortleAt& input);

Result<SkyBrightnessView> sky_brightness_at(Now now, const LightMap& map,
                                            const SkyBrightnessAt& input);

inline constexpr UseCases light_cases{
    use_case<&bortle_at>("bortle_at",
                         "How bright lamps make a place's sky, and its class on Bortle's scale."),
    use_case<&sky_brightness_at>("sky_brightness_at",
                                 "How bright a patch of sky is at a moment, and what makes it so."),
};

}  // namespace asterism::sky
