#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// The shapes of the contract's section 5.3.
Result<boost::json::object> weather_in(boost::json::object&& sent, const RequestFacts& facts);
void weather_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
