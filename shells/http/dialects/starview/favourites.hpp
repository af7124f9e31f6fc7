#pragma once

#include "shells/http/dialects/starview/locations.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's favourites; the contract's section 3.6.

Result<boost::json::object> favourites_in(boost::json::object&& sent, const RequestFacts& facts);
void favourites_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
Result<boost::json::object> favourite_in(boost::json::object&& sent, const RequestFacts& facts);
/// The same, and it says of which place.
Result<boost::json::object> whole_favourite_in(boost::json::object&& sent,
                                               const RequestFacts& facts);
void favourite_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
/// A place that is not there is a wrong field here.
void favourite_refuse(const Error& error, const RequestFacts& facts, Response& response);

inline constexpr Extras favourites{.in = favourites_in, .out = favourites_out};
inline constexpr Extras favourite{
    .in = path_alone_in, .out = favourite_out, .refuse = favourite_refuse};
inline constexpr Extras adds_favourite{
    .status = 201, .in = whole_favourite_in, .out = favourite_out, .refuse = favourite_refuse};
inline constexpr Extras puts_favourite{
    .in = whole_favourite_in, .out = favourite_out, .refuse = favourite_refuse};
inline constexpr Extras patches_favourite{
    .in = favourite_in, .out = favourite_out, .refuse = favourite_refuse};
inline constexpr Extras removes_favourite{
    .in = path_alone_in, .out = nothing_out, .refuse = favourite_refuse};

}  // namespace asterism::http::starview_dialect
