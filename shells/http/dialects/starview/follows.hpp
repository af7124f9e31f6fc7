#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http::starview_dialect {

// Shapes of who follows whom: the contract's section 3.7.

void follow_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void unfollow_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void is_following_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> follow_page_in(boost::json::object&& sent, const RequestFacts& facts);
/// A page of profiles.
void profiles_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

}  // namespace asterism::http::starview_dialect
