#pragma once

#include <algorithm>
#include <cstddef>

#include "libcore/sky/intervals.hpp"
#include "libcore/sky/night.hpp"

namespace asterism::sky {

/// When a body is above a limit, from what it crosses in the whole of that time. Empty if nothing
/// was searched.
template <std::size_t Capacity>
ShortList<Interval, Capacity> intervals_above(const Crossings& found, const Interval& whole) {
    ShortList<Interval, Capacity> intervals;
    bool is_above = found.state == WindowState::above_all_window ||
                    (!found.events.empty() && found.events.front().way == Way::setting);
    Instant from = whole.from;
    for (const Crossing& event : found.events) {
        const Instant at = std::clamp(civil(event.at.tt), from, whole.until);
        if (is_above && from < at) intervals.add({from, at});
        from = at;
        is_above = event.way == Way::rising;
    }
    if (is_above && from < whole.until) intervals.add({from, whole.until});
    return intervals;
}

/// When the Sun is below a limit: from dusk to dawn.
inline ShortList<Interval, 1> sun_down(const SunBelow& sun, const Interval& noons) {
    ShortList<Interval, 1> whole;
    const bool is_dark =
        sun.state == WindowState::events || sun.state == WindowState::below_all_window;
    if (is_dark) whole.add({sun.dusk.value_or(noons.from), sun.dawn.value_or(noons.until)});
    return whole;
}

/// A list as others take it.
template <std::size_t Capacity>
std::span<const Interval> listed(const ShortList<Interval, Capacity>& list) {
    return {list.begin(), list.size()};
}

}  // namespace asterism::sky
