#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "libcore/sky/time_scales.hpp"

namespace asterism::sky {

/// Where an orbit comes nearest and where it goes farthest: perigee and apogee of the Moon,
/// perihelion and aphelion of the Earth.
enum class Apsis : std::uint8_t { nearest, farthest };

constexpr auto names(Apsis) {
    using Name = std::pair<Apsis, std::string_view>;
    return std::array{Name{Apsis::nearest, "nearest"}, Name{Apsis::farthest, "farthest"}};
}

struct ApsisEvent {
    TerrestrialTime at;
    Apsis apsis;
    double distance_km;  ///< between the centres
};

/// The first strictly after the moment, and the last at it or before it; nothing if there is none
/// of which the ephemeris knows. The same apsis is the same to the bit, whatever moment it was
/// looked for from. To 5 s for the Moon in the fine years, to two minutes (four in the coarse
/// years) for the Earth, whose distance hardly changes there.
std::optional<ApsisEvent> next_moon_apsis(TerrestrialTime after);
std::optional<ApsisEvent> previous_moon_apsis(TerrestrialTime at);
std::optional<ApsisEvent> next_earth_apsis(TerrestrialTime after);
std::optional<ApsisEvent> previous_earth_apsis(TerrestrialTime at);

/// The same of one kind.
std::optional<ApsisEvent> next_moon_apsis(TerrestrialTime after, Apsis kind);
std::optional<ApsisEvent> previous_moon_apsis(TerrestrialTime at, Apsis kind);

}  // namespace asterism::sky
