// What the shop keeps for a while: names of calls, and replies to keys; and who changes the same
// thing at once.

#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "libcore/shop/cart_cases.hpp"
#include "libcore/shop/offers.hpp"
#include "libcore/shop/replies.hpp"
#include "tests/store/shop_rows.hpp"
#include "tests/store/shop_world.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;

/// Both at once, many times over.
void at_once(int times, auto one, auto other) {
    std::latch ready{2};
    std::jthread beside([&] {
        ready.arrive_and_wait();
        for (int i = 0; i < times; ++i) other(i);
    });
    ready.arrive_and_wait();
    for (int i = 0; i < times; ++i) one(i);
}

}  // namespace

TEST_CASE_TEMPLATE("heard calls: those of before a moment are forgotten, oldest first", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    database.engine().write([&](app::Unit& unit) {
        auto& calls = unit.heard_calls();
        for (int i = 0; i < 5; ++i) calls.note("evt_" + std::to_string(i), noon + i * 1s);
        CHECK(calls.count(noon + 3s) == 3);
        CHECK(calls.forget(noon + 3s, 2) == 2);
        CHECK(calls.note("evt_1", noon));
        CHECK_FALSE(calls.note("evt_2", noon));
        CHECK(calls.forget(noon + 3s, 100) == 2);
        CHECK_FALSE(calls.note("evt_3", noon));
        CHECK(calls.forget(noon, 100) == 0);
        return true;
    });
}

TEST_CASE_TEMPLATE("replies: are kept whole until they are forgotten", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    database.engine().write([&](app::Unit& unit) {
        auto& replies = unit.replies();
        CHECK_FALSE(replies.hold("key"));
        CHECK(replies.begin("key", "request", noon));
        CHECK_FALSE(replies.begin("key", "another", noon + 1s));
        CHECK(replies.hold("key")->reply == shop::Reply{});
        replies.finish("key", {409, R"({"code":"no_cart"})"});
        const auto kept = replies.hold("key");
        REQUIRE(kept);
        CHECK(kept->request == "request");
        CHECK(kept->reply == shop::Reply{409, R"({"code":"no_cart"})"});
        CHECK(kept->begun == noon);
        replies.begin_again("key", "another", noon + 5s);
        CHECK(replies.hold("key")->request == "another");
        CHECK(replies.hold("key")->reply == shop::Reply{});
        CHECK(replies.begin("old", "request", noon));
        CHECK(replies.count(noon + 1s) == 1);
        CHECK(replies.forget(noon + 1s, 100) == 1);
        replies.drop("key");
        CHECK(replies.begin("key", "request", noon));
        return true;
    });
}

TEST_CASE_TEMPLATE("replies: of many with one key at once one answers", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    ShopWorld world(database.engine());
    std::atomic<int> answering = 0;
    std::atomic<int> waiting = 0;
    {
        std::latch ready{8};
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                ready.arrive_and_wait();
                const auto asked = world.app.template run<&shop::ask_once>(
                    world.call({}), shop::AskOnce{"key", "request"});
                if (asked) ++answering;
                if (!asked && asked.error().fault == &shop::reply_in_the_making) ++waiting;
            });
    }
    CHECK(answering == 1);
    CHECK(waiting == 7);
}

TEST_CASE_TEMPLATE("offers: who changes one thing takes nothing back that another changed", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const Actor sue{added(engine, "sue"), Role::staff};
    Counter one{engine};
    Counter other{engine};
    const auto good = [](const auto& changed) { CHECK(changed); };
    for (int round = 0; round < 10; ++round) {
        const auto number = std::to_string(round);
        at_once(
            1,
            [&](int) {
                shop::ChangeShippingMethod way{"UPSGround"};
                way.carrier = "UPS " + number;
                good(one.template ask<&shop::change_shipping_method>(sue, way));
                shop::ChangeStatus status{"shipped"};
                status.title = "Shipped " + number;
                good(one.template ask<&shop::change_order_status>(sue, status));
            },
            [&](int) {
                shop::ChangeShippingMethod way{"UPSGround"};
                way.cost = "1." + std::to_string(10 + round);
                good(other.template ask<&shop::change_shipping_method>(sue, way));
                shop::ChangeStatus status{"shipped"};
                status.description = "Away " + number;
                good(other.template ask<&shop::change_order_status>(sue, status));
            });
        engine.write([&](app::Unit& unit) {
            const auto way = unit.shipping_methods().hold("UPSGround");
            CHECK(way->carrier == "UPS " + number);
            CHECK(way->cost.minor == 110 + round);
            const auto status = unit.order_statuses().hold("shipped");
            CHECK(status->title == "Shipped " + number);
            CHECK(status->description == "Away " + number);
            CHECK_FALSE(unit.shipping_methods().hold("nothing"));
            CHECK_FALSE(unit.order_statuses().hold("nothing"));
            return false;
        });
    }
}

// The cart is held before its checkout by whoever wants both, so that no two wait for each other.
TEST_CASE_TEMPLATE("payments: news and the same buyer going to pay again do not stand still", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    ShopWorld world(database.engine());
    world.furnish();
    const auto clips = world.offer(350, 1'000);
    const auto bands = world.offer(1'499);
    for (int round = 0; round < 20; ++round) {
        Buyer buyer;
        must(world.add(buyer, clips, 1));
        const auto session = must(world.pay(buyer)).session;
        const auto money = world.money(session);
        must(world.add(buyer, bands, 1));  // so that going again lets go of what was held
        at_once(
            1, [&](int) { CHECK(world.hear(Signal::completed, money)->order); },
            [&](int) { CHECK(world.pay(buyer)); });
    }
    CHECK(world.count("SELECT count(*) FROM shop_order") == 20);
    CHECK(world.count("SELECT count(*) FROM shop_incident") == 0);
    CHECK(world.contradiction() == "");
}

}  // namespace asterism::store::testing
