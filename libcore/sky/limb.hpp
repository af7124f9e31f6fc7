#pragma once

#include "libcore/sky/horizontal.hpp"

namespace asterism::sky {

/// Radii at the limb: the IAU's mean one of the Moon (Working Group on Cartographic Coordinates
/// 2015) and its nominal one of the Sun (Resolution B3 of 2015).
inline constexpr double moon_radius_km = 1737.4;
inline constexpr double sun_radius_km = 695700;

/// Where on the Moon's edge the middle of the lit limb is: the direction to the Sun at the Moon,
/// counted from celestial north by east, 0 up to 360 degrees. Both vectors are on the same
/// celestial axes, from the Earth's centre or from the observer. 0 where Sun and Moon coincide.
Degrees bright_limb_angle(Vector moon, Vector sun);

/// From the Earth's centre, at that moment.
Degrees bright_limb_angle(TerrestrialTime at);

/// Where on a body's edge the zenith is: from celestial north by east, over -180 to 180; positive
/// west of the meridian. At a pole it is 0 or 180, whatever the longitude.
Degrees parallactic_angle(const Observer& observer, LocalVector sight);

/// How far a picture of the Moon with its lit limb on top has to be turned, clockwise as screens
/// count, to look as the observer sees it: over -180 to 180; the parallactic angle less that of
/// the bright limb, both from where the observer stands.
Degrees moon_rotation(LocalVector moon, LocalVector sun);
Degrees moon_rotation(const Observer& observer, Moment at);

/// The width of the disc as the observer sees it.
Degrees moon_diameter(const Observer& observer, Moment at);
Degrees sun_diameter(const Observer& observer, Moment at);

}  // namespace asterism::sky
