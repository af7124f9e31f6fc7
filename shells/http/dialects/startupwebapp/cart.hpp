#pragma once

#include "shells/http/dialects/startupwebapp/order_words.hpp"

namespace asterism::http::startupwebapp_dialect {

// The cart as it is read. Parts of it, for other answers too.

/// A line of a cart or of an order, whose goods may be had no longer.
boost::json::object line_of(const boost::json::object& line);
boost::json::object items_of(const boost::json::object& cart);
/// Those of a cart or of an order.
boost::json::object codes_of(const boost::json::object& from);
boost::json::object totals_of(const boost::json::object& cart);
/// A way of shipping; an empty object for none.
boost::json::object method_of(const boost::json::value& method);
boost::json::object methods_of(const boost::json::value& methods);
/// The identifier of the way that the cart goes, or null.
boost::json::value selected(const boost::json::object& cart);
/// So many different things.
std::int64_t item_count(const boost::json::object& cart);

void cart_items_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void cart_methods_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void cart_totals_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void cart_codes_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void cart_contents_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

inline constexpr Extras cart_items{
    .in = nothing_in, .out = cart_items_out, .refuse = order_refuse<"cart_items">};
inline constexpr Extras cart_methods{
    .in = nothing_in, .out = cart_methods_out, .refuse = order_refuse<"cart_shipping_methods">};
inline constexpr Extras cart_totals{
    .in = nothing_in, .out = cart_totals_out, .refuse = order_refuse<"cart_totals">};
inline constexpr Extras cart_codes{
    .in = nothing_in, .out = cart_codes_out, .refuse = order_refuse<"cart_discount_codes">};
inline constexpr Extras cart_contents{
    .in = nothing_in, .out = cart_contents_out, .refuse = order_refuse<"cart_contents">};

}  // namespace asterism::http::startupwebapp_dialect
