#include "libcore/sky/observer.hpp"

#include <algorithm>

namespace asterism::sky {

namespace {

/// WGS84.
constexpr double equator_radius_km = 6378.137;
constexpr double flattening = 1 / 298.257223563;

Radians longitude_of(Degrees east) {
    const double turned = std::remainder(east.value, 360);
    return radians(Degrees{turned == -180 ? 180 : turned});
}

/// Exact at the poles, where a cosine that is not quite 0 would let the longitude matter.
Phasor latitude_of(Degrees north) {
    if (std::abs(north.value) == 90) return {0, std::copysign(1.0, north.value)};
    return phasor(radians(north));
}

}  // namespace

Observer::Observer(const Place& place)
    : longitude_(longitude_of(place.longitude)), latitude_(latitude_of(place.latitude)) {
    constexpr double polar = (1 - flattening) * (1 - flattening);
    const double curve = equator_radius_km / std::sqrt(latitude_.cosine * latitude_.cosine +
                                                       polar * latitude_.sine * latitude_.sine);
    const double height_km = place.elevation_metres / 1000;
    axis_distance_km_ = (curve + height_km) * latitude_.cosine;
    equator_distance_km_ = (polar * curve + height_km) * latitude_.sine;
    constexpr double dip_arcminutes = 1.76;
    dip_ = radians(Degrees{dip_arcminutes / 60 * std::sqrt(std::max(0.0, place.elevation_metres))});
}

Phasor Observer::meridian(UniversalTime at) const {
    return phasor({earth_rotation_angle(at).value + longitude_.value});
}

}  // namespace asterism::sky
