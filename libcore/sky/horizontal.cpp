#include "libcore/sky/horizontal.hpp"

#include <algorithm>

#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

namespace {

constexpr double light_km_s = 299792.458;
/// The Earth's turning against the stars, IERS Conventions 2010.
constexpr double turning_per_second = 7.292115e-5;

/// The observer's speed, eastward, in parts of that of light.
double speed(const Observer& observer) {
    return turning_per_second / light_km_s * observer.axis_distance_km();
}

/// From the Earth's centre to the observer, who moves: aberration shifts everything to the east.
Vector topocentric(const Observer& observer, Vector v, double distance) {
    return {v.x - observer.axis_distance_km(), v.y + speed(observer) * distance,
            v.z - observer.equator_distance_km()};
}

/// How far the Moon goes while light takes the way by which the observer is nearer than the Earth's
/// centre: 20 m at most, so that a circle on the ecliptic is near enough to its path.
Vector ahead(const Observer& observer, Phasor meridian, Vector moon, double distance) {
    constexpr double mean_distance_km = 384399;
    constexpr double mean_turning_per_second = 2.6617e-6;
    constexpr Phasor obliquity{0.917482, 0.397777};  // of J2000.0
    const double nearer_km =
        (observer.axis_distance_km() * moon.x + observer.equator_distance_km() * moon.z) / distance;
    const double near = mean_distance_km / distance;
    const double turned = mean_turning_per_second * near * near * nearer_km / light_km_s;
    const Vector ecliptic_pole =
        Observer::on_meridian(meridian, {0, -obliquity.sine, obliquity.cosine});
    return turned * cross(ecliptic_pole, moon);
}

}  // namespace

Horizontal horizontal(LocalVector sight) {
    const double level = std::sqrt(sight.east * sight.east + sight.north * sight.north);
    double azimuth = degrees(Radians{std::atan2(sight.east, sight.north)}).value;
    if (azimuth < 0) azimuth += 360;
    if (azimuth >= 360) azimuth = 0;  // less than a rounding error west of north
    return {{azimuth}, degrees(Radians{std::atan2(sight.up, level)})};
}

Horizontal refracted(Horizontal airless, const Air& air) {
    return {airless.azimuth, {airless.altitude.value + refraction(airless.altitude, air).value}};
}

LocalVector local_sight(const Observer& observer, Moment at, Vector apparent_km) {
    const Vector v = Observer::on_meridian(observer.meridian(at.ut1), apparent_km);
    return observer.local(topocentric(observer, v, length(v)));
}

LocalVector local_direction(const Observer& observer, Moment at, Vector direction) {
    Vector v = Observer::on_meridian(observer.meridian(at.ut1), direction);
    v.y += speed(observer) * length(v);
    return observer.local(v);
}

LocalVector local_moon(const Observer& observer, Moment at) {
    const Phasor meridian = observer.meridian(at.ut1);
    const Vector v = Observer::on_meridian(meridian, apparent_moon(at.tt));
    const double distance = length(v);
    return observer.local(
        topocentric(observer, v + ahead(observer, meridian, v, distance), distance));
}

LocalVector local_sun(const Observer& observer, Moment at) {
    return local_sight(observer, at, apparent_sun(at.tt));
}

Horizontal moon_horizontal(const Observer& observer, Moment at) {
    return horizontal(local_moon(observer, at));
}

Horizontal sun_horizontal(const Observer& observer, Moment at) {
    return horizontal(local_sun(observer, at));
}

void moon_horizontal(const Observer& observer, std::span<const Moment> moments,
                     std::span<Horizontal> answers) {
    const std::size_t count = std::min(moments.size(), answers.size());
    for (std::size_t n = 0; n < count; ++n) answers[n] = moon_horizontal(observer, moments[n]);
}

void sun_horizontal(const Observer& observer, std::span<const Moment> moments,
                    std::span<Horizontal> answers) {
    const std::size_t count = std::min(moments.size(), answers.size());
    for (std::size_t n = 0; n < count; ++n) answers[n] = sun_horizontal(observer, moments[n]);
}

}  // namespace asterism::sky
