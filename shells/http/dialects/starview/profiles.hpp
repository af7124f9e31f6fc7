#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's profile addresses; the contract's sections 3.1 (status), 3.7 and 3.8.

/// Of an address that has no fields but those in its path: whatever the query says.
Result<boost::json::object> no_fields_in(boost::json::object&& sent, const RequestFacts& facts);

/// Where a picture is, or the one that stands for none.
std::string picture_url(const boost::json::value& picture);

void status_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void me_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
/// The public profile, as the client knows it.
boost::json::object public_user(boost::json::object&& profile);
void profile_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

Result<boost::json::object> bio_in(boost::json::object&& sent, const RequestFacts& facts);
void bio_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> location_in(boost::json::object&& sent, const RequestFacts& facts);
void location_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> units_in(boost::json::object&& sent, const RequestFacts& facts);
void units_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

Result<boost::json::object> picture_in(boost::json::object&& sent, const RequestFacts& facts);
void picture_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void no_picture_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

/// A name or a number that cannot be anybody's leads to nobody: 404.
void user_refuse(const Error& error, const RequestFacts& facts, Response& response);
/// Their refusals are of the whole request: the client shows `detail`.
void general_refuse(const Error& error, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
