#pragma once

#include <string>
#include <string_view>

#include "shells/http/message.hpp"

namespace asterism::http {

/// The request's own X-Request-Id if it is 1 to 64 letters, digits, dots, hyphens or underscores;
/// else a new one: the start of this process and a count. It names, and is no secret.
std::string request_id(const Request& request);

}  // namespace asterism::http
