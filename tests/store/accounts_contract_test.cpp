#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "tests/store/databases.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

std::string text_with(char c, std::size_t length) { return std::string(length, c); }

TEST_CASE_TEMPLATE("accounts: keep what they were given", Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto fresh = person("vera");
    fresh.account.first_name = "Vera \xC3\x98 'quoted\" \\ %";
    fresh.account.role = Role::staff;
    fresh.account.email_verified_at = noon + std::chrono::microseconds{123'457};
    const auto id = written<std::optional<AccountId>>(
        database.engine(), [&](app::Unit& unit) { return unit.accounts().add(fresh); });
    database.engine().read([&](app::Unit& unit) {
        const auto found = unit.accounts().find(*id);
        REQUIRE(found);
        CHECK(found->handle == "vera");
        CHECK(found->first_name == fresh.account.first_name);
        CHECK(found->role == Role::staff);
        CHECK(found->email_verified_at == fresh.account.email_verified_at);
        CHECK_FALSE(found->last_login_at);
        CHECK(found->active);
        CHECK(unit.accounts().find_by_email("vera@example.org")->id == *id);
        CHECK(unit.accounts().find_by_handle("vera")->id == *id);
        CHECK(unit.accounts().password_hash(*id) == "hash-vera");
        CHECK_FALSE(unit.accounts().find_by_handle("Vera"));
    });
}

TEST_CASE_TEMPLATE("accounts: a handle and an address are given once", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    added(database.engine(), "vera");
    auto other = person("other");
    other.account.email = "vera@example.org";
    auto same = person("vera");
    same.account.email = "free@example.org";
    database.engine().write([&](app::Unit& unit) {
        CHECK_FALSE(unit.accounts().add(other));
        CHECK_FALSE(unit.accounts().add(same));
        CHECK(unit.accounts().add(person("third")));
        return true;
    });
}

TEST_CASE_TEMPLATE("accounts: of many who want one handle at once, one gets it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    std::atomic<int> got = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            auto mine = person("vera");
            mine.account.uid += std::to_string(i);
            mine.account.email = std::to_string(i) + mine.account.email;
            got += written<std::optional<AccountId>>(database.engine(), [&](app::Unit& unit) {
                       return unit.accounts().add(mine);
                   }).has_value();
        });
    threads.clear();
    CHECK(got == 1);
}

TEST_CASE_TEMPLATE("accounts: changes are kept, and pages follow each other", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    const auto first = added(database.engine(), "first");
    const auto second = added(database.engine(), "second");
    database.engine().write([&](app::Unit& unit) {
        auto& accounts = unit.accounts();
        accounts.set_role(first, Role::admin);
        accounts.set_active(second, false);
        accounts.mark_login(first, noon);
        accounts.mark_verified(first, noon);
        accounts.set_password_hash(first, "another", noon);
        CHECK(accounts.hold_admins() == 1);
        return true;
    });
    database.engine().read([&](app::Unit& unit) {
        const auto& accounts = unit.accounts();
        CHECK(accounts.find(first)->role == Role::admin);
        CHECK(accounts.find(first)->last_login_at == noon);
        CHECK(accounts.find(first)->email_verified_at == noon);
        CHECK_FALSE(accounts.find(second)->active);
        CHECK(accounts.password_hash(first) == "another");
        CHECK(accounts.count_admins() == 1);
        CHECK(accounts.list({}, 1).at(0).id == first);
        CHECK(accounts.list(first, 5).size() == 1);
        CHECK(accounts.list(second, 5).empty());
    });
}

TEST_CASE_TEMPLATE("sessions: are found by fingerprint with what a request needs", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const accounts::Lifetime life{noon + std::chrono::hours{1}, std::chrono::minutes{30}, true};
    const Caller caller{"192.0.2.1", text_with('a', 400)};
    const auto id = written<SessionId>(database.engine(), [&](app::Unit& unit) {
        return unit.sessions().open(vera, SiteId{1}, "print", life, noon, caller);
    });
    database.engine().read([&](app::Unit& unit) {
        const auto found = unit.sessions().find("print");
        REQUIRE(found);
        CHECK(found->session.id == id);
        CHECK(found->session.account == vera);
        CHECK(found->session.lifetime.expires == life.expires);
        CHECK(found->session.lifetime.idle == life.idle);
        CHECK(found->session.lifetime.remember);
        CHECK(found->role == Role::user);
        CHECK(found->active);
        CHECK_FALSE(found->session.ended);
        CHECK_FALSE(unit.sessions().find("another"));
    });
}

TEST_CASE_TEMPLATE("sessions: rotate, are touched forward only, and end", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const accounts::Lifetime life{noon + std::chrono::hours{1}, std::chrono::minutes{30}, false};
    database.engine().write([&](app::Unit& unit) {
        auto& sessions = unit.sessions();
        const auto one = sessions.open(vera, SiteId{1}, "one", life, noon, {});
        const auto two = sessions.open(vera, SiteId{1}, "two", life, noon, {});
        sessions.open(vera, SiteId{1}, "three", life, noon, {});
        sessions.rotate(one, "uno", noon);
        sessions.touch(one, noon + std::chrono::minutes{5});
        sessions.touch(one, noon);
        CHECK_FALSE(sessions.find("one"));
        CHECK(sessions.find("uno")->session.last_seen == noon + std::chrono::minutes{5});
        sessions.end(two, "logout", noon);
        CHECK(sessions.find("two")->session.ended);
        CHECK(sessions.end_others(vera, one, "password_changed", noon) == 1);
        CHECK(sessions.find("three")->session.ended);
        CHECK_FALSE(sessions.find(one)->ended);
        CHECK(sessions.end_others(vera, {}, "locked", noon) == 1);
        return true;
    });
}

TEST_CASE_TEMPLATE("tickets: of many uses at once, one counts", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    accounts::Ticket ticket{{}, vera, accounts::Purpose::verify_email, "vera@example.org", noon};
    const auto id = written<accounts::TicketId>(database.engine(), [&](app::Unit& unit) {
        unit.tickets().add(ticket, "print");
        const auto found = unit.tickets().find(ticket.purpose, "print");
        CHECK(found->address == "vera@example.org");
        CHECK_FALSE(found->used);
        CHECK_FALSE(unit.tickets().find(ticket.purpose, "other"));
        return found->id;
    });
    std::atomic<int> used = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            used += written<bool>(database.engine(),
                                  [&](app::Unit& unit) { return unit.tickets().use(id, noon); });
        });
    threads.clear();
    CHECK(used == 1);
    database.engine().write([&](app::Unit& unit) {
        unit.tickets().drop_unused(vera, ticket.purpose);
        CHECK(unit.tickets().find(ticket.purpose, "print")->used);
        return true;
    });
}

TEST_CASE_TEMPLATE("lockouts: tries at once are all counted", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 5; ++n)
                database.engine().write([&](app::Unit& unit) {
                    auto tries = unit.lockouts().hold("key");
                    ++tries.failures;
                    tries.since = noon;
                    unit.lockouts().save("key", tries);
                    return true;
                });
        });
    threads.clear();
    database.engine().write([&](app::Unit& unit) {
        CHECK(unit.lockouts().hold("key").failures == 40);
        unit.lockouts().clear("key");
        CHECK(unit.lockouts().hold("key").failures == 0);
        return true;
    });
}

TEST_CASE_TEMPLATE("accounts: what moderators lock they open, and nothing that operators have",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto does = [&](auto work) {
        bool out = false;
        engine.write([&](app::Unit& unit) {
            out = work(unit.accounts());
            return true;
        });
        return out;
    };
    const auto lift = [&] { return does([&](auto& all) { return all.lift(ada); }); };
    const auto set = [&](bool active) {
        does([&](auto& all) { return all.set_active(ada, active), true; });
    };
    const auto suspend = [&] { does([&](auto& all) { return all.suspend(ada), true; }); };
    const auto active = [&] { return does([&](auto& all) { return all.find(ada)->active; }); };
    CHECK_FALSE(lift());
    suspend();
    CHECK_FALSE(active());
    suspend();
    CHECK(lift());
    CHECK(active());
    CHECK_FALSE(lift());
    set(false);
    suspend();
    CHECK_FALSE(lift());
    CHECK_FALSE(active());
    set(true);
    suspend();
    set(false);
    CHECK_FALSE(lift());
    set(true);
    CHECK(active());
    CHECK_FALSE(lift());
    CHECK_FALSE(does([&](auto& all) { return all.lift({99}); }));
}

}  // namespace
}  // namespace asterism::store::testing
