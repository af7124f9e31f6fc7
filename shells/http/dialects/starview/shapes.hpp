#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// What the shapes of several addresses have in common.

/// The text of a field, trimmed; empty where it is missing or no text.
std::string text(const boost::json::object& from, std::string_view name);

bool empty(const boost::json::object& from, std::string_view name);

/// "...Z" as the original spells it.
std::string with_offset(const boost::json::value& instant);

void redirect(Response& response, std::string to);

/// 204: there is nothing to say.
void nothing_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

/// The envelope of refusals with a list for each field, as the original's serializers have it.
void listed_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
