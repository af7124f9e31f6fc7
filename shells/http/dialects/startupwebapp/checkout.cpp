#include "shells/http/dialects/startupwebapp/checkout.hpp"

#include <utility>

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

constexpr Fault terms_required{"agree-to-terms-of-sale-must-be-checked", Kind::invalid,
                               "Orders are taken from those who agree to the terms of sale."};
constexpr Fault session_required{"session-id-required", Kind::invalid, "Say which payment."};

constexpr std::string_view has_account =
    "An account has this e-mail address. <a href=\"/login?next=checkout/confirm\">Log in</a> to go "
    "on, or take another one.";
constexpr std::string_view looked_into =
    "Your payment has come, but we have to look into this order ourselves. We will write to you.";

/// What a page is told of the cart, if the shop takes orders from whoever asks.
void confirmed(json::object& page, std::string_view name,
               json::object (*part)(const json::object& cart), Response& response) {
    if (page["cart"].is_null()) return order_reply(response, {{"checkout_allowed", false}});
    const auto& cart = page["cart"].get_object();
    order_reply(response,
                {{"checkout_allowed", true}, {"cart_found", cart.at("found")}, {name, part(cart)}});
}

/// A refusal whose reason the page shows.
void explain(std::string_view key, std::string_view code, std::string_view text,
             Response& response) {
    order_failure(response, key, {{"error", code}, {"description", text}});
}

/// Something that is not the buyer's doing, and that these pages have words for.
bool broken(const Error& error) { return error.fault->kind == Kind::unavailable; }

}  // namespace

void allowed_out(json::object&& view, const RequestFacts&, Response& response) {
    order_reply(response, {{"checkout_allowed", view["allowed"]}});
}

void confirm_items_out(json::object&& page, const RequestFacts&, Response& response) {
    confirmed(page, "item_data", items_of, response);
}

void confirm_method_out(json::object&& page, const RequestFacts&, Response& response) {
    const auto method = [](const json::object& cart) { return method_of(cart.at("shipping")); };
    confirmed(page, "confirm_shipping_method", method, response);
}

void confirm_totals_out(json::object&& page, const RequestFacts&, Response& response) {
    confirmed(page, "confirm_totals_data", totals_of, response);
}

void confirm_codes_out(json::object&& page, const RequestFacts&, Response& response) {
    confirmed(page, "discount_code_data", codes_of, response);
}

Result<json::object> buyer_in(json::object&& sent, const RequestFacts&) {
    return json::object{{"email", said(sent, "anonymous_email_address").value_or("")}};
}

void buyer_out(json::object&& view, const RequestFacts&, Response& response) {
    constexpr std::string_view key = "anonymous_email_address_payment_lookup";
    if (!view["allowed"].get_bool()) return order_reply(response, {{"checkout_allowed", false}});
    if (view["has_account"].get_bool())
        return order_failure(
            response, key,
            {{"error", "email-address-is-associated-with-member"}, {"description", has_account}},
            {{"checkout_allowed", true}});
    order_success(response, key,
                  {{"checkout_allowed", true},
                   {"stripe_publishable_key", view["publishable_key"]},
                   {"customer_data", nullptr}});
}

void buyer_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    response.status = 200;
    order_failure(response, "anonymous_email_address_payment_lookup",
                  {{"error", "anonymous-email-address-required"},
                   {"description", "Please type in your e-mail address."}},
                  {{"checkout_allowed", true}});
}

void other_address_out(json::object&& view, const RequestFacts&, Response& response) {
    if (!view["allowed"].get_bool()) return order_reply(response, {{"checkout_allowed", false}});
    order_success(response, "change_confirmation_email_address", {{"checkout_allowed", true}});
}

/// The newer clients of the original say whether the terms were agreed to; the older ones did not.
Result<json::object> counter_in(json::object&& sent, const RequestFacts&) {
    constexpr std::string_view terms = "agree_to_terms_of_sale";
    if (sent.contains(terms) && !is_true(sent, terms)) return terms_required;
    json::object out;
    if (auto email = said(sent, "anonymous_email_address"); email && !email->empty())
        out["email"] = *std::move(email);
    return out;
}

void counter_out(json::object&& view, const RequestFacts&, Response& response) {
    order_success(response, "create_checkout_session",
                  {{"session_id", view["session"]}, {"checkout_url", view["url"]}});
}

void counter_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    constexpr std::string_view key = "create_checkout_session";
    const auto slug = error.fault->slug;
    if (slug == "checkout_not_allowed" || slug == "no_cart" || slug == "empty_cart" ||
        slug == terms_required.slug)
        return refuse_order(key, error, facts, response);
    if (!broken(error) && refused_alike(error, facts, response)) return;
    const bool payments = slug == "payments_refused" || slug == "payments_away";
    response.status = 200;
    explain(key, payments ? "stripe-error" : "unexpected-error", error.fault->text, response);
}

Result<json::object> paid_in(json::object&&, const RequestFacts& facts) {
    const auto session = facts.asked("session_id");
    if (session.empty()) return session_required;
    return json::object{{"session", session}};
}

void paid_out(json::object&& view, const RequestFacts&, Response& response) {
    constexpr std::string_view key = "checkout_session_success";
    if (view["order"].is_string())
        return order_success(response, key, {{"order_identifier", view["order"]}});
    // Money came that a person has to look at, now or when it was told before.
    const bool contested = view["incident"].is_string() || view["stage"] == "contested";
    if (contested) return explain(key, "unexpected-error", looked_into, response);
    order_failure(response, key, {{"error", "payment-not-completed"}});
}

void paid_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    constexpr std::string_view key = "checkout_session_success";
    if (!broken(error) && refused_alike(error, facts, response)) return;
    const auto slug = error.fault->slug;
    response.status = 200;
    if (slug == session_required.slug) return order_failure(response, key, {{"error", slug}});
    if (slug == "not_paid_yet")
        return order_failure(response, key, {{"error", "payment-not-completed"}});
    if (slug == "unknown_checkout" || error.fault->kind == Kind::invalid)
        return order_failure(response, key, {{"error", "invalid-session"}});
    explain(key, "unexpected-error", error.fault->text, response);
}

}  // namespace asterism::http::startupwebapp_dialect
