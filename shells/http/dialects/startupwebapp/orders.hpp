#pragma once

#include "shells/http/dialects/startupwebapp/order_words.hpp"

namespace asterism::http::startupwebapp_dialect {

/// {"1": {...}, "2": ...}, the newest first: of an account's own orders.
boost::json::object orders_of(const boost::json::value& cards);

void order_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void order_detail_refuse(const Error& error, const RequestFacts& facts, Response& response);

void my_orders_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

inline constexpr Extras order_detail{
    .in = nothing_in, .out = order_out, .refuse = order_detail_refuse};
inline constexpr Extras my_orders{
    .in = nothing_in, .out = my_orders_out, .refuse = order_refuse<"my_orders">};

}  // namespace asterism::http::startupwebapp_dialect
