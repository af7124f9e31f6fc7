#pragma once

#include "libcore/base/result.hpp"

namespace asterism::audit {

inline constexpr Fault staff_only{"staff_only", Kind::forbidden,
                                  "Only those who run the site may see this."};
inline constexpr Fault operators_only{"operators_only", Kind::forbidden,
                                      "Only an administrator may do this."};
inline constexpr Fault bad_limit{"bad_limit", Kind::invalid,
                                 "The limit is a number from 1 to 200."};
inline constexpr Fault bad_days{"bad_days", Kind::invalid,
                                "The days are a number from 0 to 36500."};
inline constexpr Fault other_audit_key{
    "other_audit_key", Kind::conflict,
    "The audit log is sealed under another key: put the audit.key of the first process here."};
inline constexpr Fault audit_head_forged{
    "audit_head_forged", Kind::conflict,
    "The end of the audit log was changed from outside. Nothing was sealed after it."};
inline constexpr Fault archived_meanwhile{"archived_meanwhile", Kind::conflict,
                                          "Somebody else has archived these records just now."};

inline constexpr Fault audit_not_sound{
    "audit_not_sound", Kind::conflict,
    "The audit log was changed from outside, so nothing is archived: see `asterism audit verify`."};

}  // namespace asterism::audit
