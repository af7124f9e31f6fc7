#pragma once

#include <compare>
#include <vector>

#include "libcore/base/time.hpp"
#include "libcore/sky/angles.hpp"
#include "libcore/sky/types.hpp"

namespace asterism::sky {

/// Sun, Moon and Earth as seen from the Earth's centre.
struct MoonGeometry {
    double illuminated_fraction;
    Degrees phase_angle;  ///< Sun-Moon-Earth
    Degrees elongation;   ///< Sun-Earth-Moon
    bool waxing;          ///< the Moon's longitude is less than half a turn ahead of the Sun's
};

MoonGeometry moon_geometry(Instant at);

/// Numbers the quarters of all lunations in order; zero is the new moon of 2000-01-06.
struct QuarterIndex {
    int value = 0;

    friend auto operator<=>(const QuarterIndex&, const QuarterIndex&) = default;
};

Quarter quarter_of(QuarterIndex index);

/// When that quarter is. A pure function of the index, so that every search finds the same instant.
Instant instant_of(QuarterIndex index);

/// The first quarter of any kind strictly after the moment.
QuarterIndex next_quarter(Instant after);

/// The last quarter of any kind at the moment or before it.
QuarterIndex previous_quarter(Instant at);

/// The first of each kind strictly after the moment.
NextQuarters next_quarters(Instant after);

/// The new moon at the moment or before it.
Instant previous_new_moon(Instant at);

/// All quarters of [from, until), in order.
std::vector<QuarterEvent> quarters_between(Instant from, Instant until);

}  // namespace asterism::sky
