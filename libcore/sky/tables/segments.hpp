#pragma once

#include <cstdint>
#include <utility>

#include "libcore/sky/time_scales.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

/// A vector over time as a row of equally long segments, each with three polynomials in u, which
/// runs from -1 to 1: `Size` coefficients [power][axis], in quanta.
template <int Size>
struct Segments {
    TerrestrialTime first;
    double days;  ///< of a segment
    int count;
    double quantum_km;
    const std::int32_t* coefficients;

    constexpr double end_days() const { return first.days + days * count; }
};

/// Where in the table a moment lies. Outside, and for what is no number: at the nearer end.
struct Spot {
    int segment;
    double u;
};

template <int Size>
Spot spot(const Segments<Size>& table, TerrestrialTime at) {
    const double segments = (at.days - table.first.days) * (1 / table.days);
    if (!(segments > 0)) return {0, -1};
    if (segments >= table.count) return {table.count - 1, 1};
    const int segment = static_cast<int>(segments);
    return {segment, 2 * (segments - segment) - 1};
}

inline Vector row(const std::int32_t* coefficients, int power) {
    const std::int32_t* c = coefficients + 3 * power;
    return {static_cast<double>(c[0]), static_cast<double>(c[1]), static_cast<double>(c[2])};
}

/// Horner's rule over every other power, from the `Power`th down.
template <int Power>
Vector every_other(const std::int32_t* coefficients, double squared, Vector sum) {
    if constexpr (Power < 0) {
        return sum;
    } else {
        return every_other<Power - 2>(coefficients, squared,
                                      squared * sum + row(coefficients, Power));
    }
}

template <int Size>
Vector position(const Segments<Size>& table, TerrestrialTime at) {
    const auto [segment, u] = spot(table, at);
    const std::int32_t* c = table.coefficients + 3 * Size * segment;
    // Odd and even powers apart: two short chains of multiplications run side by side.
    const Vector one = every_other<Size - 3>(c, u * u, row(c, Size - 1));
    const Vector other = every_other<Size - 4>(c, u * u, row(c, Size - 2));
    const Vector sum = Size % 2 == 1 ? one + u * other : other + u * one;
    return table.quantum_km * sum;
}

/// The position and its change in a day.
template <int Size>
std::pair<Vector, Vector> motion(const Segments<Size>& table, TerrestrialTime at) {
    const auto [segment, u] = spot(table, at);
    const std::int32_t* c = table.coefficients + 3 * Size * segment;
    Vector sum = row(c, Size - 1);
    Vector slope;
    for (int power = Size - 2; power >= 0; --power) {
        slope = u * slope + sum;
        sum = u * sum + row(c, power);
    }
    return {table.quantum_km * sum, 2 * table.quantum_km / table.days * slope};
}

}  // namespace asterism::sky
