#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http {

/// StartupWebApp's addresses and words over our use cases, for its own web client.
const Dialect& startupwebapp();

}  // namespace asterism::http
