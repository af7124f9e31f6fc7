#pragma once

#include <span>

#include "libcore/sky/observer.hpp"
#include "libcore/sky/refraction.hpp"

namespace asterism::sky {

/// Where something stands over the horizon.
struct Horizontal {
    Degrees azimuth;   ///< from north by east, 0 up to 360; 0 at the zenith
    Degrees altitude;  ///< above the level, -90 to 90
};

Horizontal horizontal(LocalVector sight);

/// The same with the air's lift.
Horizontal refracted(Horizontal airless, const Air& air = {});

/// How the observer sees what appears in that direction from the Earth's centre: the vector as
/// `ephemeris.hpp` has it, kilometres on the celestial intermediate axes. Parallax and diurnal
/// aberration are applied.
LocalVector local_sight(const Observer& observer, Moment at, Vector apparent_km);

/// Likewise a bare direction, of something too far for parallax. Any length but 0.
LocalVector local_direction(const Observer& observer, Moment at, Vector direction);

/// The Moon, to 0.1" while `grade_of` is fine; the light's shorter or longer way to the observer
/// than to the Earth's centre (0.02") is in it.
LocalVector local_moon(const Observer& observer, Moment at);

/// The Sun, to 0.05".
LocalVector local_sun(const Observer& observer, Moment at);

/// Airless.
Horizontal moon_horizontal(const Observer& observer, Moment at);
Horizontal sun_horizontal(const Observer& observer, Moment at);

/// For each moment into the same place of `answers`; what has no partner in the other span is left
/// alone.
void moon_horizontal(const Observer& observer, std::span<const Moment> moments,
                     std::span<Horizontal> answers);
void sun_horizontal(const Observer& observer, std::span<const Moment> moments,
                    std::span<Horizontal> answers);

}  // namespace asterism::sky
