#include "shells/http/dialects/startupwebapp/orders.hpp"

#include <utility>

#include <boost/json/array.hpp>

#include "shells/http/dialects/startupwebapp/cart.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

/// Prices have the tax in them.
constexpr std::string_view no_tax = "0.00";

json::object method_of(const json::object& order) {
    return {{"identifier", order.at("shipping_method")},
            {"carrier", order.at("carrier")},
            {"shipping_cost", order.at("totals").at("shipping")},
            {"tracking_code_base_url", order.at("tracking_base")}};
}

json::object totals_of(const json::value& totals) {
    return {{"item_subtotal", totals.at("items")},
            {"item_discount", totals.at("item_discount")},
            {"shipping_subtotal", totals.at("shipping")},
            {"shipping_discount", totals.at("shipping_discount")},
            {"order_total", totals.at("total")}};
}

/// The newest first.
json::object statuses_of(const json::value& history) {
    json::object out;
    const auto& all = history.get_array();
    for (auto each = all.rbegin(); each != all.rend(); ++each)
        out[std::to_string(out.size())] =
            json::object{{"identifier", each->at("status")},
                         {"title", each->at("title")},
                         {"description", each->at("description")},
                         {"created_date_time", milliseconds(each->at("at"))}};
    return out;
}

json::object address_of(const json::value& address) {
    if (address.is_null()) return {};
    return {{"name", address.at("name")},
            {"address_line1", address.at("line1")},
            {"city", address.at("city")},
            {"state", address.at("state")},
            {"zip", address.at("zip")},
            {"country", address.at("country")},
            {"country_code", address.at("country_code")}};
}

/// Whoever takes the money keeps the card to himself.
json::object payment_of(const json::object& order) {
    return {{"email", order.at("email")},
            {"payment_type", order.at("payment_kind")},
            {"card_name", or_null(order.at("card_name"))},
            {"card_brand", nullptr},
            {"card_last4", nullptr},
            {"card_exp_month", nullptr},
            {"card_exp_year", nullptr},
            {"card_zip", nullptr}};
}

}  // namespace

json::object orders_of(const json::value& cards) {
    json::object out;
    for (const json::value& each : cards.get_array())
        out[std::to_string(out.size() + 1)] =
            json::object{{"order_id", each.at("id")},
                         {"identifier", each.at("identifier")},
                         {"order_date_time", milliseconds(each.at("ordered_at"))},
                         {"sales_tax_amt", no_tax},
                         {"order_total", each.at("total")}};
    return out;
}

void order_out(json::object&& order, const RequestFacts&, Response& response) {
    json::object data{
        {"order_attributes", json::object{{"identifier", order["identifier"]},
                                          {"order_date_time", milliseconds(order["ordered_at"])},
                                          {"sales_tax_amt", no_tax}}},
        {"order_items", json::object{{"product_sku_data", counted(order["lines"], line_of)}}},
        {"order_shipping_method", method_of(order)},
        {"order_discount_codes", codes_of(order)},
        {"order_totals", totals_of(order["totals"])},
        {"order_statuses", statuses_of(order["history"])},
        {"order_shipping_address", address_of(order["shipping_address"])},
        {"order_billing_address", address_of(order["billing_address"])},
        {"order_payment_info", payment_of(order)}};
    order_success(response, "order_detail", {{"order_data", std::move(data)}});
}

void order_detail_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_order("order_detail", error, facts, response,
                 {{"order_identifier", facts.path.substr(facts.path.rfind('/') + 1)}});
}

void my_orders_out(json::object&& view, const RequestFacts&, Response& response) {
    order_success(response, "my_orders", {{"orders_data", orders_of(view["items"])}});
}

}  // namespace asterism::http::startupwebapp_dialect
