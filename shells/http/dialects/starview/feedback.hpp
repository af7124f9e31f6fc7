#pragma once

#include "shells/http/dialects/starview/reviews.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's votes and reports, and of what readers think of summaries; the contract's
// sections 3.3 to 3.5.

Result<boost::json::object> vote_in(boost::json::object&& sent, const RequestFacts& facts);
void vote_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void vote_refuse(const Error& error, const RequestFacts& facts, Response& response);
Result<boost::json::object> report_in(boost::json::object&& sent, const RequestFacts& facts);
void report_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void report_refuse(const Error& error, const RequestFacts& facts, Response& response);
Result<boost::json::object> helpful_in(boost::json::object&& sent, const RequestFacts& facts);
void helpful_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
/// One sentence and nothing else.
void helpful_refuse(const Error& error, const RequestFacts& facts, Response& response);

inline constexpr Extras votes{.in = vote_in, .out = vote_out, .refuse = vote_refuse};
inline constexpr Extras reports{
    .status = 201, .in = report_in, .out = report_out, .refuse = report_refuse};
inline constexpr Extras helps{.in = helpful_in, .out = helpful_out, .refuse = helpful_refuse};

}  // namespace asterism::http::starview_dialect
