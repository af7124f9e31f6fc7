#pragma once

#include "shells/app/app.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// What the development outbox shows is what `asterism mail outbox` shows.
void answer_outbox(app::App& app, const accounts::Policy& policy, const Request& request,
                   Response& response);

}  // namespace asterism::http
