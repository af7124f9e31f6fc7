#include "libcore/places/geo.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace asterism::places {
namespace {

constexpr double earth_radius_km = 6371.0088;
constexpr double radian = std::numbers::pi / 180;

/// So that what lies on the very edge is not lost to rounding; half a metre.
constexpr double margin_degrees = 5e-6;

double wrapped(double longitude) {
    if (longitude < -180) return longitude + 360;
    return longitude > 180 ? longitude - 360 : longitude;
}

}  // namespace

Direction direction(const Spot& spot) {
    const double latitude = spot.latitude * radian;
    const double longitude = spot.longitude * radian;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
            std::sin(latitude)};
}

Spot spot_of(const Direction& direction) {
    return {std::atan2(direction.z, std::hypot(direction.x, direction.y)) / radian,
            std::atan2(direction.y, direction.x) / radian};
}

double chord2(const Direction& a, const Direction& b) {
    const double x = (a.x - b.x) * (a.x - b.x);
    const double y = (a.y - b.y) * (a.y - b.y);
    const double z = (a.z - b.z) * (a.z - b.z);
    return x + y + z;
}

double km_of(double chord2) {
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(chord2) / 2));
}

double chord2_of(double km) {
    const double half = km / (2 * earth_radius_km);
    if (half >= std::numbers::pi / 2) return everywhere_chord2;
    return 4 * std::sin(half) * std::sin(half);
}

bool holds(const Window& window, const Spot& spot) {
    if (spot.latitude < window.south || spot.latitude > window.north) return false;
    if (window.west <= window.east)
        return window.west <= spot.longitude && spot.longitude <= window.east;
    return spot.longitude >= window.west || spot.longitude <= window.east;
}

std::optional<Window> window_around(const Spot& middle, double km) {
    const double reach = km / earth_radius_km;
    if (reach >= std::numbers::pi / 2) return std::nullopt;
    const double high = reach / radian + margin_degrees;
    Window out{middle.latitude - high, middle.latitude + high};
    if (out.south <= -90 || out.north >= 90)  // a pole lies within: so do all meridians
        return Window{std::max(out.south, -90.0), std::min(out.north, 90.0)};
    const double slope = std::sin(reach) / std::cos(middle.latitude * radian);
    if (slope >= 1) return Window{out.south, out.north};
    const double wide = std::asin(slope) / radian + margin_degrees / (1 - slope);
    if (wide >= 180) return Window{out.south, out.north};
    out.west = wrapped(middle.longitude - wide);
    out.east = wrapped(middle.longitude + wide);
    return out;
}

}  // namespace asterism::places
