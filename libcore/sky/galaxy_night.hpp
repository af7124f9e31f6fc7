#pragma once

#include <optional>

#include "libcore/sky/dark.hpp"

namespace asterism::sky {

/// The Milky Way's core over one night.
struct GalaxyNight {
    /// Whether it crosses `galaxy_core_floor` from noon to noon, or stays above it or below it.
    WindowState state = WindowState::not_searched;
    /// When it is above the floor, from noon to noon; rise and set above the floor are the ends
    /// that are not the noons themselves.
    ShortList<Interval, 3> up;
    ShortList<Interval, 4> in_night;  ///< of these, what is in astronomical night, Moon or not
    ShortList<Interval, 8> in_dark;   ///< of these, what is without the Moon
    std::optional<Instant> highest;   ///< the moment of `in_night` when it is highest
    Degrees highest_altitude;         ///< then, without air; 0 if there is no such moment
};

/// The floor is taken without refraction, which is 5' there, and without the horizon's dip.
GalaxyNight galaxy_night(const Observer& observer, const Night& night, const DarkWindow& dark);

}  // namespace asterism::sky
