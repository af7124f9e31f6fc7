#pragma once

#include "libcore/sky/angles.hpp"
#include "libcore/sky/moment.hpp"
#include "libcore/sky/place.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

/// A vector on the axes of somebody who stands on the Earth; kilometres, or no unit for a bare
/// direction.
struct LocalVector {
    double east = 0;
    double north = 0;
    double up = 0;
};

constexpr double dot(LocalVector a, LocalVector b) {
    return a.east * b.east + a.north * b.north + a.up * b.up;
}

inline double length(LocalVector a) { return std::sqrt(dot(a, a)); }

/// A place made ready for many questions: what does not change as the Earth turns.
///
/// Positions are on WGS84 axes turned to the place's own meridian: x where its meridian meets the
/// equator, y east, z to the north pole. The movement of the pole (0.3") is neglected. -180 and
/// 180 degrees east, and any turns more, are the same observer to the bit. At a pole the longitude
/// tells north from east and nothing else.
class Observer {
public:
    explicit Observer(const Place& place);

    /// How far the place's meridian has turned from the celestial intermediate origin.
    Phasor meridian(UniversalTime at) const;

    /// On the intermediate axes to the axes of the place's meridian.
    static constexpr Vector on_meridian(Phasor meridian, Vector a) {
        return {a.x * meridian.cosine + a.y * meridian.sine,
                a.y * meridian.cosine - a.x * meridian.sine, a.z};
    }

    /// From the axes of the meridian to the observer's own, which stand on the ellipsoid.
    constexpr LocalVector local(Vector a) const {
        return {a.y, a.z * latitude_.cosine - a.x * latitude_.sine,
                a.x * latitude_.cosine + a.z * latitude_.sine};
    }

    /// From the Earth's centre, on the axes of the meridian: x and z, y is 0.
    constexpr double axis_distance_km() const { return axis_distance_km_; }

    constexpr double equator_distance_km() const { return equator_distance_km_; }

    constexpr Phasor latitude() const { return latitude_; }

    /// How far the horizon lies below the level: 1.76' times the root of the elevation in metres,
    /// mean refraction included (Nautical Almanac). 0 below the ellipsoid.
    constexpr Radians dip() const { return dip_; }

private:
    double longitude_turns_;
    Phasor latitude_;
    double axis_distance_km_;
    double equator_distance_km_;
    Radians dip_;
};

}  // namespace asterism::sky
