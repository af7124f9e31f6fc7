#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// The shape of /api/moon-phases/; the contract's section 5.1.

Result<boost::json::object> moon_in(boost::json::object&& sent, const RequestFacts& facts);
void moon_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void moon_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
