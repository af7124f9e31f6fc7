#pragma once

#include <optional>

#include "libcore/base/actor.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// Where Cloudflare's fields say that the client is, if a trusted proxy passed the request on: only
/// then nobody else can have written them. None without two fit numbers; a text that is not well-
/// formed is left out.
std::optional<ToldPlace> told_place(const Request& request);

}  // namespace asterism::http
