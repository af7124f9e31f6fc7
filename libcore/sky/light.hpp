#pragma once

#include <optional>
#include <string>

#include "libcore/sky/light_types.hpp"
#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::sky {

/// The artificial light of a place and where the figure is from.
struct LightFound {
    double artificial_mcd_per_m2;
    double uncertainty_mag;
    LightOrigin origin;
    std::string source;
    std::optional<int> year;
};

/// The map's cell; without one, the model's estimate from towns.
LightFound light_at(const LightMap& map, const Place& place);

/// The light under a rule, as answers show it.
BortleView bortle_view(const LightFound& light, const SkyglowRule& rule);

}  // namespace asterism::sky
