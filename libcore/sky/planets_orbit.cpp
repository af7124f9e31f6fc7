#include "libcore/sky/planets_orbit.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "libcore/sky/planets_series.hpp"

namespace asterism::sky {

namespace {

constexpr double km_per_au = 149597870.7;
constexpr double days_per_millennium = 365250;

/// Of the ecliptic J2000.0 against the equator, as the elements assume (IAU 1976).
constexpr double obliquity_sine = 0.3977771559319137;
constexpr double obliquity_cosine = 0.9174820620691818;

double sum(const series::Wave& wave, double u) {
    const Phasor at = phasor({wave.multiple * u});
    return 1e-7 * (wave.cosine * at.cosine + wave.sine * at.sine);
}

double angle(const series::Quadratic& element, double t) {
    return element.value * radians_per_degree +
           t * (element.rate + t * element.bend) * radians_per_arcsecond;
}

double axis_au(const series::Elements& of, double t) {
    const double u = series::wave_rate * t;
    double au = of.axis_au.at(t) + t * sum(of.growing_axis_wave, u);
    for (const auto& wave : of.axis_waves) au += sum(wave, u);
    return au;
}

double mean_longitude(const series::Elements& of, double t) {
    const double u = series::wave_rate * t;
    double longitude = angle(of.longitude, t);
    for (const auto& wave : of.longitude_waves) longitude += sum(wave, u);
    for (const auto& wave : of.growing_longitude_waves) longitude += t * sum(wave, u);
    return longitude;
}

Vector equatorial(Vector ecliptic) {
    return {ecliptic.x, obliquity_cosine * ecliptic.y - obliquity_sine * ecliptic.z,
            obliquity_sine * ecliptic.y + obliquity_cosine * ecliptic.z};
}

/// Kepler's equation by Newton's steps: four are enough for Mercury's eccentricity.
double eccentric_anomaly(double mean, double eccentricity) {
    double anomaly = mean + eccentricity * std::sin(mean);
    for (int n = 0; n < 3; ++n) {
        const Phasor at = phasor({anomaly});
        anomaly -= (anomaly - eccentricity * at.sine - mean) / (1 - eccentricity * at.cosine);
    }
    return anomaly;
}

}  // namespace

Orbit::Orbit(Planet planet, TerrestrialTime at) {
    const auto& of = series::elements[static_cast<std::size_t>(planet)];
    // A thousand years are as far as the elements reach.
    const double t = std::clamp(at.days / days_per_millennium, -1.0, 1.0);
    const double axis_km = axis_au(of, t) * km_per_au;
    const double perihelion = angle(of.perihelion, t);
    eccentricity_ = of.eccentricity.at(t);
    mean_anomaly_ = wrapped({mean_longitude(of, t) - perihelion}).value;
    daily_motion_ = of.longitude.rate * radians_per_arcsecond / days_per_millennium;

    const Phasor node = phasor({angle(of.node, t)});
    const Phasor tilt = phasor({angle(of.inclination, t)});
    const Phasor turn = phasor({perihelion - angle(of.node, t)});
    const Vector ascending{node.cosine, node.sine, 0};
    const Vector ahead{-tilt.cosine * node.sine, tilt.cosine * node.cosine, tilt.sine};
    const double short_axis_km = axis_km * std::sqrt(1 - eccentricity_ * eccentricity_);
    along_ = axis_km * equatorial(turn.cosine * ascending + turn.sine * ahead);
    across_ = short_axis_km * equatorial(turn.cosine * ahead - turn.sine * ascending);
}

Vector Orbit::position_km(double days_before) const {
    const Phasor at =
        phasor({eccentric_anomaly(mean_anomaly_ - daily_motion_ * days_before, eccentricity_)});
    return (at.cosine - eccentricity_) * along_ + at.sine * across_;
}

}  // namespace asterism::sky
