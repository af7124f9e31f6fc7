#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// Shapes of the settings of an account, below /api/users/me/: the contract's section 3.7.

Result<boost::json::object> name_in(boost::json::object&& sent, const RequestFacts& facts);
void name_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> username_in(boost::json::object&& sent, const RequestFacts& facts);
void username_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> email_in(boost::json::object&& sent, const RequestFacts& facts);
void email_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> password_in(boost::json::object&& sent, const RequestFacts& facts);
void password_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> language_in(boost::json::object&& sent, const RequestFacts& facts);
void language_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
