#pragma once

#include <string>
#include <string_view>

#include "libcore/base/actor.hpp"
#include "libcore/base/text.hpp"
#include "shells/store/columns.hpp"

namespace asterism::store {

/// Whose something is: nobody's is NULL.
inline std::optional<AccountId> kept_owner(AccountId account) {
    return account ? std::optional(account) : std::nullopt;
}

/// Where no text is NULL, so that it is like no other.
inline std::optional<std::string_view> kept_or_null(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// A name that strangers say, to look for: what no row can be called is called nothing.
inline std::string_view asked_name(std::string_view text) {
    return is_plain_utf8(text) ? text : std::string_view();
}

}  // namespace asterism::store
