#pragma once

#include <span>
#include <string_view>

#include "libcore/sky/place.hpp"

namespace asterism::sky {

/// What the lamps of towns add to the brightness of the zenith on a clear night without Moon and
/// twilight, estimated from where people live: no measurement and no raster was read.
struct CityGlow {
    double artificial_mcd_per_m2 = 0;  ///< luminance in the V band, 0 far from everything
    /// How far the sky's whole brightness may be off, in mag/arcsec²: two of three measured places
    /// lie within it.
    double uncertainty_mag = 0;
};

/// How answers made from it name their source.
inline constexpr std::string_view city_glow_source = "model";

/// The sum over the embedded towns near the place. Allocates nothing; a place that is not a number
/// gives one that is not a number either.
CityGlow city_glow(Place at);

/// One for each place; as many as the shorter of the two has.
void city_glow(std::span<const Place> at, std::span<CityGlow> glows);

}  // namespace asterism::sky
