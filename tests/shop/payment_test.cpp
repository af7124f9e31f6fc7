#include "libcore/shop/payment.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

std::string judged(const Snapshot& frozen, const Payment& paid, std::string_view session = "cs_1") {
    const auto found = mismatch(frozen, session, paid);
    if (!found) return "match";
    for (const auto& [kind, name] : names(*found))
        if (kind == *found) return std::string(name);
    return "?";
}

std::string judged(auto change, const Policy& policy = {}) {
    const auto frozen = snapshot(policy);
    auto paid = payment(frozen);
    change(paid);
    return judged(frozen, paid);
}

}  // namespace

TEST_CASE("payment: the snapshot's own money, to the cent, matches") {
    CHECK(judged([](Payment&) {}) == "match");
    CHECK(judged([](Payment& p) { p.currency = "USD"; }) == "match");
    CHECK(judged(snapshot(), payment(snapshot(), "cs_9"), "") == "match");
}

TEST_CASE("payment: it is refused for the first thing that is wrong with it") {
    const auto frozen = snapshot();
    auto paid = payment(frozen, "cs_2");
    paid.reference = "another";
    paid.live = true;
    paid.purpose = "subscription";
    paid.state = PaymentState::unpaid;
    paid.currency = "eur";
    paid.amount -= 1;
    CHECK(judged(frozen, paid) == "wrong_session");
    paid.reference = reference;
    CHECK(judged(frozen, paid) == "wrong_session");
    paid.session = "cs_1";
    CHECK(judged(frozen, paid) == "wrong_mode");
    paid.live = false;
    CHECK(judged(frozen, paid) == "wrong_purpose");
    paid.purpose = "payment";
    CHECK(judged(frozen, paid) == "not_paid");
    paid.state = PaymentState::paid;
    CHECK(judged(frozen, paid) == "wrong_currency");
    paid.currency = "usd";
    CHECK(judged(frozen, paid) == "wrong_amount");
    paid.amount += 1;
    CHECK(judged(frozen, paid) == "match");
}

TEST_CASE("payment: a cent more, nothing, or less than nothing is the wrong amount") {
    CHECK(judged([](Payment& p) { p.amount += 1; }) == "wrong_amount");
    CHECK(judged([](Payment& p) { p.amount = 0; }) == "wrong_amount");
    CHECK(judged([](Payment& p) { p.amount = -p.amount; }) == "wrong_amount");
}

TEST_CASE("payment: promotions of the other side count where the site allows them") {
    const auto lowered_by = [](std::int64_t off) {
        return [off](Payment& p) {
            p.amount -= off;
            p.promotion = off;
        };
    };
    Policy open;
    open.promotions = true;
    CHECK(judged(lowered_by(100)) == "wrong_amount");
    CHECK(judged(lowered_by(100), open) == "match");
    CHECK(judged(lowered_by(4'599), open) == "match");
    CHECK(judged(lowered_by(4'600), open) == "wrong_amount");
    CHECK(judged(lowered_by(-1), open) == "wrong_amount");
    CHECK(judged([](Payment& p) { p.promotion = 1; }, open) == "wrong_amount");
    CHECK(judged([](Payment& p) { p.promotion = std::numeric_limits<std::int64_t>::max(); },
                 open) == "wrong_amount");
}

TEST_CASE("payment: a cart that costs nothing needs no money") {
    auto free = contents();
    free.codes[0].amount = 10'000;
    free.shipping->cost = usd(0);
    const auto frozen = *freeze(free, {reference, ""}, {}, noon);
    auto nothing = payment(frozen);
    nothing.state = PaymentState::nothing_to_pay;
    nothing.intent.clear();
    CHECK(judged(frozen, nothing) == "match");
    CHECK(judged([](Payment& p) {
              p.state = PaymentState::nothing_to_pay;
              p.amount = 0;
          }) == "wrong_amount");
}

TEST_CASE("address: what strangers tell is kept as one line of so many characters") {
    CHECK(kept_text("  Ada\r\nBcc: x ", 200) == "Ada  Bcc: x");
    CHECK(kept_text("Zoë Brünn", 6) == "Zoë Br");
    CHECK(kept_text("\xff\xfe", 9).empty());
    CHECK(kept_text(std::string_view("a\0b", 3), 9).empty());
    CHECK(kept_address({"N", "1", "2", "C", std::string(99, 's'), std::string(99, '1'), "US", "US"})
              .state.size() == 40);
}

TEST_CASE("address: a name is its first word and the rest") {
    CHECK(split_name("Ada King Lovelace") == SplitName{"Ada", "King Lovelace"});
    CHECK(split_name(" Ada ") == SplitName{"Ada", ""});
    CHECK(split_name("") == SplitName{"", ""});
    CHECK(split_name(std::string(40, 'x') + " y").first.size() == 30);
}

}  // namespace asterism::shop
