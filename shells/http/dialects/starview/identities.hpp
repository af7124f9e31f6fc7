#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// Signing in with a provider; the contract's sections 3.2, 3.7 and 4.14. What the browser shows
// while on its way is always a page of the client's: these answers are redirects, never JSON.

Result<boost::json::object> depart_in(boost::json::object&& sent, const RequestFacts& facts);
void depart_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void return_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void flow_refuse(const Error& error, const RequestFacts& facts, Response& response);
void socials_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void part_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
