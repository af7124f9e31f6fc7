#pragma once

#include <string_view>

#include "shells/app/app.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// Addresses that supervisors ask by whatever name they have for this machine.
bool is_health(std::string_view path);

/// /readyz and Starview's /health/. Says what is wrong in one word each, never why: no versions, no
/// hosts, no error texts.
bool answer_health(std::string_view path, app::App& app, bool draining, Response& response);

}  // namespace asterism::http
