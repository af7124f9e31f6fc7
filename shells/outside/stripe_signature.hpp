#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"

namespace asterism::outside {

/// How far the clocks of who signed a call and who hears it may differ, either way.
inline constexpr std::chrono::seconds signature_tolerance{300};

/// Whether one of the secrets signed that very body: `t=SECONDS,v1=HEX[,v1=HEX…]`, each v1 an
/// HMAC-SHA-256 of `t.body`. Other schemes are passed over; a second `t` is refused, and so is a
/// moment too far from now. Several secrets are good while one is being replaced.
bool is_signed_by(std::span<const std::string> secrets, std::string_view header,
                  std::string_view body, Instant now);

/// The header that makes it so.
std::string signed_header(std::string_view secret, std::string_view body, Instant now);

}  // namespace asterism::outside
