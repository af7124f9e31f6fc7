#pragma once

#include "shells/http/dialects/starview/locations.hpp"
#include "shells/http/dialects/starview/profiles.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's badges; the contract's section 3.8, and of 3.3 what visits bring.

void badges_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void collection_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
/// What is left out is an empty list.
Result<boost::json::object> pins_in(boost::json::object&& sent, const RequestFacts& facts);
void pins_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void visit_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void toggle_visit_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

inline constexpr Extras badges{.in = no_fields_in, .out = badges_out, .refuse = user_refuse};
inline constexpr Extras collection{.in = no_fields_in, .out = collection_out, .kept = true};
inline constexpr Extras pins_badges{.in = pins_in, .out = pins_out, .refuse = general_refuse};
inline constexpr Extras visits{.in = path_alone_in, .out = visit_out, .refuse = place_refuse};
inline constexpr Extras toggles_visit{
    .in = path_alone_in, .out = toggle_visit_out, .refuse = place_refuse};

}  // namespace asterism::http::starview_dialect
