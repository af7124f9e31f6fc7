#include <algorithm>
#include <array>
#include <atomic>
#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;

TEST_CASE_TEMPLATE("favourites: one of each place, newest first, one's own alone", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto first = put(engine, hill(ada, "First"));
    const auto second = put(engine, hill(ada, "Second"));
    engine.write([&](app::Unit& unit) {
        auto& favourites = unit.favourites();
        const auto id = favourites.add({{}, bob, first, "Mine", noon});
        REQUIRE(id);
        CHECK_FALSE(favourites.add({{}, bob, first, "Again", noon}));
        CHECK_FALSE(favourites.add({{}, bob, {99}, "", noon}));
        CHECK(favourites.add({{}, bob, second, "", noon + 1s}));
        CHECK(favourites.add({{}, ada, first, "", noon}));
        CHECK(favourites.count(bob) == 2);
        const auto all = favourites.list(bob, {10});
        REQUIRE(all.size() == 2);
        CHECK(all[0].found.place.name == "Second");
        CHECK(all[1].favourite.nickname == "Mine");
        CHECK(all[1].favourite.place == first);
        CHECK(all[1].owner == "bob");
        CHECK(all[1].found.added_by == "ada");
        CHECK(all[1].found.favourite);
        CHECK(favourites.list(bob, {1, 1}).at(0).favourite.id == *id);
        favourites.rename(*id, "Ours");
        CHECK(favourites.find(bob, *id)->favourite.nickname == "Ours");
        CHECK_FALSE(favourites.find(ada, *id));
        CHECK_FALSE(favourites.remove(ada, *id));
        CHECK(favourites.remove(bob, *id));
        CHECK(favourites.remove(bob, second));
        CHECK_FALSE(favourites.remove(bob, second));
        CHECK(favourites.count(ada) == 1);
        return true;
    });
}

TEST_CASE_TEMPLATE("visits: each place once, and the place's figures follow", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto id = put(engine, hill(ada));
    engine.write([&](app::Unit& unit) {
        CHECK(unit.visits().add(ada, id, noon + 1h));
        CHECK_FALSE(unit.visits().add(ada, id, noon + 2h));
        CHECK(unit.visits().add(bob, id, noon));
        CHECK_FALSE(unit.visits().add(bob, {99}, noon));
        CHECK(unit.visits().count(ada) == 1);
        return true;
    });
    CHECK(found(engine, id, bob)->visited);
    CHECK_FALSE(found(engine, id)->visited);
    CHECK(found(engine, id)->place.visitors == 2);
    CHECK(found(engine, id)->place.last_visited_at == noon + 1h);
    engine.write([&](app::Unit& unit) {
        CHECK(unit.visits().remove(ada, id));
        CHECK_FALSE(unit.visits().remove(ada, id));
        return true;
    });
    CHECK(found(engine, id)->place.visitors == 1);
    CHECK(found(engine, id)->place.last_visited_at == noon);
}

TEST_CASE_TEMPLATE("visits: of many people at once all are counted, and nobody twice", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = put(engine, hill(added(engine, "ada")));
    std::vector<AccountId> people;
    for (int i = 0; i < 8; ++i) people.push_back(added(engine, "guest" + std::to_string(i)));
    std::vector<std::thread> threads;
    for (int copy = 0; copy < 2; ++copy) {
        for (const auto guest : people)
            threads.emplace_back([&engine, guest, id] {
                engine.write([&](app::Unit& unit) {
                    unit.visits().add(guest, id, noon);
                    unit.favourites().add({{}, guest, id, "", noon});
                    return true;
                });
            });
    }
    for (auto& each : threads) each.join();
    CHECK(found(engine, id)->place.visitors == 8);
    engine.read([&](app::Unit& unit) { CHECK(unit.favourites().count(people[0]) == 1); });
}

TEST_CASE_TEMPLATE("visits: figures are those of the visits, however many come and go at once",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto place = put(engine, hill(ada));
    std::vector<AccountId> people;
    for (int i = 0; i < 8; ++i) people.push_back(added(engine, "p" + std::to_string(i)));
    for (int round = 0; round < 25; ++round) {
        std::latch ready{8};
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                ready.arrive_and_wait();
                engine.write([&](app::Unit& unit) {
                    const auto who = people[static_cast<std::size_t>(i)];
                    const auto at = noon + std::chrono::seconds(8 * round + i);
                    auto& visits = unit.visits();
                    if (i == 7) unit.places().forget(who);  // as an account that goes
                    return visits.remove(who, place) || visits.add(who, place, at);
                });
            });
        threads.clear();
        engine.read([&](app::Unit& unit) {
            std::int64_t count = 0;
            std::optional<Instant> last;
            for (const auto who : people)
                for (const auto& visit : unit.visits().list(who)) {
                    ++count;
                    last = std::max(last.value_or(visit.at), visit.at);
                }
            const auto kept = unit.places().find(place, {})->place;
            CHECK(kept.visitors == count);
            CHECK(kept.last_visited_at == last);
        });
    }
}

/// Who reviews a place has been there: the same rows as of who notes a visit, taken in one order.
TEST_CASE_TEMPLATE("visits: who reviews a place and who leaves it wait for each other in one order",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    std::atomic<int> tries = 0;
    const auto repeat = [&](auto work) {
        return std::jthread([&engine, &tries, work] {
            for (int i = 0; i < 60; ++i)
                engine.write([&](app::Unit& unit) {
                    ++tries;
                    work(unit);
                    return true;
                });
        });
    };
    {
        const auto reviews = [&](app::Unit& unit) {
            unit.places().hold(place);
            unit.visits().add(bob, place, noon);
        };
        const auto leaves = [&](app::Unit& unit) { unit.visits().remove(bob, place); };
        const std::array threads{repeat(reviews), repeat(leaves), repeat(reviews), repeat(leaves)};
    }
    CHECK(tries == 240);  // nobody was sent back to try again
}

}  // namespace
}  // namespace asterism::store::testing
