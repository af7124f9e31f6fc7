#pragma once

#include <cmath>

namespace asterism::sky {

struct Vector {
    double x = 0;
    double y = 0;
    double z = 0;

    friend constexpr Vector operator+(Vector a, Vector b) {
        return {a.x + b.x, a.y + b.y, a.z + b.z};
    }

    friend constexpr Vector operator-(Vector a, Vector b) {
        return {a.x - b.x, a.y - b.y, a.z - b.z};
    }

    friend constexpr Vector operator*(double factor, Vector a) {
        return {factor * a.x, factor * a.y, factor * a.z};
    }
};

constexpr double dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

constexpr Vector cross(Vector a, Vector b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

inline double length(Vector a) { return std::sqrt(dot(a, a)); }

}  // namespace asterism::sky
