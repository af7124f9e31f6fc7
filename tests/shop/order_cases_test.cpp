#include "libcore/shop/order_cases.hpp"

#include <doctest/doctest.h>

#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

using Words = std::vector<std::string>;

struct Ordered : Scene {
    /// Three clips, bought by whoever acts.
    std::string buy() {
        REQUIRE(add(1, 3));
        const auto paying = pay();
        auto paid = money(paying->session);
        paid.intent = "pi of " + paying->session;
        return *hear(Signal::completed, paid)->order;
    }

    Result<OrderView> show(const std::string& name) {
        return show_order(run(), actor, orders, statuses, shelves(), {name, visitor});
    }

    /// How the guest's mail calls the newest order.
    std::string mailed_name() const { return tables.tasks.back().payload; }
};

}  // namespace

TEST_CASE_FIXTURE(Ordered, "show_order: what was bought, as it was then") {
    const auto name = buy();
    shop.products[0].skus[0].prices.push_back({usd(9'900), noon});
    shop.products[0].title = "Staples";
    const auto order = show(name);
    REQUIRE(order);
    CHECK(order->identifier == name);
    CHECK(order->lines.at(0).price == "3.50");
    CHECK(order->lines.at(0).title == "Paper Clips");
    CHECK(order->totals.total == "20.06");
    CHECK(order->paid == "20.06");
    CHECK(order->shipping_address->city == "Springfield");
    CHECK(order->history.at(0).status == "accepted");
    CHECK(order->carrier == "USPS Retail Ground");
}

TEST_CASE_FIXTURE(Ordered, "show_order: with what is said today of what it names") {
    const auto name = buy();
    auto order = show(name);
    REQUIRE(order);
    CHECK(order->history.at(0).title == "Accepted");
    CHECK(order->tracking_base == "https://usps/?n=");
    CHECK(order->lines.at(0).availability == Availability::in_stock);
    CHECK(order->codes.empty());
    shop.products[0].skus[0].availability = Availability::back_ordered;
    shop.methods.clear();
    order = show(name);
    CHECK(order->lines.at(0).availability == Availability::back_ordered);
    CHECK(order->tracking_base.empty());
    CHECK(order->carrier == "USPS Retail Ground");
}

TEST_CASE_FIXTURE(Ordered, "show_order: a code tells when it was good, as long as there is one") {
    REQUIRE(add(1, 1));
    REQUIRE(enter("WELCOME10"));
    const auto name = buy();
    const auto code = show(name)->codes.at(0);
    CHECK(code.starts == shop.codes.at(0).starts);
    CHECK(code.ends == shop.codes.at(0).ends);
    shop.codes.clear();
    CHECK(show(name)->codes.at(0).code == "WELCOME10");
    CHECK_FALSE(show(name)->codes.at(0).starts);
}

TEST_CASE_FIXTURE(
    Ordered,
    "show_order: a guest's opens with the mail's secret or the buyer's cookie, by no number") {
    const auto name = buy();
    CHECK(show(name));  // the buyer's own browser
    visitor.reset();
    CHECK(slug(show(name)) == "unknown_order");
    CHECK(show(mailed_name())->identifier == name);
    auto guessed = mailed_name();
    guessed.back() = guessed.back() == 'a' ? 'b' : 'a';
    CHECK(slug(show(guessed)) == "unknown_order");
    CHECK(slug(show(name + "-" + std::string(22, 'a'))) == "unknown_order");
    CHECK(slug(show("nonsense")) == "unknown_order");
    CHECK(slug(show("../etc")) == "unknown_order");
    actor = Actor{settle("eve")};
    CHECK(slug(show(name)) == "order_of_another");
    CHECK(show(mailed_name()));
}

TEST_CASE_FIXTURE(Ordered, "show_order: an account's is for it and for the staff") {
    const auto ada = settle("ada");
    actor = Actor{ada};
    const auto name = buy();
    CHECK(mailed_name() == name);
    CHECK(show(name));
    actor.reset();
    CHECK(slug(show(name)) == "sign_in_for_order");
    visitor = std::string(22, 'v');
    CHECK(slug(show(name)) == "sign_in_for_order");
    actor = Actor{settle("bob")};
    CHECK(slug(show(name)) == "order_of_another");
    actor = Actor{settle("may", Role::moderator), Role::moderator};
    CHECK(slug(show(name)) == "order_of_another");
    actor = Actor{settle("sue", Role::staff), Role::staff};
    CHECK(show(name));
}

TEST_CASE_FIXTURE(Ordered, "join: a guest's orders become an account's by their address") {
    const auto name = buy();
    visitor.reset();
    const auto ada = settle("ada");
    actor = Actor{ada};
    CHECK(list_own_orders(*actor, orders, {})->items.empty());
    CHECK(orders.join(ada, "ada@example.org") == 1);
    CHECK(orders.join(ada, "ada@example.org") == 0);
    CHECK(list_own_orders(*actor, orders, {})->items.at(0).identifier == name);
    CHECK(show(name));
    orders.forget(ada);
    CHECK(list_own_orders(*actor, orders, {})->items.empty());
    CHECK(shop.orders.size() == 1);
}

TEST_CASE_FIXTURE(Ordered, "list_orders: pages go on where they ended, for the staff alone") {
    for (int i = 0; i < 3; ++i) buy();
    CHECK(slug(list_orders(Actor{settle("ada")}, orders, {})) == "merchants_only");
    const Actor sue{settle("sue", Role::staff), Role::staff};
    const auto page = *list_orders(sue, orders, {{}, 2});
    REQUIRE(page.items.size() == 2);
    CHECK(page.items[0].id == OrderId{3});
    CHECK(page.items[0].total == "20.06");
    REQUIRE(page.next);
    const auto rest = *list_orders(sue, orders, {page.next, 2});
    CHECK(rest.items.size() == 1);
    CHECK_FALSE(rest.next);
    for (const std::int64_t limit : {0, 201})
        CHECK(slug_at(list_orders(sue, orders, {{}, limit})) == "bad_order_page at limit");
}

TEST_CASE_FIXTURE(Ordered,
                  "move_order: through every status, with its number, each once and in the log") {
    buy();
    actor = Actor{settle("sue", Role::staff), Role::staff};
    told();
    CHECK(move("manufacturing")->history.size() == 2);
    CHECK(move("packing"));
    CHECK(slug(move("shipped")) == "tracking_missing");
    CHECK(slug(move("shipped", "<b>")) == "bad_tracking");
    const auto sent = move("shipped", "1Z999");
    REQUIRE(sent);
    CHECK(sent->tracking == "1Z999");
    CHECK(sent->history.size() == 4);
    CHECK(slug(move("shipped", "1Z999")) == "status_already");
    CHECK(slug(move("cancelled")) == "no_such_move");
    CHECK(slug(move("refunded")) == "refund_note_missing");
    CHECK(move("refunded", {}, "20.06 on 2 March")->history.back().note == "20.06 on 2 March");
    CHECK(told() == Words(4, "order_moved"));
    CHECK(clips() == Supply{7, 0});
}

TEST_CASE_FIXTURE(Ordered, "move_order: what is cancelled before it was sent can be sold again") {
    buy();
    actor = Actor{settle("sue", Role::staff), Role::staff};
    CHECK(move("cancelled"));
    CHECK(clips() == Supply{10, 0});
    CHECK(slug(move("cancelled")) == "status_already");
    CHECK(move("refunded", {}, "all of it"));
    CHECK(clips() == Supply{10, 0});
}

TEST_CASE_FIXTURE(Ordered, "move_order: by the staff, of an order, to a status") {
    buy();
    actor = Actor{settle("ada")};
    CHECK(slug(move("packing")) == "merchants_only");
    actor->role = Role::staff;
    CHECK(slug_at(move("nonsense")) == "unknown_status at status");
    CHECK(slug(move_order(run(), *actor, workshop(), {"ORD-0000000000", "packing"})) ==
          "unknown_order");
}

TEST_CASE_FIXTURE(Ordered, "orders: a later price or stock does not alter one that was placed") {
    const auto name = buy();
    const auto before = shop.orders[0].record;
    shop.products[0].skus[0].prices.push_back({usd(1), noon});
    shop.products[0].skus[0].stock = {0};
    shop.codes.clear();
    CHECK(orders.find(name)->record == before);
}

}  // namespace asterism::shop
