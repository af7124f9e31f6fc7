#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

// What members do with their accounts.

Result<boost::json::object> join_in(boost::json::object&& sent, const RequestFacts& facts);
void join_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void join_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> details_in(boost::json::object&& sent, const RequestFacts& facts);
void details_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> password_in(boost::json::object&& sent, const RequestFacts& facts);
void password_refuse(const Error& error, const RequestFacts& facts, Response& response);

void mailed_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void mailed_refuse(const Error& error, const RequestFacts& facts, Response& response);
Result<boost::json::object> proof_in(boost::json::object&& sent, const RequestFacts& facts);
void proof_refuse(const Error& error, const RequestFacts& facts, Response& response);

void success_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

Result<boost::json::object> forgotten_name_in(boost::json::object&& sent,
                                              const RequestFacts& facts);
Result<boost::json::object> forgotten_password_in(boost::json::object&& sent,
                                                  const RequestFacts& facts);
/// The answer tells nothing, whatever was sent.
void silent_refuse(const Error& error, const RequestFacts& facts, Response& response);
Result<boost::json::object> new_password_in(boost::json::object&& sent, const RequestFacts& facts);
void new_password_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::startupwebapp_dialect
