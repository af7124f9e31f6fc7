#pragma once

#include "libcore/accounts/policy.hpp"
#include "shells/app/app.hpp"
#include "shells/worker/handler.hpp"

namespace asterism::worker {

/// Asks services for what they know of places that were added or moved. One that they cannot tell
/// anything of stays as it is.
Handler place_handler(app::App& app, const accounts::Policy& policy);

}  // namespace asterism::worker
