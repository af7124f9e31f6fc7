#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's account addresses; the contract's section 3.1 and 4.4.

Result<boost::json::object> register_in(boost::json::object&& sent, const RequestFacts& facts);
void register_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> login_in(boost::json::object&& sent, const RequestFacts& facts);
void login_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void logout_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> resend_in(boost::json::object&& sent, const RequestFacts& facts);
void resend_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> reset_in(boost::json::object&& sent, const RequestFacts& facts);
void reset_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> reset_confirm_in(boost::json::object&& sent, const RequestFacts& facts);
void reset_confirm_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void confirm_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void confirm_refuse(const Error& error, const RequestFacts& facts, Response& response);
/// To the home page, whatever came of it.
void home_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void home_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
