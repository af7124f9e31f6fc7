#include "libcore/shop/plan.hpp"

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

const OrderDraw drawn{{"ORD-abc123def4", "Abcdefghijklmnopqrstu1"}, "print of it"};
const Status accepted{"accepted", "Accepted", "", Phase::accepted};

OrderPlan plan(const Snapshot& frozen, auto change) {
    auto paid = payment(frozen);
    change(paid);
    return plan_order(checkout(frozen), frozen, paid, drawn, accepted, noon);
}

OrderPlan plan(const Snapshot& frozen = snapshot()) {
    return plan(frozen, [](Payment&) {});
}

Snapshot of_account() {
    auto now = contents();
    now.cart.owner = {{5}, ""};
    return *freeze(now, {reference, "ada@example.org"}, {}, noon);
}

using Lines = std::vector<CartLine>;

}  // namespace

TEST_CASE("plan: an order is what was frozen, to the cent, and what was paid") {
    const auto frozen = snapshot();
    const auto made = plan(frozen);
    CHECK(made.record.order.identifier == "ORD-abc123def4");
    CHECK(made.record.order.reference == reference);
    CHECK(made.record.order.totals == frozen.totals);
    CHECK(made.record.order.paid == frozen.totals.total);
    CHECK(made.record.order.at == noon);
    CHECK(made.record.lines == frozen.lines);
    CHECK(made.record.codes == frozen.codes);
    CHECK(made.record.shipping == frozen.shipping);
    CHECK(made.status == StatusEntry{"accepted", Phase::accepted, noon});
    CHECK(made.cart == frozen.cart);
    std::int64_t sum = 0;
    for (const auto& line : made.record.lines)
        sum += line.quantity * line.each.minor - line.discount.minor;
    CHECK(sum + made.record.order.totals.shipping.minor -
              made.record.order.totals.shipping_discount.minor ==
          made.record.order.paid.minor);
}

TEST_CASE("plan: what the other side took off is told, and not part of our totals") {
    Policy policy;
    policy.promotions = true;
    const auto made = plan(snapshot(policy), [](Payment& p) {
        p.amount -= 100;
        p.promotion = 100;
    });
    CHECK(made.record.order.totals.total == usd(4'599));
    CHECK(made.record.order.promotion == usd(100));
    CHECK(made.record.order.paid == usd(4'499));
}

TEST_CASE("plan: a guest's order opens with a secret that the mail alone holds") {
    const auto made = plan();
    CHECK(made.record.order.secret_print == "print of it");
    CHECK_FALSE(made.record.order.owner.account);
    CHECK(made.mail.kind == "shop.order_mail");
    CHECK(made.mail.key == "ORD-abc123def4");
    CHECK(made.mail.lane == "ada@example.org");
    CHECK(made.mail.payload == "ORD-abc123def4-Abcdefghijklmnopqrstu1");
    CHECK(made.mail.due == noon);
    CHECK(made.audit.handle == audit::anonymous);
}

TEST_CASE("plan: an account's order needs no secret") {
    const auto made = plan(of_account());
    CHECK(made.record.order.owner.account == AccountId{5});
    CHECK(made.record.order.secret_print.empty());
    CHECK(made.mail.payload == "ORD-abc123def4");
    CHECK(made.audit.account == AccountId{5});
    CHECK(made.audit.type == "order_placed");
    CHECK(made.audit.metadata == "order=ORD-abc123def4 paid=45.99 currency=USD");
}

TEST_CASE("plan: an account that is gone by then makes it a guest's") {
    const auto frozen = of_account();
    auto going = checkout(frozen);
    going.owner = {};
    const auto made = plan_order(going, frozen, payment(frozen), drawn, accepted, noon);
    CHECK(made.record.order.owner == Owner{});
    CHECK(made.record.order.secret_print == "print of it");
    CHECK(made.mail.payload == "ORD-abc123def4-Abcdefghijklmnopqrstu1");
    CHECK_FALSE(made.audit.account);
}

TEST_CASE("plan: who signed in on the way does not own it for that") {
    const auto frozen = snapshot();
    auto going = checkout(frozen);
    going.owner = {{5}, ""};
    const auto made = plan_order(going, frozen, payment(frozen), drawn, accepted, noon);
    CHECK(made.record.order.owner == frozen.owner);
}

TEST_CASE("plan: who bought is as he told where he paid, else as he told before") {
    const auto made = plan();
    CHECK(made.record.contact ==
          OrderContact{"Ada@Example.org", "ada@example.org", {"Ada", "King Lovelace"}});
    CHECK(made.record.payment ==
          OrderPayment{"Ada@Example.org", "card", "Ada King Lovelace", "cs_1", "pi_1"});
    const auto silent = plan(snapshot(), [](Payment& p) {
        p.email.clear();
        p.name.clear();
        p.shipping = p.billing = {};
    });
    CHECK(silent.record.contact == OrderContact{"ada@example.org", "ada@example.org", {}});
    CHECK(silent.record.payment.card_name == "Customer");
    CHECK(silent.record.shipping_address.name == "Customer");
}

TEST_CASE("plan: what strangers wrote cannot break a row") {
    const auto made = plan(snapshot(), [](Payment& p) {
        p.name = std::string(5'000, 'n');
        p.shipping.zip = "123456789012345";
        p.billing.city = std::string("a\0b", 3);
        p.email = "x\r\nBcc: all@example.org";
    });
    CHECK(made.record.payment.card_name.size() == 200);
    CHECK(made.record.shipping_address.zip.size() == 10);
    CHECK(made.record.billing_address.city.empty());
    CHECK(made.record.payment.email == "x  Bcc: all@example.org");
    CHECK(made.record.contact.email == "ada@example.org");  // told before, and good
}

TEST_CASE("plan: nothing is sent to nowhere where nothing is sent") {
    auto now = contents();
    now.shipping->parcel = false;
    const auto frozen = *freeze(now, {reference, ""}, {}, noon);
    const auto made = plan(frozen);
    CHECK_FALSE(made.record.order.needs_address);
    CHECK(made.record.shipping_address == PostalAddress{});
    CHECK(made.record.billing_address.city == "Springfield");
}

TEST_CASE("plan: the same facts make the same order") {
    CHECK(plan().record.order == plan().record.order);
    CHECK(plan().mail.payload == plan().mail.payload);
}

TEST_CASE("plan: an incident names its kind to the log and to the alarm") {
    const auto made = plan_incident(IncidentKind::wrong_amount, payment(snapshot()), noon);
    CHECK(made.incident.kind == IncidentKind::wrong_amount);
    CHECK(made.incident.session == "cs_1");
    CHECK(made.incident.intent == "pi_1");
    CHECK(made.incident.amount == 4'599);
    CHECK(made.incident.currency == "usd");
    CHECK(made.audit.type == "payment_incident");
    CHECK_FALSE(made.audit.success);
    CHECK(made.audit.metadata == "kind=wrong_amount session=cs_1");
    CHECK(made.alarm.kind == "shop.alarm");
    CHECK(made.alarm.key == "wrong_amount " + made.incident.session);  // others count apart
    CHECK(made.alarm.payload == "wrong_amount");
}

TEST_CASE("plan: what was put into the cart since stays in it") {
    const auto frozen = snapshot();
    auto cart = contents().cart;
    CHECK_FALSE(left_over(cart, frozen));
    cart.lines = {{{1}, 5}, {{9}, 1}};
    const auto rest = left_over(cart, frozen);
    REQUIRE(rest);
    CHECK(rest->lines == Lines{{{1}, 2}, {{9}, 1}});
    CHECK(rest->discounts.empty());
    cart.lines = {{{1}, 1}};
    CHECK_FALSE(left_over(cart, frozen));
}

}  // namespace asterism::shop
