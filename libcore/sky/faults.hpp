#pragma once

#include "libcore/base/result.hpp"

namespace asterism::sky {

inline constexpr Fault date_out_of_range{"sky_date_out_of_range", Kind::invalid,
                                         "That is no date of the years 1900 to 2100."};
inline constexpr Fault range_reversed{"sky_range_reversed", Kind::invalid,
                                      "The end comes before the start."};
inline constexpr Fault range_too_long{"sky_range_too_long", Kind::invalid,
                                      "The range has too many days."};

}  // namespace asterism::sky
