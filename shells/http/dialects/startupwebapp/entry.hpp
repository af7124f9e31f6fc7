#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

// Coming in and going out.

void token_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> login_in(boost::json::object&& sent, const RequestFacts& facts);
void login_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void login_refuse(const Error& error, const RequestFacts& facts, Response& response);
void logout_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::startupwebapp_dialect
