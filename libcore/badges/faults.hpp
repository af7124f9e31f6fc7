#pragma once

#include "libcore/base/result.hpp"

namespace asterism::badges {

inline constexpr Fault too_many_pins{"too_many_pins", Kind::invalid,
                                     "At most three badges are shown first."};
inline constexpr Fault pinned_twice{"pinned_twice", Kind::invalid, "A badge is shown first once."};
inline constexpr Fault badge_not_earned{"badge_not_earned", Kind::invalid,
                                        "Only badges that you have can be shown first."};

}  // namespace asterism::badges
