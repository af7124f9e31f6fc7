#include "shells/outside/stand_in/stand_in.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "shells/outside/stand_in/caller.hpp"
#include "shells/outside/stripe.hpp"
#include "shells/outside/stripe_event.hpp"
#include "shells/outside/stripe_signature.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/outside/loopback.hpp"
#include "tests/outside/meteo_double.hpp"

namespace asterism::outside::stand_in {
namespace {

using namespace std::chrono_literals;
using shop::PaymentState;
using shop::Signal;
using testing::Asked;
using testing::Said;

constexpr std::string_view secret = "whsec_of_the_tests";

/// A shop and the stand-in, with our own adapter between them.
struct Market {
    Market() { till.live_at("http://play.example"); }

    std::optional<Said> hear(const Asked& asked) {
        stand_in::Asked request{asked.method == "POST",
                                asked.target.substr(0, asked.target.find('?'))};
        for (auto& [name, value] : testing::query_of("/?" + asked.body))
            request.fields.emplace(name, value);
        request.key = field(asked, "Authorization: Bearer ");
        request.idempotency = field(asked, "Idempotency-Key: ");
        const auto got = till.answer(request);
        return Said{got.status, got.body};
    }

    static std::string field(const Asked& asked, std::string_view name) {
        const auto at = asked.head.find(name);
        if (at == std::string::npos) return {};
        const auto from = at + name.size();
        return asked.head.substr(from, asked.head.find("\r\n", from) - from);
    }

    Stripe shop() const {
        return {{server.url(),
                 "sk_test_of_the_tests",
                 {"https://shop.example", "https://shop.example/paid?s={CHECKOUT_SESSION_ID}",
                  "https://shop.example/back"},
                 2s,
                 [this] { return now; }},
                http,
                {}};
    }

    shop::CounterRequest poster() const {
        shop::CounterRequest out;
        out.reference = "ref-1";
        out.cart = shop::CartId{7};
        out.charges = {{"A <b>poster</b>", "night", "", 2, {1'500, Currency::usd}},
                       {"Shipping", "", "", 1, {956, Currency::usd}}};
        out.expires = now + 1h;
        return out;
    }

    std::string open() { return shop().open(poster())->session; }

    Answer press(const std::string& session, std::string_view button) {
        return till.answer({true,
                            "/pay/" + session,
                            {{"do", std::string(button)},
                             {"email", "ada@example.com"},
                             {"name", "Ada Buyer"},
                             {"line1", "1 Star Street"},
                             {"zip", "86001"}}});
    }

    std::vector<std::pair<Signal, PaymentState>> heard() const {
        std::vector<std::pair<Signal, PaymentState>> out;
        const StripeCalls calls({std::string(secret)});
        for (const auto& event : told) {
            const auto call = calls.read(event, signed_header(secret, event, now), now);
            if (call.news) out.emplace_back(call.news->signal, call.news->payment.state);
        }
        return out;
    }

    Instant now = tests::instant("2026-11-27T12:00:00Z");
    std::vector<std::string> told;
    std::vector<std::chrono::milliseconds> after;
    tests::CountingEntropy entropy;
    StandIn till{{[this] { return now; },
                  [this](std::string event, std::chrono::milliseconds later) {
                      told.push_back(std::move(event));
                      after.push_back(later);
                  }},
                 entropy};
    testing::Loopback server{[this](const Asked& asked) { return hear(asked); }};
    CurlClient http{{.plain_loopback = true}};
};

TEST_CASE_FIXTURE(Market, "stand-in: a buyer pays, and the shop is told what it needs") {
    const auto counter = shop().open(poster());
    REQUIRE(counter);
    CHECK(counter->url == "http://play.example/pay/" + counter->session);
    CHECK((*shop().look(counter->session))->state == PaymentState::unpaid);
    const auto page = till.answer({false, "/pay/" + counter->session});
    CHECK(page.status == 200);
    CHECK(page.body.find("39.56 USD") != std::string::npos);
    CHECK(page.body.find("A &lt;b&gt;poster") != std::string::npos);
    CHECK(page.body.find("<b>") == std::string::npos);

    const auto sent = press(counter->session, "pay");
    CHECK(sent.status == 303);
    CHECK(sent.location == "https://shop.example/paid?s=" + counter->session);
    const auto paid = *shop().look(counter->session);
    REQUIRE(paid);
    CHECK(paid->state == PaymentState::paid);
    CHECK(paid->reference == "ref-1");
    CHECK(paid->amount == 3'956);
    CHECK(paid->currency == "usd");
    CHECK(paid->purpose == "payment");
    CHECK_FALSE(paid->intent.empty());
    CHECK_FALSE(paid->live);
    CHECK(paid->email == "ada@example.com");
    CHECK(paid->billing.line1 == "1 Star Street");
    CHECK(paid->shipping.name == "Ada Buyer");
    CHECK(heard() == std::vector{std::pair{Signal::completed, PaymentState::paid}});
    CHECK(press(counter->session, "pay").status == 303);  // once is enough
    CHECK(told.size() == 1);
}

TEST_CASE_FIXTURE(Market, "stand-in: a declined card and a change of mind leave it open") {
    const auto session = open();
    CHECK(press(session, "fail").status == 402);
    CHECK(press(session, "nonsense").status == 400);
    CHECK(press(session, "cancel").location == "https://shop.example/back");
    CHECK((*shop().look(session))->state == PaymentState::unpaid);
    CHECK(told.empty());
    CHECK(press(session, "pay").status == 303);
}

TEST_CASE_FIXTURE(Market, "stand-in: money by bank comes later, or never") {
    const auto comes = open();
    press(comes, "bank");
    CHECK((*shop().look(comes))->state == PaymentState::unpaid);
    CHECK(heard() == std::vector{std::pair{Signal::completed, PaymentState::unpaid},
                                 std::pair{Signal::async_succeeded, PaymentState::paid}});
    CHECK(after == std::vector<std::chrono::milliseconds>{0ms, 2s});
    now += 2s;
    CHECK((*shop().look(comes))->state == PaymentState::paid);

    told.clear();
    auto other = poster();
    other.reference = "ref-2";
    const auto never = shop().open(other)->session;
    press(never, "bank_fail");
    now += 1h;
    CHECK((*shop().look(never))->state == PaymentState::unpaid);
    CHECK(heard() == std::vector{std::pair{Signal::completed, PaymentState::unpaid},
                                 std::pair{Signal::async_failed, PaymentState::unpaid}});
}

TEST_CASE_FIXTURE(Market, "stand-in: nothing to pay is paid without an intent") {
    auto free = poster();
    free.charges = {{"Sticker", "", "", 1, {0, Currency::usd}}};
    const auto session = shop().open(free)->session;
    press(session, "pay");
    const auto paid = *shop().look(session);
    CHECK(paid->state == PaymentState::nothing_to_pay);
    CHECK(paid->intent.empty());
}

TEST_CASE_FIXTURE(Market,
                  "stand-in: asking again is asking once, and asking otherwise is refused") {
    const auto first = open();
    CHECK(open() == first);
    auto other = poster();
    other.charges[0].quantity = 3;
    CHECK_FALSE(shop().open(other));
    other.reference = "ref-2";
    CHECK(shop().open(other)->session != first);
}

TEST_CASE_FIXTURE(Market,
                  "stand-in: a counter that is closed, or whose time is over, takes nothing") {
    const auto closed = open();
    CHECK(shop().close(closed));
    CHECK(shop().close(closed));
    CHECK(press(closed, "pay").status == 410);
    auto other = poster();
    other.reference = "ref-2";
    const auto late = shop().open(other)->session;
    now += 1h;
    CHECK(press(late, "pay").status == 410);
    CHECK(heard() == std::vector{std::pair{Signal::expired, PaymentState::unpaid},
                                 std::pair{Signal::expired, PaymentState::unpaid}});
}

TEST_CASE_FIXTURE(Market, "stand-in: what Stripe would not take it does not take") {
    const Fields good{{"mode", "payment"},
                      {"success_url", "https://shop.example/"},
                      {"line_items[0][price_data][currency]", "usd"},
                      {"line_items[0][price_data][product_data][name]", "Poster"},
                      {"line_items[0][price_data][unit_amount]", "1500"},
                      {"line_items[0][quantity]", "1"}};
    const auto status = [&](const Fields& fields, std::string_view key = "sk_test_1") {
        return till.answer({true, "/v1/checkout/sessions", fields, std::string(key)}).status;
    };
    CHECK(status(good) == 200);
    CHECK(status(good, "sk_live_1") == 401);
    CHECK(status(good, "") == 401);
    for (const auto& [name, value] : good) {
        auto without = good;
        without.erase(name);
        CHECK_MESSAGE(status(without) == 400, name);
    }
    const auto with = [&](std::string_view name, std::string_view value) {
        auto fields = good;
        fields[std::string(name)] = value;
        return status(fields);
    };
    CHECK(with("mode", "subscription") == 400);
    CHECK(with("success_url", "javascript:alert(1)") == 400);
    CHECK(with("cancel_url", "nowhere") == 400);
    for (const std::string_view bad : {"-1", "1.5", "", "100000000", "x"})
        CHECK(with("line_items[0][price_data][unit_amount]", bad) == 400);
    for (const std::string_view bad : {"0", "-1", "1e3"})
        CHECK(with("line_items[0][quantity]", bad) == 400);
    CHECK(with("expires_at", "1795780800") == 400);  // now
    CHECK(with("expires_at", "1795782600") == 200);  // in half an hour
    CHECK(with("expires_at", "1795867200") == 200);  // in a day
    CHECK(with("expires_at", "1795870800") == 400);
    CHECK(till.answer({false, "/v1/checkout/sessions/cs_test_x", {}, "sk_test_1"}).status == 404);
    CHECK(till.answer({false, "/v1/customers", {}, "sk_test_1"}).status == 404);
    CHECK(till.answer({false, "/pay/cs_test_x"}).status == 404);
    CHECK(till.answer({false, "/"}).status == 404);
}

/// A shop's end of the line that hears at the n-th try.
struct Line {
    std::optional<Said> hear(const Asked& asked) {
        const std::lock_guard lock(mutex);
        calls.emplace_back(asked.body, Market::field(asked, "Stripe-Signature: "));
        changed.notify_all();
        return Said{static_cast<int>(calls.size()) < hears_at ? 503 : 200, "{}"};
    }

    /// Waits until so many calls came.
    bool came(std::size_t count) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, 10s, [&] { return calls.size() >= count; });
    }

    Instant now = tests::instant("2026-11-27T12:00:00Z");
    int hears_at = 1;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::pair<std::string, std::string>> calls;
    testing::Loopback server{[this](const Asked& asked) { return hear(asked); }};
    CurlClient http{{.plain_loopback = true}};
};

TEST_CASE_FIXTURE(Line, "stand-in: the shop is called until it has heard, each time signed anew") {
    hears_at = 3;
    Caller caller({std::string(secret), [this] { return now; }, 1ms}, http);
    caller.tell("{\"id\":\"evt_1\"}");  // before anybody knows where the shop is
    caller.call_at(server.url() + "/hook");
    REQUIRE(came(3));
    const std::vector<std::string> secrets{std::string(secret)};
    for (const auto& [body, signature] : calls) {
        CHECK(body == "{\"id\":\"evt_1\"}");
        CHECK(is_signed_by(secrets, signature, body, now));
    }
    caller.tell("{\"id\":\"evt_2\"}");
    REQUIRE(came(4));
    CHECK(calls.back().first == "{\"id\":\"evt_2\"}");
    CHECK(server.all_asked().back().target == "/hook");
}

TEST_CASE_FIXTURE(Line, "stand-in: what is for later lets others go first") {
    Caller caller({std::string(secret), [this] { return now; }, 1ms}, http);
    caller.call_at(server.url());
    caller.tell("later", 50ms);
    caller.tell("now");
    REQUIRE(came(2));
    CHECK(calls[0].first == "now");
    CHECK(calls[1].first == "later");
}

}  // namespace
}  // namespace asterism::outside::stand_in
