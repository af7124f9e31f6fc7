#include "shells/outside/stripe_event.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "shells/outside/stripe_signature.hpp"
#include "tests/fakes/instant.hpp"

namespace asterism::outside {
namespace {

using app::CallVerdict;
using shop::PaymentState;
using shop::Signal;

constexpr Instant now = tests::instant("2026-11-27T12:00:00Z");
constexpr std::string_view secret = "whsec_of_the_tests";

/// As Stripe's documentation shows one, with what we do not look at left out in part.
constexpr std::string_view session = R"({
"id":"cs_live_a1","object":"checkout.session","amount_subtotal":2000,"amount_total":1850,
"client_reference_id":"ref-1","created":1795780000,"currency":"usd",
"collected_information":{"shipping_details":{"name":"Grace Hopper","address":{"city":"Arlington",
"country":"US","line1":"1 Navy Way","line2":null,"postal_code":"22202","state":"VA"}}},
"customer_details":{"address":{"city":"New York","country":"US","line1":"2 Fifth Ave",
"line2":"Flat 3","postal_code":"10011","state":"NY"},"email":"grace@example.com",
"name":"Grace M. Hopper","phone":"+1"},"customer_email":null,"livemode":true,
"metadata":{"cart_id":"7","reference":"other"},"mode":"payment","payment_intent":"pi_1",
"payment_status":"paid","status":"complete",
"total_details":{"amount_discount":150,"amount_shipping":0,"amount_tax":0}})";

std::string event(std::string_view type, std::string_view object) {
    return fmt::format(R"({{"id":"evt_1","object":"event","type":"{}","data":{{"object":{}}}}})",
                       type, object);
}

app::ReadCall read(std::string_view body) {
    return StripeCalls({std::string(secret)}).read(body, signed_header(secret, body, now), now);
}

shop::Payment payment_of(std::string_view object) {
    const auto call = read(event("checkout.session.completed", object));
    return call.news ? call.news->payment : shop::Payment{};
}

TEST_CASE("stripe events: everything of a payment is told by its session") {
    const auto call = read(event("checkout.session.completed", session));
    REQUIRE(call.verdict == CallVerdict::news);
    CHECK(call.news->call == "evt_1");
    CHECK(call.news->signal == Signal::completed);
    shop::Payment paid;
    paid.reference = "ref-1";
    paid.session = "cs_live_a1";
    paid.intent = "pi_1";
    paid.state = PaymentState::paid;
    paid.purpose = "payment";
    paid.amount = 1'850;
    paid.promotion = 150;
    paid.currency = "usd";
    paid.live = true;
    paid.email = "grace@example.com";
    paid.name = "Grace M. Hopper";
    paid.billing = {"Grace M. Hopper", "2 Fifth Ave", "Flat 3", "New York", "NY",
                    "10011",           "US",          "US"};
    paid.shipping = {"Grace Hopper", "1 Navy Way", "", "Arlington", "VA", "22202", "US", "US"};
    CHECK(call.news->payment == paid);
}

TEST_CASE("stripe events: four kinds are followed, all others are passed over") {
    const auto signal = [](std::string_view type) {
        const auto call = read(event(type, session));
        return call.news ? std::optional(call.news->signal) : std::nullopt;
    };
    CHECK(signal("checkout.session.completed") == Signal::completed);
    CHECK(signal("checkout.session.async_payment_succeeded") == Signal::async_succeeded);
    CHECK(signal("checkout.session.async_payment_failed") == Signal::async_failed);
    CHECK(signal("checkout.session.expired") == Signal::expired);
    for (const std::string_view other : {"payment_intent.succeeded", "charge.refunded",
                                         "checkout.session", "", "Checkout.Session.Completed"}) {
        CHECK_FALSE(signal(other));
        CHECK(read(event(other, session)).verdict == CallVerdict::passed_over);
    }
}

TEST_CASE("stripe events: older and thinner sessions") {
    CHECK(payment_of(R"({"id":"cs_1","object":"checkout.session","payment_intent":{"id":"pi_9"}})")
              .intent == "pi_9");
    CHECK(payment_of(R"({"id":"cs_1","object":"checkout.session","metadata":{"reference":"r"}})")
              .reference == "r");
    CHECK(payment_of(R"({"id":"cs_1","object":"checkout.session","customer_email":"a@b.example",
"customer_details":{"email":"other@b.example"}})")
              .email == "a@b.example");
    const auto old = payment_of(R"({"id":"cs_1","object":"checkout.session",
"shipping_details":{"name":"Ada","address":{"line1":"1 Road"}}})");
    CHECK(old.shipping.name == "Ada");
    CHECK(old.shipping.line1 == "1 Road");
    const auto free = payment_of(R"({"id":"cs_1","object":"checkout.session","amount_total":0,
"payment_intent":null,"payment_status":"no_payment_required"})");
    CHECK(free.state == PaymentState::nothing_to_pay);
    CHECK(free.amount == 0);
    CHECK(free.intent.empty());
}

TEST_CASE("stripe events: what is not told is never money that fits") {
    const auto thin = payment_of(R"({"id":"cs_1","object":"checkout.session"})");
    CHECK(thin.state == PaymentState::unpaid);
    CHECK(thin.amount == -1);
    CHECK_FALSE(thin.live);
    CHECK(thin.purpose.empty());
    for (const std::string_view amount : {"1.5", "\"5\"", "null", "-7e2", "99999999999999999999"})
        CHECK(payment_of(
                  fmt::format(R"({{"id":"cs_1","object":"checkout.session","amount_total":{}}})",
                              amount))
                  .amount == -1);
}

TEST_CASE("stripe events: what is signed and not understood is passed over, never a failure") {
    for (const std::string_view object :
         {"null", "[]", "3", "{}", R"({"id":"cs_1","object":"payment_intent"})",
          R"({"id":"","object":"checkout.session"})", R"({"id":7,"object":"checkout.session"})"})
        CHECK(read(event("checkout.session.completed", object)).verdict ==
              CallVerdict::passed_over);
    CHECK(read("{}").verdict == CallVerdict::passed_over);
    CHECK(read(R"({"type":"checkout.session.completed","data":[]})").verdict ==
          CallVerdict::passed_over);
}

TEST_CASE("stripe events: signed nonsense is unreadable, unsigned sense is not looked at") {
    for (const std::string_view body : {"", "nonsense", "[]", "3", R"({"id":)"})
        CHECK(read(body).verdict == CallVerdict::unreadable);
    const auto body = event("checkout.session.completed", session);
    const StripeCalls calls({std::string(secret)});
    CHECK(calls.read(body, "", now).verdict == CallVerdict::not_signed);
    CHECK(calls.read("nonsense", signed_header(secret, body, now), now).verdict ==
          CallVerdict::not_signed);
    CHECK(StripeCalls({}).read(body, signed_header("", body, now), now).verdict ==
          CallVerdict::not_configured);
}

}  // namespace
}  // namespace asterism::outside
