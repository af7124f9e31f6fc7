#pragma once

#include <cmath>
#include <numbers>

namespace asterism::sky {

struct Degrees {
    double value = 0;
};

/// What the kernels compute in; the public surface speaks Degrees.
struct Radians {
    double value = 0;
};

inline constexpr double radians_per_degree = std::numbers::pi / 180;
inline constexpr double radians_per_arcsecond = radians_per_degree / 3600;

constexpr Radians radians(Degrees angle) { return {angle.value * radians_per_degree}; }

constexpr Degrees degrees(Radians angle) { return {angle.value / radians_per_degree}; }

/// The same direction within half a turn of zero.
inline Radians wrapped(Radians angle) {
    return {std::remainder(angle.value, 2 * std::numbers::pi)};
}

/// A point of the unit circle.
struct Phasor {
    double cosine = 1;
    double sine = 0;

    friend constexpr Phasor operator*(Phasor a, Phasor b) {
        return {a.cosine * b.cosine - a.sine * b.sine, a.sine * b.cosine + a.cosine * b.sine};
    }
};

inline Phasor phasor(Radians angle) { return {std::cos(angle.value), std::sin(angle.value)}; }

}  // namespace asterism::sky
