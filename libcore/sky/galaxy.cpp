#include "libcore/sky/galaxy.hpp"

#include "libcore/sky/fixed_stars.hpp"

namespace asterism::sky {

Vector apparent_galaxy_core(TerrestrialTime at) {
    return apparent_star(direction(galaxy_core_ascension, galaxy_core_declination), at);
}

}  // namespace asterism::sky
