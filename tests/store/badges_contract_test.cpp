#include <latch>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/badges/table.hpp"
#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {
namespace {

using badges::Award;
using badges::BadgeId;
using badges::Figures;
using Ids = std::vector<std::int64_t>;

Ids numbers(const std::vector<Award>& awards) {
    Ids out;
    for (const auto& each : awards) out.push_back(each.badge.value);
    return out;
}

std::vector<Award> awards_of(Engine& engine, AccountId account) {
    std::vector<Award> out;
    engine.read([&](app::Unit& unit) { out = unit.awards().of(account); });
    return out;
}

Figures figures_of(Engine& engine, AccountId account) {
    Figures out;
    engine.read([&](app::Unit& unit) { out = unit.deeds().of(account).value(); });
    return out;
}

TEST_CASE_TEMPLATE("awards: every badge of the table can be given, once, and no other", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    engine.write([&](app::Unit& unit) {
        auto& awards = unit.awards();
        for (const auto& badge : badges::table) {
            CHECK(awards.add(ada, badge.id, noon));
            CHECK_FALSE(awards.add(ada, badge.id, noon + std::chrono::hours{1}));
        }
        CHECK(awards.hold(ada).size() == badges::table.size());
        CHECK(awards.of(ada).front().earned_at == noon);
        CHECK_FALSE(awards.add(AccountId{999}, BadgeId{1}, noon));
        CHECK(awards.hold(AccountId{999}).empty());
        return true;
    });
    CHECK_THROWS_AS(
        engine.write([&](app::Unit& unit) { return unit.awards().add(ada, BadgeId{28}, noon); }),
        DbError);
    CHECK(awards_of(engine, ada).size() == badges::table.size());
}

TEST_CASE_TEMPLATE("awards: the newest come first, and what is dropped can be earned again", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    engine.write([&](app::Unit& unit) {
        auto& awards = unit.awards();
        awards.add(ada, {1}, noon);
        awards.add(ada, {7}, noon + std::chrono::hours{1});
        awards.add(bob, {7}, noon);
        CHECK(numbers(awards.of(ada)) == Ids{7, 1});
        CHECK(awards.drop(ada, {7}));
        CHECK_FALSE(awards.drop(ada, {7}));
        CHECK(awards.add(ada, {7}, noon + std::chrono::hours{2}));
        CHECK(awards.of(ada).front().earned_at == noon + std::chrono::hours{2});
        awards.drop_all(ada);
        CHECK(awards.of(ada).empty());
        CHECK(numbers(awards.of(bob)) == Ids{7});
        return true;
    });
    engine.write([&](app::Unit& unit) {
        unit.accounts().remove(bob);
        return true;
    });
    CHECK(awards_of(engine, bob).empty());
}

TEST_CASE_TEMPLATE("awards: what is shown first was earned, has its order and goes with its award",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto pin = [&](std::vector<BadgeId> badges) {
        bool done = false;
        engine.write([&](app::Unit& unit) { return done = unit.awards().pin(ada, badges); });
        return done;
    };
    const auto pinned = [&] {
        Ids own;
        Ids shown;
        engine.read([&](app::Unit& unit) {
            own = unit.profiles().pinned_badges(ada);
            shown = unit.profiles().shown(ada, {})->pinned_badges;
        });
        CHECK(own == shown);
        return own;
    };
    engine.write([&](app::Unit& unit) {
        for (const std::int64_t id : {1, 2, 7, 8}) unit.awards().add(ada, {id}, noon);
        return true;
    });
    CHECK(pinned().empty());
    CHECK(pin({{8}, {1}, {2}}));
    CHECK(pinned() == Ids{8, 1, 2});
    CHECK(pin({{2}, {8}}));
    CHECK(pinned() == Ids{2, 8});
    CHECK_FALSE(pin({{1}, {3}}));
    CHECK(pinned() == Ids{2, 8});
    engine.write([&](app::Unit& unit) { return unit.awards().drop(ada, {2}); });
    CHECK(pinned() == Ids{8});
    CHECK(pin({}));
    CHECK(pinned().empty());
}

TEST_CASE_TEMPLATE("awards: of ten who pin at once, one is heard last", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    engine.write([&](app::Unit& unit) {
        for (const std::int64_t id : {1, 2, 7}) unit.awards().add(ada, {id}, noon);
        return true;
    });
    std::latch start{10};
    std::vector<std::thread> threads;
    for (int i = 0; i < 10; ++i)
        threads.emplace_back([&, i] {
            const std::vector<BadgeId> order =
                i % 2 ? std::vector<BadgeId>{{1}, {2}} : std::vector<BadgeId>{{2}, {7}};
            start.arrive_and_wait();
            engine.write([&](app::Unit& unit) { return unit.awards().pin(ada, order); });
        });
    for (auto& each : threads) each.join();
    Ids out;
    engine.read([&](app::Unit& unit) { out = unit.profiles().pinned_badges(ada); });
    CHECK((out == Ids{1, 2} || out == Ids{2, 7}));
}

TEST_CASE_TEMPLATE("deeds: figures are counted from rows", Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto eve = added(engine, "eve");
    const auto peak = put(engine, hill(ada));
    put(engine, hill(ada));
    const auto dale = put(engine, hill(bob));
    engine.write([&](app::Unit& unit) {
        unit.visits().add(ada, peak, noon);
        unit.visits().add(ada, dale, noon + std::chrono::minutes{30});
        unit.visits().add(eve, peak, noon);
        unit.follows().add(bob, ada, noon);
        unit.follows().add(eve, ada, noon);
        unit.accounts().set_active(eve, false);  // who is locked out is counted all the same
        const SubjectKind review = *SubjectKind::parse("review");
        unit.votes().set({bob, {review, {1}}, ada, community::Choice::up}, noon);
        unit.votes().set({eve, {review, {1}}, ada, community::Choice::down}, noon);
        unit.votes().set({bob, {*SubjectKind::parse("photo"), {1}}, ada, community::Choice::up},
                         noon);
        auto profile = unit.profiles().hold(ada);
        profile.bio = "Counts stars.";
        unit.profiles().save(profile, noon);
        return true;
    });
    const auto figures = figures_of(engine, ada);
    CHECK(figures.joined_at == noon);
    CHECK_FALSE(figures.system);
    CHECK(figures.visits == 2);
    CHECK(figures.places_added == 2);
    CHECK(figures.places_rated == 0);
    CHECK(figures.upvotes == 1);
    CHECK(figures.downvotes == 1);
    CHECK(figures.followers == 2);
    CHECK(figures.bio);
    CHECK_FALSE(figures.picture);
    CHECK_FALSE(figures.location);
    engine.read([&](app::Unit& unit) {
        const auto& deeds = unit.deeds();
        CHECK_FALSE(deeds.of(AccountId{999}));
        CHECK(deeds.visits_since(ada, noon) == 1);
        CHECK(deeds.visits_since(ada, noon - std::chrono::hours{1}) == 2);
        CHECK(deeds.touched_by(ada) == std::vector<AccountId>{eve});
        CHECK(deeds.touched_by(bob) == std::vector<AccountId>{ada});
        CHECK(unit.places().touched(peak) == std::vector<AccountId>{ada, eve});
    });
}

TEST_CASE_TEMPLATE("deeds: who has been here for long and lacks a badge", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    std::vector<AccountId> people;
    engine.write([&](app::Unit& unit) {
        people.clear();
        for (int i = 0; i < 5; ++i) {
            auto fresh = person("p" + std::to_string(i));
            fresh.account.created_at = noon - std::chrono::seconds{i};
            fresh.account.system = i == 1;
            people.push_back(unit.accounts().add(fresh).value());
        }
        unit.awards().add(people[3], {7}, noon);
        return true;
    });
    const auto seasoned = [&](BadgeId badge, Instant since, std::int64_t limit) {
        std::vector<AccountId> out;
        engine.read([&](app::Unit& unit) { out = unit.deeds().seasoned(badge, since, limit); });
        return out;
    };
    using All = std::vector<AccountId>;
    CHECK(seasoned({7}, noon, 9) == All{people[4], people[2], people[0]});
    CHECK(seasoned({7}, noon - std::chrono::seconds{2}, 9) == All{people[4], people[2]});
    CHECK(seasoned({7}, noon, 2) == All{people[4], people[2]});
    CHECK(seasoned({8}, noon - std::chrono::seconds{3}, 9) == All{people[4], people[3]});
    CHECK(seasoned({7}, noon - std::chrono::minutes{1}, 9).empty());
}

TEST_CASE_TEMPLATE("deeds: who joined first", Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    std::vector<AccountId> people;
    engine.write([&](app::Unit& unit) {
        people.clear();
        for (int i = 0; i < 5; ++i) {
            auto fresh = person("p" + std::to_string(i));
            fresh.account.created_at = noon + std::chrono::seconds{i};
            fresh.account.system = i == 1;
            if (i == 2) fresh.account.email_verified_at = noon;
            people.push_back(unit.accounts().add(fresh).value());
        }
        return true;
    });
    engine.read([&](app::Unit& unit) {
        const auto& deeds = unit.deeds();
        CHECK(deeds.rank(people[0], 100) == 1);
        CHECK(deeds.rank(people[1], 100) == 0);
        CHECK(deeds.rank(people[4], 100) == 4);
        CHECK(deeds.rank(people[4], 2) == 3);
        CHECK(deeds.rank(AccountId{999}, 2) == 0);
        const auto first = deeds.first(2);
        REQUIRE(first.size() == 2);
        CHECK(first[0].handle == "p0");
        CHECK_FALSE(first[0].verified);
        CHECK(first[1].account == people[2]);
        CHECK(first[1].verified);
    });
}

}  // namespace
}  // namespace asterism::store::testing
