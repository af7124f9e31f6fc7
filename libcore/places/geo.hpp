#pragma once

#include <optional>

#include "libcore/places/types.hpp"

namespace asterism::places {

// One formula decides who is near: the square of the straight line between two points of the unit
// sphere. It is made of sums and products alone, which every engine rounds alike, so that SQLite,
// PostgreSQL and C++ put places into the same order to the last bit, at the poles and over the
// date line too. Kilometres are along great circles of a sphere with the Earth's mean radius:
// within 0.6 % of the ellipsoid's.

/// A point of the unit sphere.
struct Direction {
    double x = 0;
    double y = 0;
    double z = 0;
};

Direction direction(const Spot& spot);
Spot spot_of(const Direction& direction);

double chord2(const Direction& a, const Direction& b);

double km_of(double chord2);
/// More than any two points have where the distance reaches around half the Earth.
double chord2_of(double km);

/// No two points are farther.
inline constexpr double everywhere_chord2 = 5;

/// A part of the map between two parallels. West of its east edge, unless it lies over the date
/// line: then `west` is the greater.
struct Window {
    double south = -90;
    double north = 90;
    double west = -180;
    double east = 180;
};

bool holds(const Window& window, const Spot& spot);

/// A window that holds all that is so near, and a little more; nothing where it would be half the
/// Earth.
std::optional<Window> window_around(const Spot& middle, double km);

}  // namespace asterism::places
