#include "libcore/sky/moon_position.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "libcore/sky/moon_series.hpp"

namespace asterism::sky {

namespace {

constexpr std::size_t highest_multiple = 6;

/// An argument's multiples from -6 to 6 as points of the unit circle, so that a term of the series
/// costs three products and no sine.
class Multiples {
public:
    explicit Multiples(Degrees argument, double weight = 1) {
        const Phasor one = phasor(radians(argument));
        Phasor power{};
        for (std::size_t n = 1; n <= highest_multiple; ++n) {
            power = power * one;
            power = {power.cosine * weight, power.sine * weight};
            all_[highest_multiple + n] = power;
            all_[highest_multiple - n] = {power.cosine, -power.sine};
        }
    }

    const Phasor& operator[](std::ptrdiff_t n) const {
        return all_[static_cast<std::size_t>(n + std::ptrdiff_t{highest_multiple})];
    }

private:
    std::array<Phasor, 2 * highest_multiple + 1> all_{};
};

// Mean angles in degrees at T centuries, Meeus 47.1 to 47.5 (Chapront 1998). The first holds the
// constant part of the light time, -0.70".
double mean_longitude(double t) {
    return 218.3164477 +
           t * (481267.88123421 + t * (-0.0015786 + t * (1 / 538841.0 - t / 65194000)));
}

double elongation(double t) {
    return 297.8501921 +
           t * (445267.1114034 + t * (-0.0018819 + t * (1 / 545868.0 - t / 113065000)));
}

double sun_anomaly(double t) {
    return 357.5291092 + t * (35999.0502909 + t * (-0.0001536 + t / 24490000));
}

double moon_anomaly(double t) {
    return 134.9633964 + t * (477198.8675055 + t * (0.0087414 + t * (1 / 69699.0 - t / 14712000)));
}

double latitude_argument(double t) {
    return 93.2720950 +
           t * (483202.0175233 + t * (-0.0036539 + t * (-1 / 3526000.0 + t / 863310000)));
}

// The constant of the fit in moon_series.hpp, microdegrees.
constexpr double fitted_offset = 51;

/// The arguments of the series. The Sun's anomaly is weighted by the Earth's eccentricity relative
/// to 2000, once for each multiple (Meeus 47.6).
struct Arguments {
    explicit Arguments(double t)
        : d({elongation(t)}),
          m({sun_anomaly(t)}, 1 - t * (0.002516 + t * 0.0000074)),
          p({moon_anomaly(t)}),
          f({latitude_argument(t)}) {}

    Phasor of(const auto& term) const { return d[term.d] * m[term.m] * (p[term.p] * f[term.f]); }

    Multiples d, m, p, f;
};

double sine(double argument_degrees) { return std::sin(argument_degrees * radians_per_degree); }

struct Sums {
    double longitude_microdegrees = 0;
    double distance_metres = 0;
};

Sums longitude_and_distance(const Arguments& arguments, double t) {
    Sums sums;
    for (const auto& term : series::longitude) {
        const Phasor at = arguments.of(term);
        sums.longitude_microdegrees += term.sine_microdegrees * at.sine;
        sums.distance_metres += term.cosine_metres * at.cosine;
    }
    for (const auto& term : series::fine_longitude) {
        sums.longitude_microdegrees += term.sine_microdegrees * arguments.of(term).sine;
    }
    for (const auto& term : series::planetary_longitude) {
        sums.longitude_microdegrees +=
            term.sine_microdegrees * sine(term.phase_degrees + term.rate_degrees * t);
    }
    // Venus, the flattening of the Earth, and Jupiter.
    sums.longitude_microdegrees += fitted_offset + 3958 * sine(119.75 + 131.849 * t) +
                                   1962 * sine(mean_longitude(t) - latitude_argument(t)) +
                                   318 * sine(53.09 + 479264.290 * t);
    return sums;
}

double latitude_microdegrees(const Arguments& arguments, double t) {
    double sum = 0;
    for (const auto& term : series::latitude) {
        sum += term.sine_microdegrees * arguments.of(term).sine;
    }
    const double a1 = 119.75 + 131.849 * t;
    const double a3 = 313.45 + 481266.484 * t;
    const double l = mean_longitude(t);
    const double p = moon_anomaly(t);
    const double f = latitude_argument(t);
    return sum - 2235 * sine(l) + 382 * sine(a3) + 175 * sine(a1 - f) + 175 * sine(a1 + f) +
           127 * sine(l - p) - 115 * sine(l + p);
}

Radians longitude(const Sums& sums, double t) {
    return wrapped(radians(Degrees{mean_longitude(t) + sums.longitude_microdegrees * 1e-6}));
}

constexpr double mean_distance_km = 385000.56;

}  // namespace

MoonPosition moon_position(TerrestrialTime at) {
    const double t = at.centuries();
    const Arguments arguments{t};
    const Sums sums = longitude_and_distance(arguments, t);
    return {longitude(sums, t), radians(Degrees{latitude_microdegrees(arguments, t) * 1e-6}),
            mean_distance_km + sums.distance_metres / 1000};
}

Radians moon_longitude(TerrestrialTime at) {
    const double t = at.centuries();
    return longitude(longitude_and_distance(Arguments{t}, t), t);
}

Radians mean_elongation(TerrestrialTime at) {
    return radians(Degrees{elongation(at.centuries()) - 360});
}

}  // namespace asterism::sky
