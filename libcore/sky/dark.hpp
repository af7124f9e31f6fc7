#pragma once

#include "libcore/sky/night.hpp"

namespace asterism::sky {

/// The part of a night in which neither Sun nor Moon lights the sky.
struct DarkWindow {
    /// When the Sun is 18 degrees down; empty in a white night.
    ShortList<Interval, 3> astronomical_night;
    /// When the Moon's upper limb is up, from noon to noon; rises and sets are the ends that are
    /// not the noons themselves.
    ShortList<Interval, 4> moon_up;
    WindowState moon = WindowState::not_searched;
    /// The first without the second, in order; empty: no dark.
    ShortList<Interval, 6> dark;
    Seconds total{0};  ///< of the dark intervals
};

DarkWindow dark_window(const Observer& observer, const Night& night);

}  // namespace asterism::sky
