#pragma once

#include <optional>
#include <string>

#include "libcore/sky/light_types.hpp"
#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::sky {

/// The artificial light of a place and where the figure is from.
struct LightFound {
    double artificial_mcd_per_m2;
    double natural_mcd_per_m2;  ///< the zenith's, as whoever measured such places found it
    double uncertainty_mag;
    LightOrigin origin;
    std::string source;
    std::optional<int> year;
};

/// The map's cell; without one, the model's estimate from towns.
LightFound light_at(const LightMap& map, const Place& place);

/// Ours; with the natural light that belongs to the figure.
SkyglowRule native_rule_for(const LightFound& light, BortleScheme scheme = usual_scheme);

/// The light under a rule, as answers show it.
BortleView bortle_view(const LightFound& light, const SkyglowRule& rule);

}  // namespace asterism::sky
