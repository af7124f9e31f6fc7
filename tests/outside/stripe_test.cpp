#include "shells/outside/stripe.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "libcore/shop/faults.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/outside/loopback.hpp"
#include "tests/outside/meteo_double.hpp"

namespace asterism::outside {
namespace {

using namespace std::chrono_literals;
using testing::Asked;
using testing::Said;

constexpr std::string_view opened =
    R"({"id":"cs_test_1","object":"checkout.session","url":"https://checkout.stripe.com/c/pay/cs_test_1"})";
constexpr std::string_view paid =
    R"({"id":"cs_test_1","object":"checkout.session","client_reference_id":"ref-1",
"payment_status":"paid","payment_intent":"pi_1","amount_total":1256,"currency":"usd"})";

shop::CounterRequest poster() {
    shop::CounterRequest out;
    out.reference = "ref-1";
    out.cart = shop::CartId{7};
    out.charges = {{"Paper & Clips", "red - small", "/img/clip.jpg", 3, {29, Currency::usd}},
                   {"Shipping", "", "", 1, {956, Currency::usd}}};
    out.expires = tests::instant("2026-11-27T13:00:00Z");
    return out;
}

std::string header(const Asked& asked, std::string_view name) {
    const auto at = asked.head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos) return {};
    const auto from = at + name.size() + 4;
    return asked.head.substr(from, asked.head.find("\r\n", from) - from);
}

struct Counter {
    Stripe stripe(std::chrono::milliseconds time = 2s) const {
        return {{server.url(),
                 "sk_test_s3cret",
                 {"https://shop.example", "https://shop.example/paid?s={CHECKOUT_SESSION_ID}",
                  "https://shop.example/back"},
                 time,
                 [this] { return now; }},
                http,
                [this](std::string_view what) { alarms.emplace_back(what); }};
    }

    std::map<std::string, std::string> form() const {
        return testing::query_of("/?" + server.all_asked().back().body);
    }

    Instant now = tests::instant("2026-11-27T12:00:00Z");
    std::optional<Said> said;
    mutable std::vector<std::string> alarms;
    testing::Loopback server{[this](const Asked&) { return said; }};
    CurlClient http{{.plain_loopback = true}};
};

template <class T>
const Fault* fault_of(const Result<T>& result) {
    return result ? nullptr : result.error().fault;
}

TEST_CASE_FIXTURE(Counter, "stripe: a session is asked for as its documentation says") {
    said = Said{200, std::string(opened)};
    auto request = poster();
    request.email = "grace@example.com";
    request.promotions = true;
    const auto counter = stripe().open(request);
    REQUIRE(counter);
    CHECK(counter->session == "cs_test_1");
    CHECK(counter->url == "https://checkout.stripe.com/c/pay/cs_test_1");
    const auto asked = server.all_asked().at(0);
    CHECK(asked.method == "POST");
    CHECK(asked.target == "/v1/checkout/sessions");
    CHECK(header(asked, "Authorization") == "Bearer sk_test_s3cret");
    CHECK(header(asked, "Idempotency-Key") == "ref-1");
    CHECK(header(asked, "Stripe-Version") == "2025-11-17.clover");
    CHECK(header(asked, "Content-Type") == "application/x-www-form-urlencoded");
    CHECK(form() == std::map<std::string, std::string>{
                        {"mode", "payment"},
                        {"client_reference_id", "ref-1"},
                        {"metadata[reference]", "ref-1"},
                        {"metadata[cart_id]", "7"},
                        {"success_url", "https://shop.example/paid?s={CHECKOUT_SESSION_ID}"},
                        {"cancel_url", "https://shop.example/back"},
                        {"billing_address_collection", "required"},
                        {"expires_at", "1795784400"},
                        {"customer_email", "grace@example.com"},
                        {"shipping_address_collection[allowed_countries][0]", "US"},
                        {"shipping_address_collection[allowed_countries][1]", "CA"},
                        {"phone_number_collection[enabled]", "true"},
                        {"allow_promotion_codes", "true"},
                        {"line_items[0][price_data][currency]", "usd"},
                        {"line_items[0][price_data][product_data][name]", "Paper & Clips"},
                        {"line_items[0][price_data][product_data][description]", "red - small"},
                        {"line_items[0][price_data][product_data][images][0]",
                         "https://shop.example/img/clip.jpg"},
                        {"line_items[0][price_data][unit_amount]", "29"},
                        {"line_items[0][quantity]", "3"},
                        {"line_items[1][price_data][currency]", "usd"},
                        {"line_items[1][price_data][product_data][name]", "Shipping"},
                        {"line_items[1][price_data][unit_amount]", "956"},
                        {"line_items[1][quantity]", "1"}});
}

TEST_CASE_FIXTURE(Counter, "stripe: what needs no parcel asks for no address") {
    said = Said{200, std::string(opened)};
    auto request = poster();
    request.needs_address = false;
    request.charges[0].picture = "https://cdn.example/a.jpg";
    CHECK(stripe().open(request));
    CHECK_FALSE(form().contains("shipping_address_collection[allowed_countries][0]"));
    CHECK_FALSE(form().contains("customer_email"));
    CHECK_FALSE(form().contains("allow_promotion_codes"));
    CHECK(form()["line_items[0][price_data][product_data][images][0]"] ==
          "https://cdn.example/a.jpg");
}

TEST_CASE_FIXTURE(Counter, "stripe: a refusal is one, and its words for people are not repeated") {
    for (const int status : {400, 401, 402, 403, 404}) {
        said = Said{status,
                    R"({"error":{"type":"card_error","code":"card_declined","param":"line_items",
"message":"Invalid API Key provided: sk_test_s3cret"}})"};
        CHECK(fault_of(stripe().open(poster())) == &shop::payments_refused);
        CHECK(alarms.back() ==
              fmt::format("payments: status {} card_error card_declined line_items", status));
    }
}

TEST_CASE_FIXTURE(Counter, "stripe: what may pass is no refusal") {
    for (const int status : {408, 409, 429, 500, 503}) {
        said = Said{status, R"({"error":{"type":"idempotency_error"}})"};
        CHECK(fault_of(stripe().open(poster())) == &shop::payments_away);
        CHECK(fault_of(stripe().look("cs_test_1")) == &shop::payments_away);
        CHECK(fault_of(stripe().close("cs_test_1")) == &shop::payments_away);
    }
}

TEST_CASE_FIXTURE(Counter, "stripe: garbage opens no counter and makes no payment") {
    for (const std::string_view body :
         {"", "nonsense", "[]", "{}", R"({"id":"cs_test_1"})",
          R"({"id":7,"url":"https://a.example"})", R"({"id":"../x","url":"https://a.example"})",
          R"({"id":"cs_1","url":"javascript:x"})",
          R"({"id":"cs_other","object":"checkout.session"})"}) {
        said = Said{200, std::string(body)};
        CHECK(fault_of(stripe().open(poster())) == &shop::payments_away);
        CHECK(fault_of(stripe().look("cs_test_1")) == &shop::payments_away);
    }
}

TEST_CASE_FIXTURE(Counter,
                  "stripe: slow or away, the buyer is told soon; asked again with one key") {
    CHECK(fault_of(stripe(300ms).open(poster())) == &shop::payments_away);  // says nothing
    said = Said{500, ""};
    CHECK(fault_of(stripe().open(poster())) == &shop::payments_away);
    const auto asked = server.all_asked();
    REQUIRE(asked.size() == 3);
    for (const auto& each : asked) CHECK(header(each, "Idempotency-Key") == "ref-1");
    const Stripe nowhere({"http://127.0.0.1:1", "sk", {}, 1s, [this] { return now; }}, http, {});
    CHECK(fault_of(nowhere.open(poster())) == &shop::payments_away);
}

TEST_CASE_FIXTURE(Counter, "stripe: one that is down is left alone for a while, then tried again") {
    const auto line = stripe();
    said = Said{503, ""};
    for (int i = 0; i < 5; ++i) CHECK_FALSE(line.look("cs_test_1"));
    const auto before = server.all_asked().size();
    CHECK_FALSE(line.look("cs_test_1"));
    CHECK(server.all_asked().size() == before);
    said = Said{200, std::string(paid)};
    now += 31s;
    CHECK(line.look("cs_test_1"));
    CHECK(line.look("cs_test_1"));
}

TEST_CASE_FIXTURE(Counter, "stripe: a session is looked at by its name, and only by one") {
    said = Said{200, std::string(paid)};
    const auto found = stripe().look("cs_test_1");
    REQUIRE(found);
    REQUIRE(*found);
    CHECK((*found)->intent == "pi_1");
    CHECK((*found)->amount == 1'256);
    CHECK(server.all_asked().back().method == "GET");
    CHECK(server.all_asked().back().target == "/v1/checkout/sessions/cs_test_1");
    said = Said{404, R"({"error":{"type":"invalid_request_error","code":"resource_missing"}})"};
    const auto unknown = stripe().look("cs_test_2");
    REQUIRE(unknown);
    CHECK_FALSE(*unknown);
    const auto before = server.all_asked().size();
    for (const std::string& name :
         {std::string(), std::string("pi_1"), std::string("cs_1/expire"), std::string("cs_1?a=b"),
          std::string("cs_\r\nX: y"), "cs_" + std::string(300, 'a')}) {
        const auto none = stripe().look(name);
        REQUIRE(none);
        CHECK_FALSE(*none);
        CHECK(stripe().close(name));
    }
    CHECK(server.all_asked().size() == before);
}

TEST_CASE_FIXTURE(Counter, "stripe: a counter is closed, also where it was before") {
    for (const int status : {200, 400, 404}) {
        said = Said{status, "{}"};
        CHECK(stripe().close("cs_test_1"));
    }
    CHECK(server.all_asked().back().method == "POST");
    CHECK(server.all_asked().back().target == "/v1/checkout/sessions/cs_test_1/expire");
    said = Said{401, "{}"};
    CHECK(fault_of(stripe().close("cs_test_1")) == &shop::payments_away);
}

}  // namespace
}  // namespace asterism::outside
