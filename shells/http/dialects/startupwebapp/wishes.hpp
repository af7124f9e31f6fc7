#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

// Terms of use, what mail is wanted, and what visitors leave behind.

void terms_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void terms_refuse(const Error& error, const RequestFacts& facts, Response& response);
Result<boost::json::object> agree_in(boost::json::object&& sent, const RequestFacts& facts);
void agree_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void agree_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> preferences_in(boost::json::object&& sent, const RequestFacts& facts);
void preferences_refuse(const Error& error, const RequestFacts& facts, Response& response);

/// The token of a link, wherever it stands.
Result<boost::json::object> link_in(boost::json::object&& sent, const RequestFacts& facts);
/// The same in the address alone, and in a form alone.
Result<boost::json::object> shown_link_in(boost::json::object&& sent, const RequestFacts& facts);
Result<boost::json::object> sent_link_in(boost::json::object&& sent, const RequestFacts& facts);
/// RFC 8058: the body says that it is meant.
Result<boost::json::object> one_click_in(boost::json::object&& sent, const RequestFacts& facts);
void link_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> reasons_in(boost::json::object&& sent, const RequestFacts& facts);
void link_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> message_in(boost::json::object&& sent, const RequestFacts& facts);
void message_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void message_refuse(const Error& error, const RequestFacts& facts, Response& response);
Result<boost::json::object> interest_in(boost::json::object&& sent, const RequestFacts& facts);
void interest_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::startupwebapp_dialect
