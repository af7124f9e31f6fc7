#include "libcore/shop/settling.hpp"

#include <doctest/doctest.h>

#include "libcore/shop/faults.hpp"
#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

using Words = std::vector<std::string>;

/// A visitor with three clips at the counter cs_1.
struct AtCounterScene : Scene {
    AtCounterScene() {
        REQUIRE(add(1, 3));
        REQUIRE(pay());
    }

    Payment unpaid() const {
        auto out = money("cs_1");
        out.state = PaymentState::unpaid;
        return out;
    }
};

}  // namespace

TEST_CASE_FIXTURE(AtCounterScene, "hear_payment: money that fits makes the order, all of it") {
    const auto heard = hear(Signal::completed, money("cs_1"), "evt_1");
    REQUIRE(heard);
    REQUIRE(heard->order);
    CHECK(heard->stage == Stage::ordered);
    REQUIRE(shop.orders.size() == 1);
    const auto& order = shop.orders[0];
    CHECK(order.record.order.identifier == *heard->order);
    CHECK(order.record.order.paid == usd(3 * 350 + 956));
    CHECK(order.history.at(0).status == "accepted");
    CHECK(clips() == Supply{7, 0});
    CHECK_FALSE(shop.checkouts[0].holding);
    CHECK(shop.carts.empty());
    CHECK(told() == Words{"order_placed"});
    CHECK(tasks_waiting() == Words{"shop.order_mail"});
    CHECK(tables.tasks[0].payload.starts_with(*heard->order + "-"));
    CHECK(open_incidents().empty());
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "hear_payment: one call a hundred times, and others of it, make one order") {
    const auto first = hear(Signal::completed, money("cs_1"), "evt_1");
    for (int i = 0; i < 99; ++i)
        CHECK(hear(Signal::completed, money("cs_1"), "evt_1")->order == first->order);
    CHECK(hear(Signal::async_succeeded, money("cs_1"), "evt_2")->order == first->order);
    CHECK(hear(Signal::came_back, money("cs_1"))->order == first->order);
    CHECK(hear(Signal::expired, unpaid(), "evt_3")->order == first->order);
    CHECK(shop.orders.size() == 1);
    CHECK(clips() == Supply{7, 0});
    CHECK(tables.tasks.size() == 1);
    CHECK(open_incidents().empty());
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "hear_payment: money that does not fit makes an incident, one alarm, no order") {
    auto wrong = money("cs_1");
    wrong.amount -= 1;
    for (const auto* call : {"evt_1", "evt_1", "evt_2"})
        CHECK(hear(Signal::completed, wrong, call)->stage == Stage::contested);
    CHECK(open_incidents() == Words{"wrong_amount"});
    CHECK(tasks_waiting() == Words{"shop.alarm"});
    CHECK(told() == Words{"payment_incident"});
    CHECK(shop.orders.empty());
    CHECK(clips() == Supply{10, 0});
    CHECK(shop.carts.size() == 1);
    CHECK_FALSE(hear(Signal::completed, money("cs_1"), "evt_3")->order);  // a person looks now
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "hear_payment: money from another counter leaves this one as it is") {
    auto foreign = money("cs_1");
    foreign.session = "cs_9";
    for (int i = 0; i < 3; ++i)
        CHECK(hear(Signal::completed, foreign)->incident == IncidentKind::wrong_session);
    CHECK(told() == Words{"payment_incident"});
    CHECK(clips() == Supply{10, 3});
    REQUIRE(hear(Signal::completed, money("cs_1"))->order);
    CHECK(hear(Signal::completed, foreign)->incident == IncidentKind::paid_twice);
    CHECK(open_incidents() == Words{"wrong_session", "paid_twice"});
    CHECK(shop.orders.size() == 1);
}

TEST_CASE_FIXTURE(
    AtCounterScene,
    "hear_payment: money for what was never asked is an incident, its absence is not") {
    auto stray = money("cs_1");
    stray.reference = "nobody's";
    stray.session = "cs_9";
    CHECK(hear(Signal::completed, stray, "evt_1")->incident == IncidentKind::unknown_checkout);
    CHECK_FALSE(hear(Signal::completed, stray, "evt_1")->stage);
    stray.state = PaymentState::unpaid;
    stray.session = "cs_10";
    CHECK_FALSE(hear(Signal::completed, stray)->incident);
    CHECK_FALSE(hear(Signal::expired, stray)->incident);
    CHECK(open_incidents() == Words{"unknown_checkout"});
}

TEST_CASE_FIXTURE(AtCounterScene, "hear_payment: what is on its way is held until it is there") {
    CHECK(hear(Signal::completed, unpaid())->stage == Stage::waiting);
    CHECK_FALSE(shop.checkouts[0].hold_until);
    now.at += std::chrono::hours(24 * 14);
    CHECK(let_go_overdue(run(), checkouts, holds, {})->count == 0);
    CHECK(clips() == Supply{10, 3});
    CHECK(hear(Signal::async_succeeded, money("cs_1"))->stage == Stage::ordered);
    CHECK(clips() == Supply{7, 0});
}

TEST_CASE_FIXTURE(AtCounterScene, "hear_payment: what did not come gives the pieces back, once") {
    REQUIRE(hear(Signal::completed, unpaid()));
    CHECK(hear(Signal::async_failed, unpaid())->stage == Stage::failed);
    CHECK(hear(Signal::async_failed, unpaid())->stage == Stage::failed);
    CHECK(hear(Signal::expired, unpaid())->stage == Stage::failed);
    CHECK(clips() == Supply{10, 0});
    CHECK(shop.carts.size() == 1);
}

TEST_CASE_FIXTURE(AtCounterScene, "hear_payment: late money gets its pieces if there are any") {
    REQUIRE(hear(Signal::expired, unpaid()));
    CHECK(clips() == Supply{10, 0});
    CHECK(hear(Signal::completed, money("cs_1"))->order);
    CHECK(clips() == Supply{7, 0});
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "hear_payment: late money for what was sold meanwhile needs a person") {
    REQUIRE(hear(Signal::expired, unpaid()));
    const auto first = visitor;
    visitor.reset();
    REQUIRE(add(1, 8));
    REQUIRE(pay());
    CHECK(hear(Signal::completed, money("cs_1"))->incident == IncidentKind::sold_out);
    CHECK(hear(Signal::came_back, money("cs_1"))->stage == Stage::contested);
    CHECK(open_incidents() == Words{"sold_out"});
    CHECK(clips() == Supply{10, 8});
    CHECK(shop.orders.empty());
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "hear_payment: a snapshot that somebody altered is paid for by nobody") {
    auto cheaper = *opened(fingerprint, shop.checkouts[0].frozen);
    cheaper.totals.total = usd(1);
    shop.checkouts[0].frozen.bytes = canonical(cheaper);
    auto one_cent = payment(cheaper);
    CHECK(hear(Signal::completed, one_cent)->incident == IncidentKind::altered_snapshot);
    CHECK(shop.orders.empty());
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "hear_payment: a counter that a crash made us forget is found by its reference") {
    const auto paid = money("cs_1");
    shop.checkouts[0].session.clear();
    CHECK(hear(Signal::completed, paid)->order);
    CHECK(shop.checkouts[0].session == "cs_1");
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "hear_payment: money that already has an order elsewhere does not get another") {
    REQUIRE(hear(Signal::completed, money("cs_1")));
    visitor.reset();
    REQUIRE(add(1, 1));
    REQUIRE(pay());
    auto same_money = money("cs_2");
    same_money.intent = "pi_1";
    CHECK(hear(Signal::completed, same_money)->incident == IncidentKind::paid_twice);
    CHECK(shop.orders.size() == 1);
    CHECK(clips() == Supply{7, 0});
}

TEST_CASE_FIXTURE(AtCounterScene, "hear_payment: an identifier that is taken is drawn anew") {
    tests::CountingEntropy ahead = entropy;
    const auto taken = draw_order_identifier(ahead);
    PlacedOrder other;
    other.id = {1};
    other.record.order.identifier = taken;
    other.history = {{"accepted", Phase::accepted, noon}};
    shop.orders = {other};
    const auto heard = hear(Signal::completed, money("cs_1"));
    REQUIRE(heard->order);
    CHECK(*heard->order != taken);
    CHECK(shop.orders.size() == 2);
}

TEST_CASE_FIXTURE(AtCounterScene, "hear_payment: what was put into the cart since stays in it") {
    REQUIRE(add(7, 2));
    REQUIRE(hear(Signal::completed, money("cs_1")));
    REQUIRE(shop.carts.size() == 1);
    CHECK(shop.carts[0].lines == std::vector<CartLine>{{{7}, 2}});
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "hear_payment: who signed in meanwhile finds the cart of the account closed") {
    const auto ada = settle("ada");
    REQUIRE(adopt_cart(run(), Actor{ada}, carts, checkouts, {*visitor}));
    REQUIRE(hear(Signal::completed, money("cs_1")));
    CHECK(shop.carts.empty());
    CHECK_FALSE(shop.orders[0].record.order.owner.account);  // until the address is proved
}

TEST_CASE_FIXTURE(Scene, "hear_payment: what costs nothing is an order without money, once") {
    shop.codes[0].amount = 10'000;
    shop.methods[0].cost = usd(0);
    REQUIRE(add(7, 1));
    REQUIRE(enter("WELCOME10"));
    REQUIRE(pay());
    auto nothing = money("cs_1");
    CHECK(nothing.amount == 0);
    nothing.state = PaymentState::nothing_to_pay;
    nothing.intent.clear();
    CHECK(hear(Signal::completed, nothing, "evt_1")->order);
    CHECK(hear(Signal::completed, nothing, "evt_2")->order);
    CHECK(shop.orders.size() == 1);
    CHECK(open_incidents().empty());
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "come_back: makes the order if nobody was faster, else shows it") {
    payments.payments = {money("cs_1")};
    const auto back = come_back("cs_1");
    REQUIRE(back);
    CHECK(back->order == shop.orders.at(0).record.order.identifier);
    payments.trouble = &payments_away;
    CHECK(come_back("cs_1")->order == back->order);  // nobody has to be asked
    CHECK(hear(Signal::completed, money("cs_1"))->order == back->order);
    CHECK(shop.orders.size() == 1);
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "come_back: is refused until it is paid, and where nobody can say") {
    payments.payments = {unpaid()};
    CHECK(slug(come_back("cs_1")) == "not_paid_yet");
    payments.payments.clear();
    CHECK(slug(come_back("cs_1")) == "unknown_checkout");
    payments.trouble = &payments_away;
    CHECK(slug(come_back("cs_1")) == "payments_away");
    CHECK(shop.checkouts[0].stage == Stage::open);
}

TEST_CASE_FIXTURE(AtCounterScene,
                  "come_back: with somebody else's counter there is nothing to see") {
    payments.payments = {money("cs_1")};
    const auto buyer = visitor;
    visitor.reset();
    REQUIRE(add(7, 1));
    CHECK(slug(come_back("cs_1")) == "unknown_checkout");
    actor = Actor{settle("eve")};
    CHECK(slug(come_back("cs_1")) == "unknown_checkout");
    CHECK(shop.orders.empty());
    CHECK(shop.carts.size() == 2);
    visitor = buyer;
    CHECK(come_back("cs_1"));  // signed in meanwhile, the cookie is still there
}

}  // namespace asterism::shop
