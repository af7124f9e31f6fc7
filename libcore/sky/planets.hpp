#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "libcore/sky/angles.hpp"
#include "libcore/sky/time_scales.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

/// The planets that the naked eye sees.
enum class Planet : std::uint8_t { mercury, venus, mars, jupiter, saturn };

constexpr auto names(Planet) {
    using Name = std::pair<Planet, std::string_view>;
    return std::array{Name{Planet::mercury, "mercury"}, Name{Planet::venus, "venus"},
                      Name{Planet::mars, "mars"}, Name{Planet::jupiter, "jupiter"},
                      Name{Planet::saturn, "saturn"}};
}

/// Where the planet appears from the Earth's centre, in kilometres on the axes of
/// `apparent_moon`: celestial intermediate, light time and aberration included. While `grade_of` is
/// fine, from JPL's DE405, within 0.5"; otherwise from mean orbits and their periodic terms (Simon
/// and others 1994), within 0.05 degrees for 1900 to 2100. The Sun's pull on light, which only near
/// its edge reaches 1.8", is neglected. Outside those years: no promise, but a finite answer for a
/// finite moment.
Vector apparent_planet(Planet planet, TerrestrialTime at);

/// For each moment into the same place of `vectors`; what has no partner in the other span is left
/// alone.
void apparent_planet(Planet planet, std::span<const TerrestrialTime> at, std::span<Vector> vectors);

/// How a planet looks from the Earth's centre.
struct PlanetLook {
    double distance_km;      ///< from the Earth's centre
    double sun_distance_km;  ///< from the Sun's centre, when the light left it
    Degrees elongation;      ///< from the Sun, 0 to 180
    bool evening;            ///< east of the Sun: it sets after it
    Degrees phase_angle;     ///< Sun-planet-Earth, 0 to 180
    double illuminated_fraction;
    Degrees diameter;   ///< of the equator, seen from the Earth's centre
    Degrees ring_tilt;  ///< Saturn: how far the Earth is north of the rings' plane; 0 for others
    double magnitude;   ///< visual (V), the rings included; within 0.2
};

/// Mallama and Hilton, "Computing apparent planetary magnitudes for The Astronomical Almanac",
/// Astronomy and Computing 25 (2018); where their polynomials end, at phases that nobody sees
/// against the Sun's glare, the nearest phase's value is held. Diameters and poles: IAU Working
/// Group on Cartographic Coordinates 2015.
PlanetLook planet_look(Planet planet, TerrestrialTime at);

/// For each moment into the same place of `looks`; what has no partner is left alone.
void planet_look(Planet planet, std::span<const TerrestrialTime> at, std::span<PlanetLook> looks);

}  // namespace asterism::sky
