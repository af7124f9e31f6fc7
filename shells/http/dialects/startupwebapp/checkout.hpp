#pragma once

#include "shells/http/dialects/startupwebapp/cart.hpp"

namespace asterism::http::startupwebapp_dialect {

// From the page where somebody decides to pay to the one he comes back to.

void allowed_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void confirm_items_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void confirm_method_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void confirm_totals_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void confirm_codes_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

Result<boost::json::object> buyer_in(boost::json::object&& sent, const RequestFacts& facts);
void buyer_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void buyer_refuse(const Error& error, const RequestFacts& facts, Response& response);

/// Nothing is kept of an address before somebody pays, so there is nothing to forget either.
void other_address_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

Result<boost::json::object> counter_in(boost::json::object&& sent, const RequestFacts& facts);
void counter_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void counter_refuse(const Error& error, const RequestFacts& facts, Response& response);

Result<boost::json::object> paid_in(boost::json::object&& sent, const RequestFacts& facts);
void paid_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void paid_refuse(const Error& error, const RequestFacts& facts, Response& response);

inline constexpr Extras checkout_allowed{
    .in = nothing_in, .out = allowed_out, .refuse = order_refuse<"checkout_allowed">};
inline constexpr Extras confirm_items{
    .in = nothing_in, .out = confirm_items_out, .refuse = order_refuse<"confirm_items">};
inline constexpr Extras confirm_method{
    .in = nothing_in, .out = confirm_method_out, .refuse = order_refuse<"confirm_shipping_method">};
inline constexpr Extras confirm_totals{
    .in = nothing_in, .out = confirm_totals_out, .refuse = order_refuse<"confirm_totals">};
inline constexpr Extras confirm_codes{
    .in = nothing_in, .out = confirm_codes_out, .refuse = order_refuse<"confirm_discount_codes">};
inline constexpr Extras looks_up_buyer{.in = buyer_in, .out = buyer_out, .refuse = buyer_refuse};
inline constexpr Extras other_address{.in = nothing_in,
                                      .out = other_address_out,
                                      .refuse = order_refuse<"change_confirmation_email_address">};
inline constexpr Extras opens_counter{
    .in = counter_in, .out = counter_out, .refuse = counter_refuse, .tells_failures = true};
inline constexpr Extras comes_back{
    .in = paid_in, .out = paid_out, .refuse = paid_refuse, .tells_failures = true};

}  // namespace asterism::http::startupwebapp_dialect
