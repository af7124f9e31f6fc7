#pragma once

#include <cstddef>

#include "libcore/sky/place.hpp"

namespace asterism::sky {

/// Which of the zones in zones.bin, in the order of their names, counted from 1; 0 at sea and at
/// the poles. For zone_at() and country_at(); others ask those.
std::size_t zone_number_at(Place place);

}  // namespace asterism::sky
