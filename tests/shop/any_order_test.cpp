#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

/// A piece of news as it may come: what a buyer who pays late, or at once, sets going.
struct Told {
    Signal signal;
    bool paid;
};

/// What must be the same however the news came.
struct End {
    std::vector<OrderRecord> orders;
    std::vector<Supply> stock;
    std::size_t carts = 0;
    std::vector<std::string> tasks;
    std::vector<std::string> incidents;
    Stage stage = Stage::open;

    friend bool operator==(const End&, const End&) = default;
};

struct World : Scene {
    World() {
        REQUIRE(add(1, 3));
        REQUIRE(add(7, 2));
        REQUIRE(enter("WELCOME10"));
        REQUIRE(enter("ONCE10"));
        REQUIRE(pay());
    }

    void tell(const Told& told) {
        auto payment = money("cs_1");
        if (!told.paid) payment.state = PaymentState::unpaid;
        (void)hear(told.signal, payment);
    }

    /// The same, by a machine that stops at some call, forgets what it had not finished, and is
    /// told again. False: it got to its end before that call.
    bool tell_and_stop(const Told& told, int stop_at, bool after_it) {
        const auto before = std::pair(shop, tables);
        calls.count = 0;
        calls.stop_at = stop_at;
        calls.after_it = after_it;
        bool stopped = false;
        try {
            tell(told);
        } catch (const StoppingCalls::Stopped&) {
            stopped = true;
            std::tie(shop, tables) = before;
            trail.clear();
        }
        calls.stop_at = 0;
        if (stopped) tell(told);
        return stopped;
    }

    /// Names are drawn by chance, and so not compared.
    End end() {
        End out;
        for (const PlacedOrder& order : shop.orders) {
            out.orders.push_back(order.record);
            out.orders.back().order.identifier = "drawn";
            out.orders.back().order.reference = "drawn";
            out.orders.back().order.secret_print = "drawn";
            out.orders.back().order.owner.visitor = "drawn";
        }
        for (const Product& product : shop.products)
            for (const Sku& sku : product.skus) out.stock.push_back(sku.stock);
        for (const Discount& code : shop.codes) out.stock.push_back(code.uses);
        out.carts = shop.carts.size();
        out.tasks = tasks_waiting();
        out.incidents = open_incidents();
        out.stage = shop.checkouts.at(0).stage;
        return out;
    }
};

End expected() {
    World world;
    world.tell({Signal::completed, true});
    return world.end();
}

constexpr std::array four{Signal::completed, Signal::async_succeeded, Signal::expired,
                          Signal::came_back};

/// All ways in which the news can come: whether the buyer's money was there when he was through,
/// and when he came back.
std::vector<std::vector<Told>> all_tellings() {
    std::vector<std::vector<Told>> out;
    std::array<std::size_t, 4> order{0, 1, 2, 3};
    do {
        for (const bool at_once : {false, true})
            for (const bool by_then : {false, true}) {
                std::vector<Told> telling;
                for (const auto at : order) {
                    const bool paid = (four[at] == Signal::completed && at_once) ||
                                      (four[at] == Signal::came_back && by_then) ||
                                      four[at] == Signal::async_succeeded;
                    telling.push_back({four[at], paid});
                }
                out.push_back(telling);
            }
    } while (std::next_permutation(order.begin(), order.end()));
    return out;
}

}  // namespace

TEST_CASE("orders: what is expected is one order, paid, with its mail") {
    const auto end = expected();
    CHECK(end.orders.size() == 1);
    CHECK(end.stage == Stage::ordered);
    CHECK(end.stock == std::vector<Supply>{{7, 0}, {{}, 0}, {{}, 0}, {1, 0}});
    CHECK(end.carts == 0);
    CHECK(end.tasks == std::vector<std::string>{"shop.order_mail"});
    CHECK(end.incidents.empty());
}

TEST_CASE("orders: news in all 24 orders, paid at once or late, end in the same one order") {
    const auto same = expected();
    const auto tellings = all_tellings();
    CHECK(tellings.size() == 96);
    for (const auto& telling : tellings) {
        World world;
        for (const Told& told : telling) world.tell(told);
        REQUIRE(world.end() == same);
    }
}

TEST_CASE("orders: told twice, at any later time, they end the same") {
    const auto same = expected();
    for (const auto& telling : all_tellings()) {
        for (std::size_t again = 0; again < telling.size(); ++again)
            for (std::size_t later = again + 1; later <= telling.size(); ++later) {
                World world;
                for (std::size_t i = 0; i <= telling.size(); ++i) {
                    if (i == later) world.tell(telling[again]);
                    if (i < telling.size()) world.tell(telling[i]);
                }
                REQUIRE(world.end() == same);
            }
    }
}

TEST_CASE("orders: a report of failure among them, wherever it comes, changes nothing") {
    const auto same = expected();
    for (const auto& telling : all_tellings())
        for (std::size_t at = 0; at <= telling.size(); ++at) {
            World world;
            for (std::size_t i = 0; i <= telling.size(); ++i) {
                if (i == at) world.tell({Signal::async_failed, false});
                if (i < telling.size()) world.tell(telling[i]);
            }
            REQUIRE(world.end() == same);
        }
}

TEST_CASE("orders: a crash at every call of a port, before it or after, ends the same") {
    const auto same = expected();
    int crashes = 0;
    for (const auto& telling : all_tellings())
        for (std::size_t at = 0; at < telling.size(); ++at)
            for (const bool after_it : {false, true})
                for (int stop_at = 1;; ++stop_at) {
                    World world;
                    bool stopped = false;
                    for (std::size_t i = 0; i < telling.size(); ++i) {
                        if (i == at)
                            stopped = world.tell_and_stop(telling[i], stop_at, after_it);
                        else
                            world.tell(telling[i]);
                    }
                    REQUIRE(world.end() == same);
                    if (!stopped) break;
                    ++crashes;
                }
    CHECK(crashes > 1'000);
}

TEST_CASE("orders: without money there is none, and nothing stays held but what is waited for") {
    std::array<std::size_t, 3> order{0, 1, 2};
    const std::array<Told, 3> sad{Told{Signal::completed, false}, Told{Signal::async_failed, false},
                                  Told{Signal::expired, false}};
    do {
        World world;
        for (const auto at : order) world.tell(sad[at]);
        CHECK(world.end().orders.empty());
        CHECK(world.end().stage == Stage::failed);
        CHECK(world.clips() == Supply{10, 0});
        CHECK(world.single_use() == Supply{1, 0});
        CHECK(world.end().carts == 1);
        CHECK(world.end().tasks.empty());
    } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace asterism::shop
