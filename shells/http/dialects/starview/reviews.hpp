#pragma once

#include <span>
#include <utility>

#include "shells/http/dialects/starview/locations.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's reviews; the contract's section 3.4.

/// Our field's name and theirs.
using Renamed = std::pair<std::string_view, std::string_view>;

/// Puts their fields into an input of ours; what has no name here is passed over.
boost::json::object taken(boost::json::object& sent, std::span<const Renamed> fields);
/// A refusal in their words, with a list for each field. What an address names and is no number is
/// not there.
void refuse_as(const Error& error, std::span<const Renamed> fields, const RequestFacts& facts,
               Response& response);

boost::json::object review_shape(const boost::json::object& review, const RequestFacts& facts);
/// Who wrote it, as the address of a picture.
std::string picture_of(const boost::json::object& writer);

Result<boost::json::object> page_in(boost::json::object&& sent, const RequestFacts& facts);
void reviews_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> review_in(boost::json::object&& sent, const RequestFacts& facts);
/// The same, and it says how many stars.
Result<boost::json::object> whole_review_in(boost::json::object&& sent, const RequestFacts& facts);
void review_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void review_refuse(const Error& error, const RequestFacts& facts, Response& response);

inline constexpr Extras reviews{.in = page_in, .out = reviews_out, .refuse = review_refuse};
inline constexpr Extras adds_review{
    .status = 201, .in = whole_review_in, .out = review_out, .refuse = review_refuse};
inline constexpr Extras review{.in = path_alone_in, .out = review_out, .refuse = review_refuse};
inline constexpr Extras puts_review{
    .in = whole_review_in, .out = review_out, .refuse = review_refuse};
inline constexpr Extras patches_review{.in = review_in, .out = review_out, .refuse = review_refuse};
inline constexpr Extras removes_review{
    .in = path_alone_in, .out = nothing_out, .refuse = review_refuse};

}  // namespace asterism::http::starview_dialect
