#include "shells/http/dialects/startupwebapp/cart_changes.hpp"

#include <charconv>
#include <utility>

#include <boost/json/array.hpp>

#include "libcore/base/text.hpp"
#include "shells/http/dialects/startupwebapp/cart.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

// Their slugs are the words that clients compare.
constexpr Fault sku_required{"sku-id-required", Kind::invalid, "Say which of them."};
constexpr Fault method_required{"shipping-method-identifier-required", Kind::invalid,
                                "Say how it is to be sent."};
constexpr Fault code_required{"discount-code-required", Kind::invalid, "Say which code."};
constexpr Fault not_an_int{"not_an_int", Kind::invalid, "A quantity is a whole number."};
constexpr Fault out_of_range{"out_of_range", Kind::invalid, "A quantity is 0 to 99."};

/// A text that stands for a whole number, however large; else nothing.
Result<std::int64_t> whole_number(std::string_view text) {
    const auto digits = trimmed(text);
    std::int64_t out = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), out);
    if (end != digits.end() || digits.empty() || error == std::errc::invalid_argument)
        return field_error(not_an_int, "quantity");
    if (error != std::errc()) return field_error(out_of_range, "quantity");
    return out;
}

Result<json::object> pieces_in(const json::object& sent) {
    auto sku = said(sent, "sku_id");
    if (!sku || sku->empty()) return sku_required;
    const auto quantity = whole_number(said(sent, "quantity").value_or(""));
    if (!quantity) return quantity.error();
    return json::object{{"sku", *std::move(sku)}, {"quantity", *quantity}};
}

bool concerns(const Error& error, std::string_view field) {
    return !error.fields.empty() && error.fields[0].field == field;
}

/// What is wrong with how many; the client reads it as a list in a list. Nothing is: nothing.
json::object wrong_quantity(const Error& error) {
    const auto slug = error.fault->slug;
    const bool too_much = slug == "quantity_out_of_range" || slug == "money_overflow";
    if (!too_much && !concerns(error, "quantity")) return {};
    const Fault& fault = slug == "not_an_int" ? not_an_int : out_of_range;
    json::object why{{"type", fault.slug}, {"description", fault.text}};
    json::array inner;
    inner.push_back(std::move(why));
    json::array outer;
    outer.push_back(std::move(inner));
    return {{"quantity", std::move(outer)}};
}

/// `field` is ours, `unfit` the word for a text that names nothing.
std::string code_of(const Error& error, std::string_view field, std::string_view unfit) {
    const bool unreadable = error.fault->kind == Kind::invalid && concerns(error, field);
    return unreadable ? std::string(unfit) : order_code(error);
}

/// Where nothing was found to do it to, nothing is named.
bool names_nothing(std::string_view code) {
    return code == "cart-not-found" || code.ends_with("-required");
}

struct Naming {
    std::string_view key;
    std::string_view field;   ///< of the use case
    std::string_view theirs;  ///< the same, as it is sent
    std::string_view unfit;
};

void refuse_naming(const Naming& naming, const Error& error, const RequestFacts& facts,
                   Response& response) {
    if (refused_alike(error, facts, response)) return;
    response.status = 200;
    const auto code = code_of(error, naming.field, naming.unfit);
    json::object more;
    if (!names_nothing(code)) more[naming.theirs] = echo(facts, naming.theirs);
    auto errors = wrong_quantity(error);
    if (errors.empty()) errors["error"] = code;
    order_failure(response, naming.key, std::move(errors), std::move(more));
}

/// What every change of a cart is answered with besides its own.
json::object changed(const json::object& cart) {
    return {{"cart_found", true},
            {"discount_code_data", codes_of(cart)},
            {"cart_totals_data", totals_of(cart)}};
}

const json::object& line_of(const json::object& cart, std::string_view sku) {
    for (const json::value& each : cart.at("lines").get_array())
        if (std::to_string(each.at("sku").to_number<std::int64_t>()) == sku)
            return each.get_object();
    static const json::object none{{"total", "0.00"}};  // it was taken out of the shop meanwhile
    return none;
}

json::object added(const json::object& cart, const RequestFacts& facts) {
    return {{"sku_id", echo(facts, "sku_id")}, {"cart_item_count", item_count(cart)}};
}

}  // namespace

Result<json::object> add_in(json::object&& sent, const RequestFacts&) { return pieces_in(sent); }

void add_out(json::object&& view, const RequestFacts& facts, Response& response) {
    order_success(response, "cart_add_product_sku", added(view["cart"].get_object(), facts));
}

void add_with_totals_out(json::object&& view, const RequestFacts& facts, Response& response) {
    const auto& cart = view["cart"].get_object();
    auto more = added(cart, facts);
    more["cart_totals_data"] = totals_of(cart);
    order_success(response, "cart_add_product_sku", std::move(more));
}

void add_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    response.status = 200;
    auto errors = wrong_quantity(error);
    if (errors.empty()) errors["error"] = code_of(error, "sku", "sku-not-found");
    order_failure(response, "cart_add_product_sku", std::move(errors),
                  {{"sku_id", echo(facts, "sku_id")}});
}

/// A quantity that is no number changes nothing, and is answered as if nothing was there to change.
Result<json::object> quantity_in(json::object&& sent, const RequestFacts&) {
    auto out = pieces_in(sent);
    if (!out && out.error().fault == &not_an_int) return field_error(not_an_int, "sku");
    return out;
}

void quantity_out(json::object&& cart, const RequestFacts& facts, Response& response) {
    auto more = changed(cart);
    const auto sku = said(*facts.sent, "sku_id").value_or("");
    more["sku_id"] = echo(facts, "sku_id");
    more["sku_subtotal"] = line_of(cart, trimmed(sku)).at("total");
    order_success(response, "cart_update_sku_quantity", std::move(more));
}

void quantity_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_naming({"cart_update_sku_quantity", "sku", "sku_id", "cart-sku-not-found"}, error, facts,
                  response);
}

Result<json::object> remove_in(json::object&& sent, const RequestFacts&) {
    auto sku = said(sent, "sku_id");
    if (!sku || sku->empty()) return sku_required;
    return json::object{{"sku", *std::move(sku)}};
}

void remove_out(json::object&& view, const RequestFacts& facts, Response& response) {
    const auto& cart = view["cart"].get_object();
    auto more = changed(cart);
    more["sku_id"] = echo(facts, "sku_id");
    more["cart_item_count"] = item_count(cart);
    more["cart_shipping_methods"] = methods_of(view["methods"]);
    more["shipping_method_selected"] = selected(cart);
    order_success(response, "cart_remove_sku", std::move(more));
}

void remove_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_naming({"cart_remove_sku", "sku", "sku_id", "cart-sku-not-found"}, error, facts,
                  response);
}

Result<json::object> method_in(json::object&& sent, const RequestFacts&) {
    auto method = said(sent, "shipping_method_identifier");
    if (!method || method->empty()) return method_required;
    return json::object{{"method", *std::move(method)}};
}

void method_out(json::object&& cart, const RequestFacts& facts, Response& response) {
    auto more = changed(cart);
    more["shipping_method_identifier"] = echo(facts, "shipping_method_identifier");
    order_success(response, "cart_update_shipping_method", std::move(more));
}

void method_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_naming({"cart_update_shipping_method", "method", "shipping_method_identifier",
                   "error-setting-cart-shipping-method"},
                  error, facts, response);
}

Result<json::object> apply_code_in(json::object&& sent, const RequestFacts&) {
    auto code = said(sent, "discount_code_id");
    if (!code || code->empty()) return code_required;
    return json::object{{"code", *std::move(code)}};
}

void apply_code_out(json::object&& cart, const RequestFacts& facts, Response& response) {
    auto more = changed(cart);
    more["discount_code_id"] = echo(facts, "discount_code_id");
    order_success(response, "cart_apply_discount_code", std::move(more));
}

void apply_code_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_naming(
        {"cart_apply_discount_code", "code", "discount_code_id", "cart-discount-code-not-found"},
        error, facts, response);
}

Result<json::object> remove_code_in(json::object&& sent, const RequestFacts& facts) {
    return apply_code_in(std::move(sent), facts);
}

void remove_code_out(json::object&& cart, const RequestFacts& facts, Response& response) {
    auto more = changed(cart);
    more["discount_code_id"] = echo(facts, "discount_code_id");
    order_success(response, "cart_remove_discount_code", std::move(more));
}

void remove_code_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_naming(
        {"cart_remove_discount_code", "code", "discount_code_id", "cart-discount-code-not-found"},
        error, facts, response);
}

void delete_out(json::object&&, const RequestFacts&, Response& response) {
    order_success(response, "cart_delete_cart", {});
}

}  // namespace asterism::http::startupwebapp_dialect
