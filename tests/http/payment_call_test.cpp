#include "shells/http/payment_call.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using app::CallVerdict;
using testing::body_of;
using testing::Site;

constexpr std::string_view hook = "/v1/shop/webhooks/stripe";

std::string code_of(const Response& response) {
    return std::string(body_of(response).at("code").as_string());
}

std::string field(const Response& response, std::string_view wanted) {
    for (const auto& [name, value] : response.headers)
        if (name == wanted) return value;
    return {};
}

/// Money that nobody asked for: an incident, whatever there is in the shop.
shop::PaymentNews strange_money() {
    shop::PaymentNews out{"evt_1", shop::Signal::completed, {}};
    out.payment.session = "cs_1";
    out.payment.state = shop::PaymentState::paid;
    out.payment.amount = 1'500;
    return out;
}

TEST_CASE_FIXTURE(Site,
                  "payment calls: are judged over the very bytes, whatever they say they are") {
    const std::string body = "{\"id\" : \"evt_1\"}\n";
    const auto heard = ask(Verb::post, hook, body,
                           {{"Stripe-Signature", "t=1,v1=00"}, {"Content-Type", "text/plain"}});
    CHECK(heard.status == 200);
    CHECK(heard.body == R"({"received":true})");
    CHECK(field(heard, "Cache-Control") == "no-store");
    CHECK(calls.shown == body);
    CHECK(calls.header == "t=1,v1=00");
    CHECK(calls.at == now);
}

TEST_CASE_FIXTURE(Site, "payment calls: each refusal has its status and its word") {
    const auto refused = [&](CallVerdict verdict) {
        calls.call = {verdict};
        return ask(Verb::post, hook, "{}");
    };
    const auto forged = refused(CallVerdict::not_signed);
    CHECK(forged.status == 400);
    CHECK(code_of(forged) == "invalid_signature");
    const auto nonsense = refused(CallVerdict::unreadable);
    CHECK(nonsense.status == 400);
    CHECK(code_of(nonsense) == "invalid_payload");
    const auto closed = refused(CallVerdict::not_configured);
    CHECK(closed.status == 503);
    CHECK(code_of(closed) == "webhook_not_configured");
}

TEST_CASE_FIXTURE(Site, "payment calls: only a POST is one") {
    for (const Verb verb : {Verb::get, Verb::put, Verb::del, Verb::options}) {
        const auto other = ask(verb, hook);
        CHECK(other.status == 405);
        CHECK(field(other, "Allow") == "POST");
    }
    CHECK(calls.shown.empty());
    CHECK(ask(Verb::post, "/v1/shop/webhooks/other", "{}").status == 404);
}

TEST_CASE_FIXTURE(Site, "payment calls: need no cookie, no token and no page of ours") {
    account("ada");
    REQUIRE(sign_in("ada").status == 200);
    sends_csrf = false;
    CHECK(ask(Verb::post, hook, "{}", {{"Origin", "https://elsewhere.example"}}).status == 200);
}

TEST_CASE_FIXTURE(Site, "payment calls: may be longer than other bodies") {
    const auto longest = [&](std::string_view target) {
        return gateway.body_limit(head(Verb::post, target, {}));
    };
    CHECK(longest(hook) == 524'288);
    CHECK(longest("/v1/shop/webhooks/stripe?a=b") == 524'288);
    CHECK(longest("/v1/sessions") == 65'536);
}

TEST_CASE_FIXTURE(Site, "payment calls: money that nobody asked for is heard, once an incident") {
    calls.call = {CallVerdict::news, strange_money()};
    for (int i = 0; i < 3; ++i) {
        const auto heard = ask(Verb::post, hook, "{}");
        CHECK(heard.status == 200);
        CHECK(heard.body == R"({"received":true})");
    }
    std::size_t open = 0;
    store.read([&](app::Unit& unit) { open = unit.incidents().open(10).size(); });
    CHECK(open == 1);
}

TEST_CASE_FIXTURE(Site, "payment calls: while the database is away they are to come again") {
    calls.call = {CallVerdict::news, strange_money()};
    store.down = true;
    const auto away = ask(Verb::post, hook, "{}");
    CHECK(away.status == 503);
    CHECK(code_of(away) == "store_unavailable");
    CHECK(field(away, "Retry-After") == "2");
    store.down = false;
    store.fail_at_commit = store.commits + 1;
    CHECK(ask(Verb::post, hook, "{}").status >= 500);
    CHECK(ask(Verb::post, hook, "{}").status == 200);
    std::size_t open = 0;
    store.read([&](app::Unit& unit) { open = unit.incidents().open(10).size(); });
    CHECK(open == 1);
}

TEST_CASE_FIXTURE(Site, "payment pages: whoever comes back from paying finds one") {
    for (const std::string_view address :
         {"/checkout/success?session_id=cs_test_1", "/checkout/confirm"}) {
        const auto page = ask(Verb::get, address);
        CHECK(page.status == 200);
        CHECK(page.type == "text/html; charset=utf-8");
    }
    CHECK(ask(Verb::get, "/v1/docs/paid.js").type == "text/javascript; charset=utf-8");
}

}  // namespace
}  // namespace asterism::http
