#include "shells/http/dialects/startupwebapp/order_words.hpp"

#include <array>
#include <utility>

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

struct Renamed {
    std::string_view slug;
    std::string_view code;
};

constexpr std::array codes{
    Renamed{"no_cart", "cart-not-found"},
    Renamed{"empty_cart", "cart-is-empty"},
    Renamed{"unknown_sku", "sku-not-found"},
    Renamed{"unknown_line", "cart-sku-not-found"},
    Renamed{"unknown_shipping_method", "error-setting-cart-shipping-method"},
    Renamed{"unknown_code", "cart-discount-code-not-found"},
    Renamed{"code_not_active", "cart-discount-code-not-active"},
    Renamed{"code_used_up", "cart-discount-code-not-active"},
    Renamed{"code_already_applied", "cart-discount-code-already-applied"},
    Renamed{"unknown_product", "product-identifier-not-found"},
    Renamed{"unknown_order", "order-not-found"},
    Renamed{"sign_in_for_order", "log-in-required-to-view-order"},
    Renamed{"order_of_another", "order-not-in-account"},
};

}  // namespace

void order_reply(Response& response, json::object&& body) {
    body["order-api-version"] = "0.0.1";
    reply(response, std::move(body));
}

void order_success(Response& response, std::string_view key, json::object&& more) {
    json::object body{{key, "success"}};
    for (auto& [name, value] : more) body[name] = std::move(value);
    order_reply(response, std::move(body));
}

void order_failure(Response& response, std::string_view key, json::object&& errors,
                   json::object&& more) {
    json::object body{{key, "error"}, {"errors", std::move(errors)}};
    for (auto& [name, value] : more) body[name] = std::move(value);
    order_reply(response, std::move(body));
}

std::string order_code(const Error& error) {
    const auto slug = error.fault->slug;
    const auto renamed = std::ranges::find(codes, slug, &Renamed::slug);
    if (renamed != codes.end()) return std::string(renamed->code);
    std::string out(slug);
    std::ranges::replace(out, '_', '-');
    return out;
}

void refuse_order(std::string_view key, const Error& error, const RequestFacts& facts,
                  Response& response, json::object&& more) {
    if (refused_alike(error, facts, response)) return;
    response.status = 200;
    order_failure(response, key, {{"error", order_code(error)}}, std::move(more));
}

std::optional<std::string> said(const json::object& sent, std::string_view name) {
    const auto* value = sent.if_contains(name);
    if (!value) return std::nullopt;
    if (value->is_string()) return std::string(value->get_string());
    if (value->is_int64()) return std::to_string(value->get_int64());
    if (value->is_uint64()) return std::to_string(value->get_uint64());
    return std::nullopt;
}

json::value echo(const RequestFacts& facts, std::string_view name) {
    const auto* value = facts.sent ? facts.sent->if_contains(name) : nullptr;
    return value ? *value : json::value(nullptr);
}

json::value milliseconds(const json::value& instant) {
    if (!instant.is_string()) return nullptr;
    return json::value(json::string(to_the_millisecond(instant.get_string())));
}

json::value or_null(const json::value& text) {
    return text.is_string() && text.get_string().empty() ? json::value(nullptr) : text;
}

InventoryWords inventory_of(std::string_view availability) {
    if (availability == "back_ordered")
        return {"back-ordered", "Back Ordered", "We are making more of these."};
    if (availability == "out_of_stock")
        return {"out-of-stock", "Out of Stock", "These are sold out."};
    return {"in-stock", "In Stock", "These are ready to be sent."};
}

}  // namespace asterism::http::startupwebapp_dialect
