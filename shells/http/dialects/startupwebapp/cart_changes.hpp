#pragma once

#include "shells/http/dialects/startupwebapp/order_words.hpp"

namespace asterism::http::startupwebapp_dialect {

// What is done to the cart.

Result<boost::json::object> add_in(boost::json::object&& sent, const RequestFacts& facts);
void add_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void add_refuse(const Error& error, const RequestFacts& facts, Response& response);
/// By the name of the overview, whose answer holds the totals too.
void add_with_totals_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

Result<boost::json::object> quantity_in(boost::json::object&& sent, const RequestFacts& facts);
void quantity_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void quantity_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> remove_in(boost::json::object&& sent, const RequestFacts& facts);
void remove_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void remove_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> method_in(boost::json::object&& sent, const RequestFacts& facts);
void method_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void method_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> apply_code_in(boost::json::object&& sent, const RequestFacts& facts);
void apply_code_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void apply_code_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> remove_code_in(boost::json::object&& sent, const RequestFacts& facts);
void remove_code_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void remove_code_refuse(const Error& error, const RequestFacts& facts, Response& response);

void delete_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

inline constexpr Extras adds_sku{.in = add_in, .out = add_out, .refuse = add_refuse};
inline constexpr Extras adds_item{.in = add_in, .out = add_with_totals_out, .refuse = add_refuse};
inline constexpr Extras sets_quantity{
    .in = quantity_in, .out = quantity_out, .refuse = quantity_refuse};
inline constexpr Extras removes_sku{.in = remove_in, .out = remove_out, .refuse = remove_refuse};
inline constexpr Extras chooses_method{.in = method_in, .out = method_out, .refuse = method_refuse};
inline constexpr Extras applies_code{
    .in = apply_code_in, .out = apply_code_out, .refuse = apply_code_refuse};
inline constexpr Extras removes_code{
    .in = remove_code_in, .out = remove_code_out, .refuse = remove_code_refuse};
inline constexpr Extras deletes_cart{.in = nothing_in,
                                     .out = delete_out,
                                     .refuse = order_refuse<"cart_delete_cart">,
                                     .own_verb_only = true};

}  // namespace asterism::http::startupwebapp_dialect
