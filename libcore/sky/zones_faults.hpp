#pragma once

#include "libcore/base/result.hpp"

namespace asterism::sky {

inline constexpr Fault unknown_zone{"unknown_time_zone", Kind::invalid,
                                    "There is no time zone of that name."};
inline constexpr Fault zones_unavailable{"time_zones_unavailable", Kind::unavailable,
                                         "Local times cannot be told just now."};

}  // namespace asterism::sky
