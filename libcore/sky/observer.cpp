#include "libcore/sky/observer.hpp"

#include <algorithm>

#include "libcore/sky/turns.hpp"

namespace asterism::sky {

namespace {

/// WGS84.
constexpr double equator_radius_km = 6378.137;
constexpr double flattening = 1 / 298.257223563;

double turns_of(Degrees longitude) {
    const double east = std::remainder(longitude.value, 360);
    return (east == -180 ? 180 : east) / 360;
}

/// Exact at the poles, where a cosine that is not quite 0 would let the longitude matter.
Phasor latitude_of(Degrees north) {
    if (std::abs(north.value) == 90) return {0, std::copysign(1.0, north.value)};
    return phasor(radians(north));
}

}  // namespace

Observer::Observer(const Place& place)
    : longitude_turns_(turns_of(place.longitude)), latitude_(latitude_of(place.latitude)) {
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
    // `earth_rotation_angle` in turns; whole days are whole turns.
    const double day = at.days - nearest_whole(at.days);
    return phasor_after(0.7790572732640 + 0.00273781191135448 * at.days + day + longitude_turns_);
}

}  // namespace asterism::sky
