#pragma once

#include <optional>

#include "libcore/sky/night.hpp"
#include "libcore/sky/showers.hpp"

namespace asterism::sky {

/// A meteor shower over one night.
struct ShowerNight {
    /// Whether its radiant crosses the horizon from noon to noon, or stays above it or below it.
    WindowState state = WindowState::not_searched;
    /// When the radiant is up and the Sun is more than 18 degrees down, Moon or not.
    ShortList<Interval, 4> in_night;
    /// When of these most meteors are seen, to ten minutes; where no rate is promised, when the
    /// radiant is highest.
    std::optional<Instant> best;
    Degrees radiant_altitude;  ///< then, without air; 0 if there is no such moment
    /// Then, for one observer; absent where `zenithal_rate` is, and where there is no such moment.
    std::optional<double> hourly_rate;
};

/// For an observer who sees stars to that magnitude. Outside the shower's season the rate is 0.
ShowerNight shower_night(const Observer& observer, const Shower& shower, const Night& night,
                         double limiting_magnitude);

}  // namespace asterism::sky
