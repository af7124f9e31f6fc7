#include <doctest/doctest.h>

#include "tests/http/startupwebapp_shop.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using Keys = std::set<std::string>;
using enum Verb;

constexpr const char* lookup = "/order/anonymous-email-address-payment-lookup";

TEST_CASE_FIXTURE(OrderSite, "startupwebapp checkout: the page where somebody decides to pay") {
    CHECK(see("/order/checkout-allowed").at("checkout_allowed").as_bool());
    CHECK_FALSE(see("/order/confirm-items").at("cart_found").as_bool());
    add(clip, "2");
    const auto method = see("/order/confirm-shipping-method");
    CHECK(keys_of(method) ==
          Keys{"checkout_allowed", "cart_found", "confirm_shipping_method", "order-api-version"});
    CHECK(method.at("confirm_shipping_method").as_object().empty());  // none is chosen by looking
    see("/order/cart-shipping-methods");
    CHECK(text_of(see("/order/confirm-shipping-method"), "/confirm_shipping_method/carrier") ==
          "USPS Retail Ground");
    const auto items = see("/order/confirm-items");
    CHECK(keys_of(items) ==
          Keys{"checkout_allowed", "cart_found", "item_data", "order-api-version"});
    CHECK(items.at_pointer("/item_data/product_sku_data/0/quantity") == 2);
    const auto totals = see("/order/confirm-totals");
    CHECK(text_of(totals, "/confirm_totals_data/cart_total") == "16.56");
    CHECK(see("/order/confirm-discount-codes").at("discount_code_data").as_object().empty());
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp checkout: asks whose address it is") {
    account("selenium");
    const auto fresh = send(lookup, "anonymous_email_address=eve%40example.org");
    CHECK(keys_of(fresh) == Keys{"checkout_allowed", "anonymous_email_address_payment_lookup",
                                 "stripe_publishable_key", "customer_data", "order-api-version"});
    CHECK(text_of(fresh, "/anonymous_email_address_payment_lookup") == "success");
    CHECK(fresh.at("customer_data").is_null());
    const auto known = send(lookup, "anonymous_email_address=selenium%40example.org");
    CHECK(text_of(known, "/errors/error") == "email-address-is-associated-with-member");
    CHECK(text_of(known, "/errors/description").find("/login?next=checkout/confirm") !=
          std::string::npos);
    CHECK(known.at("checkout_allowed").as_bool());
    for (const char* none : {"", "anonymous_email_address=", "anonymous_email_address=%3Cb%3E"}) {
        const auto refused = send(lookup, none);
        CHECK(text_of(refused, "/errors/error") == "anonymous-email-address-required");
        CHECK(text_of(refused, "/errors/description").find('<') == std::string::npos);
    }
    CHECK(text_of(see("/order/change-confirmation-email-address"),
                  "/change_confirmation_email_address") == "success");
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp checkout: sends to the counter for exactly the cart") {
    add(clip, "3");
    const auto said = send("/order/create-checkout-session",
                           "agree_to_terms_of_sale=true&newsletter=false&save_defaults=false&"
                           "anonymous_email_address=eve%40example.org");
    CHECK(keys_of(said) ==
          Keys{"create_checkout_session", "session_id", "checkout_url", "order-api-version"});
    CHECK(text_of(said, "/create_checkout_session") == "success");
    CHECK(payments.requests.at(0).email == "eve@example.org");
    CHECK(money(text_of(said, "/session_id")).amount == 2'006);  // by the usual way
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp checkout: notes what a guest's browser wants to read") {
    add(clip, "3");
    const auto said =
        body_of(form("/order/create-checkout-session", "anonymous_email_address=eve%40example.org",
                     {{"Accept-Language", "nl, pt;q=0.8, en;q=0.5"}}));
    const auto session = text_of(said, "/session_id");
    pay(session);
    CHECK(text_of(come_back(session), "/checkout_session_success") == "success");
    CHECK(store.tables.shop.orders.at(0).record.contact.language == Language::pt_br);
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp checkout: takes orders from those who agree") {
    add(clip, "3");
    const auto said =
        send("/order/create-checkout-session", "agree_to_terms_of_sale=false&newsletter=false");
    CHECK(text_of(said, "/errors/error") == "agree-to-terms-of-sale-must-be-checked");
    CHECK(payments.requests.empty());
    CHECK(text_of(send("/order/create-checkout-session", ""), "/create_checkout_session") ==
          "success");  // older pages do not say
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp checkout: what is not in stock goes to no counter") {
    add(right, "1");
    const auto said = send("/order/create-checkout-session", "");
    CHECK(text_of(said, "/errors/error") == "unexpected-error");
    CHECK(text_of(said, "/errors/description") != "none");
    CHECK(payments.requests.empty());
}

TEST_CASE_FIXTURE(OrderSite,
                  "startupwebapp checkout: the buyer comes back to his order, each time") {
    add(clip, "3");
    const auto session = counter();
    pay(session);
    const auto back = come_back(session);
    CHECK(keys_of(back) ==
          Keys{"checkout_session_success", "order_identifier", "order-api-version"});
    CHECK(text_of(back, "/checkout_session_success") == "success");
    CHECK(text_of(back, "/order_identifier").starts_with("ORD-"));
    CHECK(boost::json::serialize(come_back(session)) == boost::json::serialize(back));
    CHECK_FALSE(see("/order/cart-items").at("cart_found").as_bool());
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp checkout: nobody comes back from another's counter") {
    add(clip, "3");
    const auto session = counter();
    pay(session);
    jar.clear();
    open_page();
    add(band, "1");
    CHECK(text_of(come_back(session), "/errors/error") == "invalid-session");
    account("selenium");
    enter("selenium");
    CHECK(text_of(come_back(session), "/errors/error") == "invalid-session");
}

}  // namespace
}  // namespace asterism::http
