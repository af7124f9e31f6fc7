#pragma once

#include "libcore/sky/planets.hpp"

namespace asterism::sky {

/// From the Sun's centre on ICRS axes, in kilometres, without light time: JPL's DE405 to 0.25" as
/// the Earth sees it. Only while `grade_of` is fine; outside those years the nearest moment's.
Vector tabled_planet(Planet planet, TerrestrialTime at);

}  // namespace asterism::sky
