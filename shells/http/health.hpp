#pragma once

#include <string_view>

#include "shells/app/app.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// /readyz and Starview's /health/. Says what is wrong in one word each, never why: no versions, no
/// hosts, no error texts.
bool answer_health(std::string_view path, app::App& app, bool draining, Response& response);

}  // namespace asterism::http
