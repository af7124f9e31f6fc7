#include "shells/http/dialects/startupwebapp/cart.hpp"

#include <array>
#include <utility>

#include <boost/json/array.hpp>

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

struct DiscountType {
    std::string_view kind;
    std::string_view title;
    std::string_view description;
    std::string_view applies_to;
    std::string_view action;
};

constexpr std::array types{
    DiscountType{"percent_off", "Percent off", "{}% off the items", "item_total", "percent-off"},
    DiscountType{"amount_off", "Amount off", "${} off the items", "item_total", "dollar-amt-off"},
    DiscountType{"free_months", "Free months", "{} months of the digital subscription for free",
                 "subscription", "free-digital-months"},
    DiscountType{"free_shipping", "Free shipping", "Free shipping by USPS Retail Ground",
                 "shipping", "free-usps-ground-shipping"},
};

json::object item_of(const json::object& line) {
    auto out = line_of(line);
    out["sku_inventory__identifier"] =
        inventory_of(line.at("availability").get_string()).identifier;
    return out;
}

/// What words about a kind of discount say.
void add_discount_type(std::string_view kind, json::object& code) {
    for (const DiscountType& type : types) {
        if (type.kind != kind) continue;
        code["discounttype__title"] = type.title;
        code["discounttype__description"] = type.description;
        code["discounttype__applies_to"] = type.applies_to;
        code["discounttype__action"] = type.action;
    }
}

json::object code_of(const json::value& code) {
    json::object out{{"discount_code_id", code.at("id")},
                     {"code", code.at("code")},
                     {"description", code.at("description")},
                     {"start_date_time", milliseconds(code.at("starts"))},
                     {"end_date_time", milliseconds(code.at("ends"))},
                     {"combinable", code.at("combinable")},
                     {"discount_amount", code.at("amount")},
                     {"order_minimum", code.at("order_minimum")}};
    add_discount_type(code.at("kind").get_string(), out);
    out["discount_applied"] = code.at("counts");
    return out;
}

}  // namespace

json::object line_of(const json::object& line) {
    const auto& availability = line.at("availability");
    json::value inventory;
    if (availability.is_string()) inventory = inventory_of(availability.get_string()).title;
    return {{"sku_id", line.at("sku")},
            {"sku_type__title", "product"},
            {"sku_inventory__title", std::move(inventory)},
            {"color", or_null(line.at("color"))},
            {"size", or_null(line.at("size"))},
            {"description", or_null(line.at("description"))},
            {"price", line.at("price")},
            {"quantity", line.at("quantity")},
            {"parent_product__title", line.at("title")},
            {"parent_product__title_url", line.at("title_url")},
            {"parent_product__identifier", line.at("product")},
            {"sku_image_url", line.at("picture")}};
}

json::object items_of(const json::object& cart) {
    if (!cart.at("found").get_bool()) return {};
    return {{"product_sku_data", counted(cart.at("lines"), item_of)}};
}

json::object codes_of(const json::object& from) {
    json::object out;
    for (const json::value& each : from.at("codes").get_array())
        out[std::to_string(each.at("id").to_number<std::int64_t>())] = code_of(each);
    return out;
}

json::object totals_of(const json::object& cart) {
    const auto& totals = cart.at("totals");
    return {{"item_subtotal", totals.at("items")},
            {"item_discount", totals.at("item_discount")},
            {"shipping_subtotal", totals.at("shipping")},
            {"shipping_discount", totals.at("shipping_discount")},
            {"cart_total", totals.at("total")}};
}

json::object method_of(const json::value& method) {
    if (method.is_null()) return {};
    return {{"identifier", method.at("identifier")},
            {"carrier", method.at("carrier")},
            {"shipping_cost", method.at("cost")},
            {"tracking_code_base_url", method.at("tracking_base")}};
}

json::object methods_of(const json::value& methods) {
    return counted(methods, [](const json::object& each) { return method_of(each); });
}

json::value selected(const json::object& cart) {
    const auto& shipping = cart.at("shipping");
    return shipping.is_null() ? shipping : shipping.at("identifier");
}

std::int64_t item_count(const json::object& cart) {
    return static_cast<std::int64_t>(cart.at("lines").get_array().size());
}

void cart_items_out(json::object&& cart, const RequestFacts&, Response& response) {
    order_reply(response, {{"cart_found", cart["found"]}, {"item_data", items_of(cart)}});
}

void cart_methods_out(json::object&& offer, const RequestFacts&, Response& response) {
    const auto& cart = offer["cart"].get_object();
    order_reply(response, {{"cart_found", cart.at("found")},
                           {"cart_shipping_methods", methods_of(offer["methods"])},
                           {"shipping_method_selected", selected(cart)}});
}

void cart_totals_out(json::object&& cart, const RequestFacts&, Response& response) {
    order_reply(response, {{"cart_found", cart["found"]}, {"cart_totals_data", totals_of(cart)}});
}

void cart_codes_out(json::object&& cart, const RequestFacts&, Response& response) {
    order_reply(response, {{"cart_found", cart["found"]}, {"discount_code_data", codes_of(cart)}});
}

void cart_contents_out(json::object&& cart, const RequestFacts&, Response& response) {
    order_reply(response, {{"cart_found", cart["found"]},
                           {"item_data", items_of(cart)},
                           {"cart_totals_data", totals_of(cart)},
                           {"discount_code_data", codes_of(cart)},
                           {"cart_item_count", item_count(cart)},
                           {"shipping_method_selected", selected(cart)}});
}

}  // namespace asterism::http::startupwebapp_dialect
