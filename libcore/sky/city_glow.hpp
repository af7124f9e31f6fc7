#pragma once

#include <span>
#include <string_view>

#include "libcore/sky/place.hpp"

namespace asterism::sky {

// The brightness of the zenith on a clear night without Moon and twilight, estimated from where
// people live: nothing was measured there and no raster read.
//
// Each town of the embedded table sends up light in proportion to its people, which fades with the
// distance by Walker's law (1977, PASP 89, 405), d^-2.5, and is left out from 200 km on. A town is
// a disc over which its people are spread, and the air that scatters is some height above, so that
// the law stays finite within towns. Four figures were fitted to one half of the 152 measured
// places of tests/sky/data/sky_brightness_sites.csv: the light per head, the height, the density of
// people, and what meters read where there is no light. Of the other half, 80 places, the median
// error is 0.20 mag/arcsec², 68 % are within 0.29 and 90 % within 0.76 with `natural_by_meters`; of
// the 66 in Europe and the United States 0.20, 0.27 and 0.48. With the natural sky of 22.00 it is
// 0.34, 0.47 and 0.79, the model being darker. Within one Bortle class are 86 % (classic), 85 %
// (nomogram) and 94 % (ratio) of the 80.
//
// It is weak outside Europe and the United States, where few places were measured, lamps per head
// differ and GeoNames lists fewer of the small towns; and it knows no lamp that does not belong to
// a town (mines, greenhouses, flares), no mountain in between and no law about lamps.

/// The estimate for a place.
struct CityGlow {
    double artificial_mcd_per_m2 = 0;  ///< V band; 0 if no town is within 200 km
    /// How far the whole sky's brightness may be off, in mag/arcsec²: two of three measured places
    /// lie within it. 0.3 where the light is that of Europe or the United States, 0.85
    /// elsewhere, between them where it is of both.
    double uncertainty_mag = 0;
};

/// How answers made from it name their source.
inline constexpr std::string_view city_glow_source = "model";

/// The sky that meters see where no lamp is near, 21.55 mag/arcsec²: the Milky Way and the airglow
/// are in their field. To be added to the glow for what a meter would read; the convention
/// of 22.00, `natural_mcd_per_m2`, is for the darkest part of the sky and reads 0.3 less at dark
/// places.
inline constexpr double natural_by_meters_mcd_per_m2 = 0.25905;

/// The sum over the embedded towns. Allocates nothing. A place that is not a number gives what is
/// not a number either.
CityGlow city_glow(Place at);

/// One for each place; as many as the shorter of the two has.
void city_glow(std::span<const Place> at, std::span<CityGlow> glows);

/// What one town of Europe adds so far from its middle, in mcd/m². More people never give less, a
/// greater distance never more; 0 from 200 km on, for what is not a number, and for more people
/// than the Earth has.
double town_glow_mcd_per_m2(double people, double distance_km);

}  // namespace asterism::sky
