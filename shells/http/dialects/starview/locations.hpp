#pragma once

#include "shells/http/dialects/starview/place_shapes.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's locations; the contract's section 3.3.

/// Filters that are not understood are passed over.
Result<boost::json::object> places_in(boost::json::object&& sent, const RequestFacts& facts);
/// The same, and a window.
Result<boost::json::object> map_in(boost::json::object&& sent, const RequestFacts& facts);
Result<boost::json::object> nearby_in(boost::json::object&& sent, const RequestFacts& facts);
void nearby_refuse(const Error& error, const RequestFacts& facts, Response& response);

/// A place and what is said of it.
boost::json::object detailed_place(const boost::json::object& view, const RequestFacts& facts);

void places_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void map_each(std::string& out, std::string_view element);
void nearby_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void place_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void detail_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void panel_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

/// What may be said of a place; everything else is passed over.
Result<boost::json::object> place_in(boost::json::object&& sent, const RequestFacts& facts);
/// The same, and nothing that a place must have is missing.
Result<boost::json::object> whole_place_in(boost::json::object&& sent, const RequestFacts& facts);
/// Of an address that is all there is to say.
Result<boost::json::object> path_alone_in(boost::json::object&& sent, const RequestFacts& facts);

void like_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void unvisit_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

inline constexpr Extras places{.in = places_in, .out = places_out, .kept = true};
inline constexpr Extras map{.in = map_in, .kept = true, .each = map_each, .heart = "is_favorited"};
inline constexpr Extras nearby{
    .in = nearby_in, .out = nearby_out, .refuse = nearby_refuse, .kept = true};
inline constexpr Extras place{
    .in = path_alone_in, .out = detail_out, .refuse = place_refuse, .kept = true};
inline constexpr Extras panel{
    .in = path_alone_in, .out = panel_out, .refuse = place_refuse, .kept = true};
inline constexpr Extras adds_place{
    .status = 201, .in = whole_place_in, .out = place_out, .refuse = place_refuse};
inline constexpr Extras puts_place{.in = whole_place_in, .out = detail_out, .refuse = place_refuse};
inline constexpr Extras patches_place{.in = place_in, .out = detail_out, .refuse = place_refuse};
inline constexpr Extras removes_place{
    .in = path_alone_in, .out = nothing_out, .refuse = place_refuse};
inline constexpr Extras likes{.in = path_alone_in, .out = like_out, .refuse = place_refuse};
inline constexpr Extras unvisits{.in = path_alone_in, .out = unvisit_out, .refuse = place_refuse};

}  // namespace asterism::http::starview_dialect
