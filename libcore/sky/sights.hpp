#pragma once

#include "libcore/sky/crossings.hpp"
#include "libcore/sky/horizontal.hpp"
#include "libcore/sky/sight_types.hpp"

namespace asterism::sky {

/// Where the body stands now, as the caller knows it, and when it next comes and goes. What lies
/// beyond the ephemeris is told as not known.
LocalSight sight_of(const Observer& observer, Path path, const Limit& horizon, Horizontal airless,
                    Instant at);

}  // namespace asterism::sky
