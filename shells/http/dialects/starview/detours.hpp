#pragma once

#include <span>

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

/// Addresses of the account library that Starview was built on: they only send to the client's own
/// pages. The contract's section 3.2.
std::span<const Detour> detours();

}  // namespace asterism::http::starview_dialect
