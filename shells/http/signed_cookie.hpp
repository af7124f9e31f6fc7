#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"
#include "shells/app/signer.hpp"

namespace asterism::http {

/// What a cookie of that name holds: a value of ours, when it was given, and the proof that nobody
/// else wrote it. Letters, digits and colons.
std::string signed_value(const app::Signer& signer, std::string_view cookie, std::string_view value,
                         Instant at);

/// The value, whenever it was given; nothing where the proof is not ours, or of another cookie.
std::optional<std::string_view> proved_value(const app::Signer& signer, std::string_view cookie,
                                             std::string_view text);

}  // namespace asterism::http
