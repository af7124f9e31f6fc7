#include "libcore/sky/fixed_stars.hpp"

#include <cmath>

#include "libcore/sky/ephemeris.hpp"

namespace asterism::sky {

namespace {

/// The celestial intermediate pole's coordinates.
struct Pole {
    double x;
    double y;
};

Pole pole_of(TerrestrialTime at) {
    const double t = at.centuries();
    // Delaunay's node, twice the Sun's and the Moon's mean longitude, the Sun's anomaly.
    const Phasor node = phasor(radians(Degrees{125.04455501 - 1934.13626197 * t}));
    const Phasor sun = phasor(radians(Degrees{2 * (280.4665 + 36000.7698 * t)}));
    const Phasor moon = phasor(radians(Degrees{2 * (218.3165 + 481267.8813 * t)}));
    const double anomaly = (357.5291 + 35999.0503 * t) * radians_per_degree;
    const Phasor twice = node * node;
    const double x = -0.016617 + t * (2004.191898 + t * (-0.4297829 - t * 0.19861834)) -
                     6.844318 * node.sine + t * 0.205833 * node.cosine - 0.523908 * sun.sine -
                     0.090552 * moon.sine + 0.082169 * twice.sine + 0.058707 * std::sin(anomaly);
    const double y = -0.006951 + t * (-0.025896 + t * (-22.4072747 + t * 0.00190059)) +
                     9.205236 * node.cosine + t * 0.153042 * node.sine + 0.573033 * sun.cosine +
                     0.097847 * moon.cosine - 0.089618 * twice.cosine;
    return {x * radians_per_arcsecond, y * radians_per_arcsecond};
}

constexpr double aberration = 20.49552 * radians_per_arcsecond;

/// Of the ecliptic J2000.0.
constexpr Vector ecliptic_pole{0, -0.3977771559319137, 0.9174820620691818};

}  // namespace

Vector direction(Degrees right_ascension, Degrees declination) {
    const Phasor a = phasor(radians(right_ascension));
    const Phasor d = phasor(radians(declination));
    return {d.cosine * a.cosine, d.cosine * a.sine, d.sine};
}

FrameOfDate::FrameOfDate(TerrestrialTime at) {
    const auto [x, y] = pole_of(at);
    const double z = std::sqrt(1 - x * x - y * y);
    const double a = 1 / (1 + z);
    const Vector e1{1 - a * x * x, -a * x * y, -x};
    const Vector e2{-a * x * y, 1 - a * y * y, -y};
    // The origin's place is xy / 2 short of the simplest turn to the pole.
    const double s = -x * y / 2;
    x_ = e1 - s * e2;
    y_ = e2 + s * e1;
    z_ = {x, y, z};
}

Vector apparent_star(Vector j2000, TerrestrialTime at) {
    const FrameOfDate of_date{at};
    const Vector sun = apparent_sun(at);
    const Vector moved =
        of_date(j2000) + (aberration / length(sun)) * cross(sun, of_date(ecliptic_pole));
    return (far_km / length(moved)) * moved;
}

}  // namespace asterism::sky
