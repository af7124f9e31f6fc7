#include "libcore/sky/limb.hpp"

#include <algorithm>

#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

namespace {

Degrees whole_turn(double sine, double cosine) {
    const double angle = degrees(Radians{std::atan2(sine, cosine)}).value;
    return {angle < 0 ? angle + 360 : angle};
}

/// Over -180 to 180, and never the -180 of a sine of -0.
Degrees half_turns(double sine, double cosine) {
    return degrees(Radians{std::atan2(sine + 0.0, cosine)});
}

Degrees width(double radius_km, double distance_km) {
    return degrees(Radians{2 * std::asin(std::min(1.0, radius_km / distance_km))});
}

}  // namespace

Degrees bright_limb_angle(Vector moon, Vector sun) {
    // At the Moon the pole's direction is north and pole x moon is east; both times the same.
    const double east = length(moon) * (moon.x * sun.y - moon.y * sun.x);
    const double north = dot(moon, moon) * sun.z - moon.z * dot(moon, sun);
    return whole_turn(east, north);
}

Degrees bright_limb_angle(TerrestrialTime at) {
    return bright_limb_angle(apparent_moon(at), apparent_sun(at));
}

Degrees parallactic_angle(const Observer& observer, LocalVector sight) {
    // The celestial pole stands due north, as high as the latitude: no tangent of it is needed.
    const Phasor latitude = observer.latitude();
    const double along_pole = sight.north * latitude.cosine + sight.up * latitude.sine;
    const double east = -length(sight) * sight.east * latitude.cosine;
    const double north = dot(sight, sight) * latitude.sine - sight.up * along_pole;
    return half_turns(east, north);
}

Degrees moon_rotation(LocalVector moon, LocalVector sun) {
    const double right = length(moon) * (moon.north * sun.east - moon.east * sun.north);
    const double top = dot(moon, moon) * sun.up - moon.up * dot(moon, sun);
    return half_turns(right, top);
}

Degrees moon_rotation(const Observer& observer, Moment at) {
    return moon_rotation(local_moon(observer, at), local_sun(observer, at));
}

Degrees moon_diameter(const Observer& observer, Moment at) {
    // Aberration lengthens the vectors, by the same part from here as from the centre to a few
    // millionths.
    const double longer = length(apparent_moon(at.tt)) / moon_distance_km(at.tt);
    return width(moon_radius_km, length(local_moon(observer, at)) / longer);
}

Degrees sun_diameter(const Observer& observer, Moment at) {
    const double longer = length(apparent_sun(at.tt)) / sun_distance_km(at.tt);
    return width(sun_radius_km, length(local_sun(observer, at)) / longer);
}

}  // namespace asterism::sky
