#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

/// What whoever takes the money is answered when he calls. What he would get no other answer to by
/// telling it again is a 200.
void webhook_told(const CallHeard& heard, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::startupwebapp_dialect
