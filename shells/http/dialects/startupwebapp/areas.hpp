#pragma once

#include <span>

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

// The tables of the surface, one for each area.

std::span<const Route> user_routes();          ///< /user/
std::span<const Route> order_routes();         ///< /order/
std::span<const Route> client_event_routes();  ///< /clientevent/

}  // namespace asterism::http::startupwebapp_dialect
