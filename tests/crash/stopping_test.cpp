// The news of a payment, by a program that stops before or after any of its statements.

#include "tests/crash/stopping.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include <doctest/doctest.h>

#include "shells/store/sqlite_db.hpp"
#include "tests/crash/watched_engine.hpp"
#include "tests/store/shop_world.hpp"

namespace asterism::store::testing {
namespace {

constexpr std::array four{Signal::completed, Signal::async_succeeded, Signal::expired,
                          Signal::came_back};

WatchedEngine::Open opener(const SqliteDatabase& database) {
    return [file = database.file()] { return open_sqlite({file}, Access::write); };
}

WatchedEngine::Open opener(const PostgresDatabase& database) {
    return [address = database.address()] { return open_postgres(address); };
}

template <class Kind>
struct Shop {
    Kind database;
    Stopping stopping;
    WatchedEngine engine{opener(database), std::is_same_v<Kind, SqliteDatabase>, &stopping};
    ShopWorld world{engine};
    shop::SkuId clips = world.offer(350, 1'000'000);
    std::int64_t checkouts = 0;

    Shop() {
        world.furnish();
        world.offer_code("TEN", 1'000'000);
    }

    std::string at_counter() {
        ++checkouts;
        return world.at_counter(clips, 4, "TEN");
    }

    /// As it may come: whether the money was there when the buyer was through, and came back.
    shop::PaymentNews news(Signal signal, const std::string& session, bool at_once = true,
                           bool by_then = true) {
        auto money = world.money(session);
        const bool late = (signal == Signal::completed && !at_once) ||
                          (signal == Signal::came_back && !by_then) || signal == Signal::expired;
        if (late) money.state = shop::PaymentState::unpaid;
        const auto name = signal == Signal::came_back
                              ? ""
                              : "evt_" + std::to_string(static_cast<int>(signal)) + session;
        return {name, signal, money};
    }

    void tell(const shop::PaymentNews& news) {
        static_cast<void>(world.hear(news.signal, news.payment, news.call));
    }

    /// False: it came to its end before that statement.
    bool tell_and_stop(int statement, bool after, const shop::PaymentNews& news) {
        stopping.at(statement, after);
        try {
            tell(news);
        } catch (const std::exception&) {
            REQUIRE(stopping.stopped());
        }
        const bool stopped = stopping.stopped();
        stopping.at(0, false);
        return stopped;
    }

    /// All of them became one order of four each, and nothing else.
    void check_whole() {
        CHECK(world.contradiction() == "");
        CHECK(world.count("SELECT count(*) FROM shop_order") == checkouts);
        CHECK(world.stock(clips) == shop::Supply{1'000'000 - 4 * checkouts, 0});
        CHECK(world.uses("TEN") == shop::Supply{1'000'000 - checkouts, 0});
        CHECK(world.count("SELECT count(*) FROM shop_incident") == 0);
    }
};

template <class Kind>
Outcome expected(Shop<Kind>& shop) {
    const auto session = shop.at_counter();
    shop.tell(shop.news(Signal::completed, session));
    return shop.world.outcome(session);
}

}  // namespace

TEST_CASE_TEMPLATE("crash: what is expected is one order, with all its rows", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Shop<Kind> shop;
    const auto end = expected(shop);
    CHECK(end.stage == Stage::ordered);
    CHECK_FALSE(end.holding);
    REQUIRE(end.orders.size() == 1);
    CHECK(end.orders[0].lines.size() == 1);
    CHECK(end.orders[0].codes.size() == 1);
    CHECK(end.entries == 1);
    CHECK(end.carts == 0);
    CHECK(end.mails == 1);
    CHECK(end.told == 1);
    CHECK(end.incidents == 0);
    shop.check_whole();
}

TEST_CASE_TEMPLATE("orders: are made in few statements", Kind, SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    const auto news = shop.news(Signal::completed, shop.at_counter());
    shop.stopping.at(0, false);
    shop.tell(news);
    // There with the order's rows one by one.
    CHECK(shop.stopping.count() == (std::is_same_v<Kind, SqliteDatabase> ? 18 : 13));
}

TEST_CASE_TEMPLATE(
    "crash: before and after every statement leaves all or nothing, and the news "
    "told again make the one order",
    Kind, SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    const auto same = expected(shop);
    int stops = 0;
    for (const auto signal : {Signal::completed, Signal::async_succeeded, Signal::came_back})
        for (const bool after : {false, true})
            for (int statement = 1;; ++statement) {
                const auto session = shop.at_counter();
                const auto before = shop.world.outcome(session);
                const auto news = shop.news(signal, session);
                const bool stopped = shop.tell_and_stop(statement, after, news);
                const auto left = shop.world.outcome(session);
                REQUIRE((left == before || left == same));
                if (stopped) shop.tell(news);
                REQUIRE(shop.world.outcome(session) == same);
                if (!stopped) break;
                ++stops;
            }
    CHECK(stops >= 70);
    shop.check_whole();
}

TEST_CASE_TEMPLATE("crash: news in all 24 orders, with a stop at each of them, end the same", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Shop<Kind> shop;
    const auto same = expected(shop);
    // All of them take minutes; by default each is stopped at statements of its own.
    const bool all = std::getenv("ASTERISM_TEST_LONG") != nullptr;
    std::array<std::size_t, 4> order{0, 1, 2, 3};
    int turn = 0;
    int stops = 0;
    do {
        for (std::size_t at = 0; at < four.size(); ++at)
            for (const bool after : {false, true})
                for (int statement = all ? 1 : 1 + turn++ % 12; statement > 0; ++statement) {
                    const bool at_once = turn % 2 == 0;
                    const bool by_then = turn % 3 == 0;
                    const auto session = shop.at_counter();
                    bool stopped = false;
                    for (std::size_t i = 0; i < four.size(); ++i) {
                        const auto news = shop.news(four[order[i]], session, at_once, by_then);
                        if (i == at) stopped = shop.tell_and_stop(statement, after, news);
                        if (i != at || stopped) shop.tell(news);
                    }
                    REQUIRE(shop.world.outcome(session) == same);
                    stops += stopped ? 1 : 0;
                    if (!stopped || !all) break;
                }
    } while (std::next_permutation(order.begin(), order.end()));
    CHECK(stops >= 60);
    shop.check_whole();
}

}  // namespace asterism::store::testing
