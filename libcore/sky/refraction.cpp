#include "libcore/sky/refraction.hpp"

#include <algorithm>
#include <cmath>

namespace asterism::sky {

namespace {

double density(const Air& air) {
    return air.pressure_hpa / 1010 * (283 / (273 + air.temperature_celsius));
}

}  // namespace

Degrees refraction(Degrees airless_altitude, const Air& air) {
    constexpr double lowest = -1;
    const double altitude = std::max(airless_altitude.value, lowest);
    const Degrees lifted{altitude + 10.3 / (altitude + 5.11)};
    const double arcminutes = 1.02 / std::tan(radians(lifted).value);
    return {std::max(0.0, arcminutes / 60 * density(air))};
}

Degrees horizon_refraction(const Air& air) { return {34.0 / 60 * density(air)}; }

}  // namespace asterism::sky
