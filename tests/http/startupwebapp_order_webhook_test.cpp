// What whoever takes the money is answered at the address that the original has for it.

#include <doctest/doctest.h>

#include "tests/http/startupwebapp_shop.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

struct Calling : OrderSite {
    Response call(app::CallVerdict verdict, Verb verb = post) {
        calls.call.verdict = verdict;
        return ask(verb, "/order/stripe-webhook", verb == post ? "{}" : "",
                   {{"Stripe-Signature", "t=1,v1=00"}});
    }

    Response hear(shop::Signal signal, const shop::Payment& payment, const std::string& name) {
        calls.call.news = {name, signal, payment};
        return call(app::CallVerdict::news);
    }

    std::string error_of(const Response& response) { return text_of(body_of(response), "/error"); }

    std::string going() {
        add(clip, "3");
        return counter();
    }
};

TEST_CASE_FIXTURE(Calling, "startupwebapp webhook: believes nobody else, and nothing else") {
    const auto session = going();
    calls.call.news = {"evt_1", shop::Signal::completed, money(session)};
    using enum app::CallVerdict;
    CHECK(call(news, get).status == 405);
    CHECK(error_of(call(news, get)) == "method-not-allowed");
    CHECK(call(not_signed).status == 400);
    CHECK(error_of(call(not_signed)) == "invalid-signature");
    CHECK(call(unreadable).status == 400);
    CHECK(error_of(call(unreadable)) == "invalid-payload");
    CHECK(call(not_configured).status == 500);
    CHECK(error_of(call(not_configured)) == "webhook-not-configured");
    CHECK(store.tables.shop.orders.empty());
}

TEST_CASE_FIXTURE(Calling,
                  "startupwebapp webhook: makes the order, needs no token, and names it again") {
    const auto session = going();
    sends_csrf = false;
    const auto first = hear(shop::Signal::completed, money(session), "evt_1");
    CHECK(first.status == 200);
    CHECK(body_of(first).at("received").as_bool());
    CHECK(text_of(body_of(first), "/order_identifier").starts_with("ORD-"));
    CHECK(hear(shop::Signal::completed, money(session), "evt_1").body == first.body);
    CHECK(store.tables.shop.orders.size() == 1);
}

TEST_CASE_FIXTURE(Calling,
                  "startupwebapp webhook: what would not get better by telling it again is heard") {
    const auto session = going();
    auto less = money(session);
    less.amount -= 1;
    const auto told = hear(shop::Signal::completed, less, "evt_1");
    CHECK(told.status == 200);
    CHECK(boost::json::serialize(body_of(told)) == R"({"received":true})");
    CHECK(store.tables.shop.orders.empty());
    CHECK(store.tables.shop.incidents.size() == 1);
}

TEST_CASE_FIXTURE(Calling,
                  "startupwebapp webhook: sessions that ran out, and events of other kinds") {
    const auto session = going();
    auto over = money(session);
    over.state = shop::PaymentState::unpaid;
    const auto expired = hear(shop::Signal::expired, over, "evt_1");
    CHECK(expired.status == 200);
    CHECK(boost::json::serialize(body_of(expired)) == R"({"received":true})");
    calls.call.news.reset();
    const auto other = call(app::CallVerdict::passed_over);
    CHECK(other.status == 200);
    CHECK(boost::json::serialize(body_of(other)) == R"({"received":true})");
    CHECK(see("/order/cart-items").at("cart_found").as_bool());
}

TEST_CASE_FIXTURE(Calling, "startupwebapp webhook: a database that is away is told again later") {
    const auto session = going();
    store.down = true;
    const auto away = hear(shop::Signal::completed, money(session), "evt_1");
    CHECK(away.status == 500);
    CHECK(error_of(away) == "processing-error");
    store.down = false;
    CHECK(hear(shop::Signal::completed, money(session), "evt_1").status == 200);
    CHECK(store.tables.shop.orders.size() == 1);
}

}  // namespace
}  // namespace asterism::http
