#pragma once

#include "libcore/base/result.hpp"

namespace asterism::mail {

inline constexpr Fault unknown_variable{"unknown_variable", Kind::invalid,
                                        "The template names a variable that is not given."};
inline constexpr Fault unclosed_variable{"unclosed_variable", Kind::invalid,
                                         "The template opens a variable and does not close it."};
inline constexpr Fault bad_outbox_limit{"bad_outbox_limit", Kind::invalid,
                                        "The limit is a number from 1 to 200."};

}  // namespace asterism::mail
