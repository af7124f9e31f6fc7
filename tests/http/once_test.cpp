// Requests with an Idempotency-Key.

#include <doctest/doctest.h>

#include "tests/http/shop.hpp"

namespace asterism::http {
namespace {

using namespace std::chrono_literals;
using testing::code_of;
using testing::header_of;

constexpr Fault away{"payments_away", Kind::unavailable, "They are away."};

/// A buyer with clips in his cart.
struct Buyer : testing::Shop {
    Buyer() { add(3); }

    Response pay(const std::string& key, std::string_view body = R"({"email":"ada@example.org"})") {
        return ask(Verb::post, "/v1/shop/checkouts", body, {{"Idempotency-Key", key}});
    }
};

}  // namespace

TEST_CASE_FIXTURE(Buyer, "idempotency key: the same request is answered the same") {
    const auto first = pay("one");
    CHECK(first.status == 201);
    CHECK(header_of(first, "Idempotency-Replayed") == "none");
    add(2);  // which would be another counter
    for (int times = 0; times < 2; ++times) {
        const auto again = pay("one");
        CHECK(again.status == 201);
        CHECK(again.body == first.body);
        CHECK(again.type == first.type);
        CHECK(header_of(again, "Idempotency-Replayed") == "true");
    }
    CHECK(payments.requests.size() == 1);
    CHECK(pay("two").status == 201);
    CHECK(payments.requests.size() == 2);
}

TEST_CASE_FIXTURE(Buyer, "idempotency key: with another request it is refused") {
    CHECK(pay("one").status == 201);
    const auto other = pay("one", R"({"email":"bob@example.org"})");
    CHECK(other.status == 422);
    CHECK(code_of(other) == "idempotency_key_reused");
    const auto elsewhere =
        ask(Verb::post, "/v1/shop/checkouts/cs_1/return", "", {{"Idempotency-Key", "one"}});
    CHECK(elsewhere.status == 422);
    CHECK(payments.requests.size() == 1);
}

TEST_CASE_FIXTURE(Buyer, "idempotency key: is its sender's") {
    CHECK(pay("one").status == 201);
    jar.clear();
    CHECK(code_of(pay("one")) == "no_cart");  // another visitor, and so at another address
    add(1);
    CHECK(pay("one").status == 201);
    account("eve");
    REQUIRE(sign_in("eve").status == 200);
    CHECK(pay("one").status == 201);
    CHECK(payments.requests.size() == 3);
}

TEST_CASE_FIXTURE(Buyer, "idempotency key: failures are tried again, refusals are not") {
    payments.trouble = &away;
    CHECK(pay("one").status == 503);
    payments.trouble = nullptr;
    CHECK(pay("one").status == 201);
    jar.clear();
    const auto refused = pay("two");
    CHECK(code_of(refused) == "no_cart");
    const auto again = pay("two");
    CHECK(again.status == refused.status);
    CHECK(again.type == "application/problem+json");
    CHECK(code_of(again) == "no_cart");
    CHECK(header_of(again, "Idempotency-Replayed") == "true");
}

TEST_CASE_FIXTURE(Buyer, "idempotency key: while it is answered nobody else answers it") {
    const auto first = pay("one");
    for (auto& [key, kept] : store.tables.shop.replies) kept.reply = {};
    const auto busy = pay("one");
    CHECK(busy.status == 409);
    CHECK(code_of(busy) == "idempotency_key_in_use");
    now += 2min;
    CHECK(pay("one").body == first.body);  // whoever answered it has stopped
}

TEST_CASE_FIXTURE(Buyer, "idempotency key: what is none is refused, and none is needed") {
    for (const auto& key :
         {std::string("two words"), std::string(256, 'x'), std::string("\xc3\xa9")})
        CHECK(code_of(pay(key)) == "bad_idempotency_key");
    CHECK(payments.requests.empty());
    CHECK(pay(std::string(255, 'x')).status == 201);
    CHECK(ask(Verb::post, "/v1/shop/checkouts", R"({"email":"ada@example.org"})").status == 201);
}

}  // namespace asterism::http
