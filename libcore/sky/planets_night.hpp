#pragma once

#include "libcore/sky/night.hpp"
#include "libcore/sky/planets.hpp"
#include "libcore/sky/transits.hpp"

namespace asterism::sky {

/// Rise and set of a planet as the almanacs count it: the middle of the disc on a horizon that
/// refraction lifts by 34'.
inline constexpr Limit planet_horizon{{-34.0 / 60}, 0, true};

/// Rises and sets of a planet, or its crossings of another limit; see `crossings`. As exact as
/// `apparent_planet`: to 0.1 s while `grade_of` is fine, otherwise to 12 s; at the equator, and
/// less so where it rises flat.
Crossings planet_crossings(const Observer& observer, Planet planet, const Window& window,
                           const Limit& limit = planet_horizon);

/// When it crosses the meridian; see `transits`.
Transits planet_transits(const Observer& observer, Planet planet, const Window& window);

/// A planet over one night.
struct PlanetNight {
    WindowState state = WindowState::not_searched;  ///< over the horizon, from noon to noon
    ShortList<Interval, 3> up;                      ///< above the horizon, from noon to noon
    /// Of these, when the Sun is more than 6 degrees down: a bright planet is seen then.
    ShortList<Interval, 4> in_twilight;
    /// Of these, when it is more than 18 degrees down.
    ShortList<Interval, 4> in_dark;
};

PlanetNight planet_night(const Observer& observer, Planet planet, const Night& night);

}  // namespace asterism::sky
