#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

// What pages ask about their visitor.

void logged_in_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void content_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void content_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::startupwebapp_dialect
