#include "libcore/shop/aftercare.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

struct Aftercare : Scene {
    Aftercare() {
        REQUIRE(add(1, 3));
        REQUIRE(pay());
    }

    Actor sue{settle("sue", Role::staff), Role::staff};
    Actor eve{settle("eve")};
};

}  // namespace

TEST_CASE_FIXTURE(Aftercare, "settle_incident: by the staff, once, with a word, and in the log") {
    auto wrong = money("cs_1");
    wrong.amount = 1;
    REQUIRE(hear(Signal::completed, wrong));
    CHECK(slug(list_incidents(eve, incidents, {})) == "merchants_only");
    const auto list = *list_incidents(sue, incidents, {});
    REQUIRE(list.items.size() == 1);
    CHECK(list.items[0].kind == IncidentKind::wrong_amount);
    CHECK(list.items[0].amount == 1);
    CHECK(list.items[0].session == "cs_1");
    const auto id = list.items[0].id;
    trail.clear();
    CHECK(slug(settle_incident(run(), eve, incidents, {id, "mine"})) == "merchants_only");
    CHECK(slug(settle_incident(run(), sue, incidents, {id, " "})) == "incident_note_missing");
    CHECK(slug(settle_incident(run(), sue, incidents, {id, std::string(1'001, 'x')})) ==
          "bad_order_note");
    CHECK(settle_incident(run(), sue, incidents, {id, "paid back"}));
    CHECK(slug(settle_incident(run(), sue, incidents, {id, "again"})) == "unknown_incident");
    CHECK(slug(settle_incident(run(), sue, incidents, {{99}, "what"})) == "unknown_incident");
    CHECK(list_incidents(sue, incidents, {})->items.empty());
    CHECK(told() == std::vector<std::string>{"payment_incident_settled"});
    CHECK(slug(list_incidents(sue, incidents, {201})) == "bad_order_page");
}

TEST_CASE_FIXTURE(Aftercare,
                  "resend_order_mail: a guest's gets a new secret, the old one opens nothing") {
    const auto name = *hear(Signal::completed, money("cs_1"))->order;
    visitor.reset();
    const auto before = tables.tasks.back().payload;
    const auto show = [&](const std::string& order) {
        return slug(show_order(run(), std::nullopt, orders, statuses, shelves(), {order}));
    };
    CHECK(show(before) == "ok");
    CHECK(slug(resend_order_mail(run(), eve, orders, tasks, {name})) == "merchants_only");
    CHECK(resend_order_mail(run(), sue, orders, tasks, {name})->email == "Ada@Example.org");
    const auto after = *read_errand(tables.tasks.back().payload);
    CHECK(show(written(after.name)) == "ok");
    CHECK(show(before) == "unknown_order");
    CHECK(slug(resend_order_mail(run(), sue, orders, tasks, {"ORD-0"})) == "unknown_order");
    shop.orders[0].record.contact.email.clear();
    CHECK(slug(resend_order_mail(run(), sue, orders, tasks, {name})) == "no_mail_address");
}

TEST_CASE_FIXTURE(Aftercare, "resend_order_mail: each time it is another mail than those before") {
    const auto name = *hear(Signal::completed, money("cs_1"))->order;
    std::vector<std::string> marks{read_errand(tables.tasks.back().payload)->again};
    CHECK(marks[0].empty());
    for (int times = 0; times < 2; ++times) {
        REQUIRE(resend_order_mail(run(), sue, orders, tasks, {name}));
        const auto errand = *read_errand(tables.tasks.back().payload);
        CHECK(errand.name.identifier == name);
        CHECK(std::ranges::find(marks, errand.again) == marks.end());
        marks.push_back(errand.again);
    }
}

TEST_CASE_FIXTURE(
    Scene, "forget_shopping: cart and name go, orders stay, and so does what is on its way") {
    const auto ada = settle("ada");
    actor = Actor{ada};
    REQUIRE(add(1, 1));
    REQUIRE(pay());
    const auto name = *hear(Signal::completed, money("cs_1"))->order;
    REQUIRE(add(7, 1));
    REQUIRE(pay());
    forget_shopping(carts, checkouts, orders, {ada, "ada"});
    CHECK(shop.carts.empty());
    CHECK_FALSE(orders.find(name)->record.order.owner.account);
    actor.reset();
    auto late = money("cs_2");
    late.intent = "pi_2";
    REQUIRE(hear(Signal::completed, late)->order);
    CHECK_FALSE(shop.orders[1].record.order.owner.account);
    CHECK(slug(show_order(run(), std::nullopt, orders, statuses, shelves(),
                          {tables.tasks.back().payload})) == "ok");
}

}  // namespace asterism::shop
