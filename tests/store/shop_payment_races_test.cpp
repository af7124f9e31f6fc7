// News of payments, told by many at once to a real database.

#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "tests/store/shop_world.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using shop::Supply;

/// Whoever is told that the database is busy comes again, as callers do.
template <class Part>
bool persistently(const Part& part, int who) {
    for (int tries = 1;; ++tries) {
        try {
            return part(who);
        } catch (const app::StoreUnavailable&) {
            if (tries == 20) throw;
        }
    }
}

/// Everybody does his part at once; how many were not refused.
template <class Part>
int at_once(int crowd, Part part) {
    std::atomic<int> good = 0;
    std::latch ready{crowd};
    std::vector<std::jthread> threads;
    for (int i = 0; i < crowd; ++i)
        threads.emplace_back([&, i] {
            ready.arrive_and_wait();
            if (persistently(part, i)) ++good;
        });
    threads.clear();
    return good;
}

template <class Kind>
struct Shop {
    Kind database;
    ShopWorld world{database.engine()};

    Shop() { world.furnish(); }

    /// A guest with one of it in his cart.
    Buyer with_one(shop::SkuId sku, const std::string& code = "") {
        Buyer out;
        must(world.add(out, sku, 1));
        if (!code.empty()) must(world.enter(out, code));
        return out;
    }
};

}  // namespace

TEST_CASE_TEMPLATE("payments: one event told a hundred times makes one order", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Shop<Kind> shop;
    auto& world = shop.world;
    const auto clips = world.offer(350, 10);
    const auto money = world.money(world.at_counter(clips, 3));
    std::optional<std::string> order;
    for (int i = 0; i < 100; ++i) {
        const auto heard = must(world.hear(Signal::completed, money, "evt_1"));
        CHECK(heard.stage == Stage::ordered);
        if (!order) order = heard.order;
        CHECK(heard.order == order);
    }
    CHECK(world.count("SELECT count(*) FROM shop_order") == 1);
    CHECK(world.count("SELECT count(*) FROM task") == 1);
    CHECK(world.stock(clips) == Supply{7, 0});
    CHECK(world.contradiction() == "");
}

TEST_CASE_TEMPLATE("payments: one event told by 32 at once makes one order", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Shop<Kind> shop;
    auto& world = shop.world;
    const auto clips = world.offer(350, 10);
    for (const bool named : {true, false}) {
        const auto money = world.money(world.at_counter(clips, 3));
        const int heard = at_once(32, [&](int i) {
            // The same call, or as many that say the same.
            const auto name = named ? "evt_1" : "evt_2_" + std::to_string(i);
            const auto signal = i % 2 == 0 ? Signal::completed : Signal::came_back;
            const auto told = world.hear(signal, money, signal == Signal::completed ? name : "");
            return told && told->stage == Stage::ordered;
        });
        CHECK(heard == 32);
    }
    CHECK(world.count("SELECT count(*) FROM shop_order") == 2);
    CHECK(world.count("SELECT count(*) FROM shop_incident") == 0);
    CHECK(world.stock(clips) == Supply{4, 0});
    CHECK(world.contradiction() == "");
}

TEST_CASE_TEMPLATE("payments: of fifty buyers of ten pieces ten get an order", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Shop<Kind> shop;
    auto& world = shop.world;
    const auto clips = world.offer(350, 10);
    std::vector<Buyer> buyers;
    for (int i = 0; i < 50; ++i) buyers.push_back(shop.with_one(clips));
    const int ordered = at_once(50, [&](int i) {
        const auto counter = world.pay(buyers[static_cast<std::size_t>(i)]);
        if (!counter) return false;
        const auto heard = world.hear(Signal::completed, world.money(counter->session),
                                      "evt_" + std::to_string(i));
        return heard && heard->order.has_value();
    });
    CHECK(ordered == 10);
    CHECK(world.count("SELECT count(*) FROM shop_order") == 10);
    CHECK(world.stock(clips) == Supply{0, 0});
    CHECK(world.contradiction() == "");
}

TEST_CASE_TEMPLATE(
    "payments: fifty who pay too late get the ten pieces that are left, and a person "
    "looks after the others",
    Kind, SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    auto& world = shop.world;
    const auto clips = world.offer(350, 10);
    std::vector<shop::Payment> late;
    for (int i = 0; i < 50; ++i) {
        late.push_back(world.money(world.at_counter(clips, 1)));
        if (i % 10 != 9) continue;
        world.now += 2h;
        CHECK(must(world.let_go_overdue()).count == 10);
    }
    CHECK(world.stock(clips) == Supply{10, 0});
    const int heard = at_once(50, [&](int i) {
        return static_cast<bool>(world.hear(Signal::completed, late[static_cast<std::size_t>(i)],
                                            "evt_" + std::to_string(i)));
    });
    CHECK(heard == 50);
    CHECK(world.count("SELECT count(*) FROM shop_order") == 10);
    CHECK(world.count("SELECT count(*) FROM shop_incident WHERE kind = 'sold_out'") == 40);
    CHECK(world.count("SELECT count(*) FROM shop_checkout WHERE stage = 'contested'") == 40);
    CHECK(world.count("SELECT count(*) FROM task WHERE kind = 'shop.alarm'"
                      " AND payload = 'sold_out'") == 40);
    CHECK(world.stock(clips) == Supply{0, 0});
    CHECK(world.contradiction() == "");
}

TEST_CASE_TEMPLATE("payments: a code that is good once is used once, by whomever", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    auto& world = shop.world;
    const auto bands = world.offer(1'499);
    world.offer_code("ONCE", 1);
    std::vector<Buyer> buyers;
    for (int i = 0; i < 20; ++i) buyers.push_back(shop.with_one(bands, "ONCE"));
    const int paying = at_once(20, [&](int i) {
        return static_cast<bool>(world.pay(buyers[static_cast<std::size_t>(i)]));
    });
    CHECK(paying == 1);
    CHECK(world.uses("ONCE") == Supply{1, 1});
    CHECK(world.stock(bands) == Supply{{}, 1});
    // Who had it lets it go, and the next one has it.
    world.now += 2h;
    CHECK(must(world.let_go_overdue()).count == 1);
    CHECK(world.uses("ONCE") == Supply{1, 0});
    const auto reduced = world.money(must(world.pay(buyers[7])).session);
    must(world.hear(Signal::completed, reduced));
    CHECK(world.uses("ONCE") == Supply{0, 0});
    // Who comes after him pays the whole price.
    const auto whole = world.money(must(world.pay(buyers[8])).session);
    CHECK(whole.amount == reduced.amount + 1'000);
    CHECK(world.uses("ONCE") == Supply{0, 0});
}

TEST_CASE_TEMPLATE(
    "payments: those who want the same things in other orders do not wait for one "
    "another without end",
    Kind, SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    auto& world = shop.world;
    const auto clips = world.offer(350, 1'000);
    const auto bands = world.offer(1'499, 1'000);
    std::vector<Buyer> buyers(16);
    for (std::size_t i = 0; i < buyers.size(); ++i) {
        must(world.add(buyers[i], i % 2 == 0 ? clips : bands, 1));
        must(world.add(buyers[i], i % 2 == 0 ? bands : clips, 2));
    }
    const int ordered = at_once(16, [&](int i) {
        const auto counter = world.pay(buyers[static_cast<std::size_t>(i)]);
        return counter && world.hear(Signal::completed, world.money(counter->session));
    });
    CHECK(ordered == 16);
    CHECK(world.stock(clips) == Supply{1'000 - 24, 0});
    CHECK(world.stock(bands) == Supply{1'000 - 24, 0});
    CHECK(world.contradiction() == "");
}

TEST_CASE_TEMPLATE("payments: news and the end of time at once give back or sell, never both", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    auto& world = shop.world;
    const auto clips = world.offer(350, 100);
    std::vector<shop::Payment> money;
    for (int i = 0; i < 20; ++i) money.push_back(world.money(world.at_counter(clips, 1)));
    world.now += 2h;
    at_once(24, [&](int i) {
        if (i % 6 == 5) return static_cast<bool>(world.let_go_overdue());
        const auto nth = static_cast<std::size_t>(i - i / 6);
        return static_cast<bool>(world.hear(Signal::completed, money[nth]));
    });
    CHECK(world.count("SELECT count(*) FROM shop_order") == 20);
    CHECK(world.stock(clips) == Supply{80, 0});
    CHECK(world.contradiction() == "");
}

}  // namespace asterism::store::testing
