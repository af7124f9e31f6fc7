#pragma once

#include "libcore/base/result.hpp"

namespace asterism::community {

inline constexpr Fault unknown_profile{"unknown_profile", Kind::missing,
                                       "There is no such profile."};
inline constexpr Fault bio_too_long{"bio_too_long", Kind::invalid,
                                    "A bio is plain text of up to 500 characters."};
inline constexpr Fault bad_location{"bad_location", Kind::invalid,
                                    "A location has up to 100 characters on one line."};
inline constexpr Fault staff_only{"staff_only", Kind::forbidden, "Only the staff may do this."};

}  // namespace asterism::community
