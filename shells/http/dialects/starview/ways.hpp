#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// The shapes of the contract's sections 5.5 and 5.6.
void geolocate_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

Result<boost::json::object> directions_in(boost::json::object&& sent, const RequestFacts& facts);
void directions_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void directions_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
