#pragma once

#include <string_view>

#include "libcore/base/text.hpp"
#include "libcore/community/types.hpp"

namespace asterism::community {

/// Accounts that are locked, and the site's own, have no public profile.
inline bool is_public(const accounts::Account& account) {
    return account.active && !account.system;
}

/// Plain text of at most so many characters.
inline bool fits(std::string_view text, std::size_t most) {
    return text.size() <= 4 * most && is_plain_utf8(text) && code_points(text) <= most;
}

}  // namespace asterism::community
