#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

/// What tells one visitor from another in client events. Rows that hand it out name it as `mark`.
inline constexpr std::string_view event_cookie = "anonymousclientevent";

/// Another visitor from now on.
void hand_event_cookie(Response& response, const RequestFacts& facts);

}  // namespace asterism::http::startupwebapp_dialect
