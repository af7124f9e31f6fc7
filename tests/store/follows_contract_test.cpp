#include <latch>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using community::FollowWindow;
using community::Side;
using Handles = std::vector<std::string>;

Handles handles(const std::vector<community::FollowedProfile>& list) {
    Handles out;
    for (const auto& each : list) out.push_back(each.profile.handle);
    return out;
}

TEST_CASE_TEMPLATE("follows: following twice keeps one, and leaving takes it away", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    engine.write([&](app::Unit& unit) {
        auto& follows = unit.follows();
        CHECK(follows.add(ada, bob, noon));
        CHECK_FALSE(follows.add(ada, bob, noon));
        CHECK_FALSE(follows.add(ada, AccountId{999}, noon));
        CHECK_FALSE(follows.add(AccountId{999}, bob, noon));
        CHECK(follows.has(ada, bob));
        CHECK_FALSE(follows.has(bob, ada));
        CHECK(follows.count(bob, Side::followers) == 1);
        CHECK(follows.count(ada, Side::following) == 1);
        CHECK(follows.count(ada, Side::followers) == 0);
        follows.drop(ada, bob);
        follows.drop(ada, bob);
        CHECK_FALSE(follows.has(ada, bob));
        return true;
    });
}

TEST_CASE_TEMPLATE("follows: lists are of public profiles, as their reader sees them", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto star = added(engine, "star");
    const auto ann = added(engine, "ann");
    const auto ben = added(engine, "ben");
    const auto cat = added(engine, "cat");
    engine.write([&](app::Unit& unit) {
        for (const auto each : {ann, ben, cat}) unit.follows().add(each, star, noon);
        unit.follows().add(ann, cat, noon);
        auto profile = unit.profiles().hold(cat);
        profile.bio = "Counts stars.";
        profile.verified = true;
        unit.profiles().save(profile, noon);
        unit.accounts().set_active(ben, false);
        return true;
    });
    engine.read([&](app::Unit& unit) {
        const auto& follows = unit.follows();
        const auto all = follows.list(star, Side::followers, ann, {{}, 0, 9});
        REQUIRE(handles(all) == Handles{"cat", "ann"});
        CHECK(follows.count(star, Side::followers) == 2);
        CHECK(all[0].profile.bio == "Counts stars.");
        CHECK(all[0].profile.verified);
        CHECK(all[0].profile.stats.followers == 1);
        CHECK(all[0].profile.stats.following == 1);
        CHECK(all[0].profile.followed == true);
        CHECK_FALSE(all[1].profile.followed);  // oneself
        CHECK(all[1].profile.stats.following == 2);
        CHECK(handles(follows.list(star, Side::followers, {}, {all[0].id, 0, 9})) ==
              Handles{"ann"});
        CHECK(handles(follows.list(star, Side::followers, {}, {{}, 1, 9})) == Handles{"ann"});
        CHECK(handles(follows.list(star, Side::followers, {}, {{}, 0, 1})) == Handles{"cat"});
        CHECK(handles(follows.list(ann, Side::following, {}, {{}, 0, 9})) ==
              Handles{"cat", "star"});
        const auto shown = unit.profiles().shown(star, cat);
        REQUIRE(shown);
        CHECK(shown->stats.followers == 2);
        CHECK(shown->followed == true);
        CHECK_FALSE(unit.profiles().shown(star, {})->followed);
        CHECK_FALSE(unit.profiles().shown(AccountId{999}, {}));
    });
}

TEST_CASE_TEMPLATE("follows: go with the accounts at either end", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto eve = added(engine, "eve");
    engine.write([&](app::Unit& unit) {
        auto& follows = unit.follows();
        follows.add(ada, bob, noon);
        follows.add(bob, eve, noon);
        follows.add(eve, ada, noon);
        follows.drop_all(ada);
        CHECK_FALSE(follows.has(ada, bob));
        CHECK_FALSE(follows.has(eve, ada));
        CHECK(follows.has(bob, eve));
        unit.accounts().remove(bob);
        CHECK(follows.count(eve, Side::followers) == 0);
        return true;
    });
}

TEST_CASE_TEMPLATE("follows: of twenty presses at once, one counts", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    std::atomic<int> changed = 0;
    std::latch ready{20};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 20; ++i)
        threads.emplace_back([&] {
            ready.arrive_and_wait();
            if (written<bool>(engine,
                              [&](app::Unit& unit) { return unit.follows().add(ada, bob, noon); }))
                ++changed;
        });
    threads.clear();
    CHECK(changed == 1);
    engine.read([&](app::Unit& unit) { CHECK(unit.follows().count(bob, Side::followers) == 1); });
}

}  // namespace
}  // namespace asterism::store::testing
