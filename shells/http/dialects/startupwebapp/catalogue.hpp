#pragma once

#include "shells/http/dialects/startupwebapp/order_words.hpp"

namespace asterism::http::startupwebapp_dialect {

void products_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

void product_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void product_refuse(const Error& error, const RequestFacts& facts, Response& response);

inline constexpr Extras products{.in = nothing_in,
                                 .out = products_out,
                                 .refuse = order_refuse<"products">,
                                 .in_the_clear = true};
inline constexpr Extras product{.in = nothing_in, .out = product_out, .refuse = product_refuse};

}  // namespace asterism::http::startupwebapp_dialect
