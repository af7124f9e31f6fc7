#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// The shape of /api/bortle/; the contract's section 5.2. A new installation has no map and answers
// from the model; 503 is for a map that the operator named and that cannot be read.

Result<boost::json::object> bortle_in(boost::json::object&& sent, const RequestFacts& facts);
void bortle_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void bortle_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
