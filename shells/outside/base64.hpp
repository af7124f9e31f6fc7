#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace asterism::outside {

/// RFC 4648 section 4, with `=` at the end.
std::string to_base64(std::string_view bytes);

/// The same without `=`, as the PHC string format wants it.
std::string to_bare_base64(std::string_view bytes);

/// Reads the bare form. None for a foreign character, an impossible length or stray low bits.
std::optional<std::string> from_bare_base64(std::string_view text);

/// RFC 4648 section 5 without `=`, as JOSE wants it.
std::string to_base64url(std::string_view bytes);

/// Reads that form, and only that: every text but one for the same bytes is none.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace asterism::outside
