#pragma once

#include <cstdint>

#include "libcore/sky/crossings.hpp"

namespace asterism::sky {

/// Which half of the meridian: the upper one goes from pole to pole through the zenith.
enum class Meridian : std::uint8_t { upper, lower };

struct Transit {
    Moment at;
    Meridian meridian;
};

struct Transits {
    bool searched = false;          ///< false: the window is as for WindowState::not_searched
    ShortList<Transit, 96> events;  ///< in order of time, upper and lower by turns
};

/// When the body's middle, as seen from the Earth's centre, crosses the observer's meridian, in a
/// window that holds its start but not its end. At a pole: the meridian of the longitude given.
Transits transits(const Observer& observer, Path path, const Window& window);

}  // namespace asterism::sky
