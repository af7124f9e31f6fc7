#pragma once

#include "shells/http/dialects/starview/reviews.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's comments; the contract's section 3.5.

void comments_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> comment_in(boost::json::object&& sent, const RequestFacts& facts);
/// The same, and it says something.
Result<boost::json::object> whole_comment_in(boost::json::object&& sent, const RequestFacts& facts);
void comment_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void comment_refuse(const Error& error, const RequestFacts& facts, Response& response);

inline constexpr Extras comments{.in = page_in, .out = comments_out, .refuse = comment_refuse};
inline constexpr Extras adds_comment{
    .status = 201, .in = whole_comment_in, .out = comment_out, .refuse = comment_refuse};
inline constexpr Extras comment{.in = path_alone_in, .out = comment_out, .refuse = comment_refuse};
inline constexpr Extras puts_comment{
    .in = whole_comment_in, .out = comment_out, .refuse = comment_refuse};
inline constexpr Extras patches_comment{
    .in = comment_in, .out = comment_out, .refuse = comment_refuse};
inline constexpr Extras removes_comment{
    .in = path_alone_in, .out = nothing_out, .refuse = comment_refuse};

}  // namespace asterism::http::starview_dialect
