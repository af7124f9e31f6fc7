#include <array>
#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "tests/store/databases.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using accounts::Purpose;

const accounts::Lifetime life{noon + 24h, 30min, false};

/// What `count` threads answer who all begin at once.
template <class Work>
int yeses(int count, Work work) {
    std::atomic<int> yes = 0;
    std::latch ready{count};
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&, i] {
            ready.arrive_and_wait();
            yes += work(i);
        });
    threads.clear();
    return yes;
}

SessionId opened(Engine& engine, AccountId account, const std::string& fingerprint) {
    return written<SessionId>(engine, [&](app::Unit& unit) {
        return unit.sessions().open(account, SiteId{1}, fingerprint, life, noon,
                                    {"192.0.2.1", "Test/1"});
    });
}

void add_ticket(Engine& engine, AccountId account, Purpose purpose, const std::string& print,
                const std::string& address = "new@example.org", Instant issued = noon) {
    engine.write([&](app::Unit& unit) {
        unit.tickets().add({{}, account, purpose, address, noon + 1h, false, issued, "New@x.org"},
                           print);
        return true;
    });
}

}  // namespace

TEST_CASE_TEMPLATE("accounts: of twenty renamed to one name at once, one gets it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    std::vector<AccountId> all;
    for (int i = 0; i < 20; ++i)
        all.push_back(added(database.engine(), "person" + std::to_string(i)));
    const auto renamed = yeses(20, [&](int i) {
        return written<bool>(database.engine(), [&](app::Unit& unit) {
            return unit.accounts().set_handle(all.at(static_cast<std::size_t>(i)), "wanted");
        });
    });
    CHECK(renamed == 1);
    database.engine().read(
        [&](app::Unit& unit) { CHECK(unit.accounts().find_by_handle("wanted")); });
}

TEST_CASE_TEMPLATE("accounts: of twenty who confirm one address at once, one gets it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    std::vector<AccountId> all;
    for (int i = 0; i < 20; ++i)
        all.push_back(added(database.engine(), "person" + std::to_string(i)));
    const auto moved = yeses(20, [&](int i) {
        return written<bool>(database.engine(), [&](app::Unit& unit) {
            return unit.accounts().set_email(all.at(static_cast<std::size_t>(i)),
                                             "wanted@example.org", "Wanted@example.org", noon);
        });
    });
    CHECK(moved == 1);
}

TEST_CASE_TEMPLATE("accounts: names, language and address are kept, and one's own is no clash",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    added(database.engine(), "other");
    database.engine().write([&](app::Unit& unit) {
        auto& accounts = unit.accounts();
        accounts.set_names(vera, "Vera", "Rubin");
        accounts.set_language(vera, Language::pt_br);
        CHECK(accounts.set_handle(vera, "vera"));
        CHECK_FALSE(accounts.set_handle(vera, "other"));
        CHECK_FALSE(accounts.set_email(vera, "other@example.org", "other@example.org", noon));
        CHECK(accounts.set_email(vera, "new@example.org", "New@Example.org", noon));
        CHECK(accounts.set_handle(vera, "rubin"));
        return true;
    });
    database.engine().read([&](app::Unit& unit) {
        const auto found = unit.accounts().find(vera);
        CHECK(found->first_name == "Vera");
        CHECK(found->last_name == "Rubin");
        CHECK(found->language == Language::pt_br);
        CHECK(found->handle == "rubin");
        CHECK(found->email == "new@example.org");
        CHECK(found->email_as_given == "New@Example.org");
        CHECK(found->email_verified_at == noon);
    });
}

TEST_CASE_TEMPLATE("accounts: one without a password is told apart", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto fresh = person("vera");
    fresh.password_hash.clear();
    database.engine().write([&](app::Unit& unit) {
        const auto id = *unit.accounts().add(fresh);
        CHECK_FALSE(unit.accounts().find(id)->has_password);
        CHECK_FALSE(unit.accounts().password_hash(id));
        unit.accounts().set_password_hash(id, "hash", noon);
        CHECK(unit.accounts().find(id)->has_password);
        return true;
    });
}

TEST_CASE_TEMPLATE("accounts: one that is removed takes all along, and its names are free", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const auto session = opened(database.engine(), vera, "print");
    add_ticket(database.engine(), vera, Purpose::reset_password, "ticket");
    database.engine().write([&](app::Unit& unit) {
        unit.accounts().remove(vera);
        return true;
    });
    database.engine().read([&](app::Unit& unit) {
        CHECK_FALSE(unit.accounts().find(vera));
        CHECK_FALSE(unit.accounts().password_hash(vera));
        CHECK_FALSE(unit.sessions().find("print"));
        CHECK_FALSE(unit.sessions().find(session));
        CHECK_FALSE(unit.tickets().find(Purpose::reset_password, "ticket"));
    });
    CHECK(added(database.engine(), "vera").value > vera.value);  // its number is not given again
}

TEST_CASE_TEMPLATE("sessions: a renewed one is found by both its secrets, and told apart", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const auto id = opened(database.engine(), vera, "old");
    database.engine().write([&](app::Unit& unit) {
        auto& sessions = unit.sessions();
        CHECK(sessions.find(id)->proved_at == noon);
        CHECK(sessions.find(id)->renewed_at == noon);
        CHECK_FALSE(sessions.renew(id, "guess", "x", noon + 1h));
        CHECK(sessions.renew(id, "old", "new", noon + 1h));
        CHECK_FALSE(sessions.renew(id, "old", "newer", noon + 1h));
        CHECK_FALSE(sessions.find("new")->former);
        CHECK(sessions.find("new")->session.renewed_at == noon + 1h);
        CHECK(sessions.find("old")->former);
        CHECK(sessions.find("old")->session.id == id);
        CHECK_FALSE(sessions.find(""));
        sessions.rotate(id, "third", noon + 2h);
        CHECK_FALSE(sessions.find("old"));
        CHECK_FALSE(sessions.find("new"));
        sessions.prove(id, noon + 3h);
        CHECK(sessions.find("third")->session.proved_at == noon + 3h);
        sessions.end(id, "logout", noon);
        CHECK_FALSE(sessions.renew(id, "third", "fourth", noon + 4h));
        return true;
    });
}

TEST_CASE_TEMPLATE("sessions: of twenty requests that renew one at once, one does", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const auto id = opened(database.engine(), vera, "old");
    CHECK(yeses(20, [&](int i) {
              return written<bool>(database.engine(), [&](app::Unit& unit) {
                  return unit.sessions().renew(id, "old", "new" + std::to_string(i), noon);
              });
          }) == 1);
}

TEST_CASE_TEMPLATE("sessions: those still open are listed, the oldest first", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const auto other = added(database.engine(), "other");
    const auto first = opened(database.engine(), vera, "one");
    const auto second = opened(database.engine(), vera, "two");
    const auto third = opened(database.engine(), vera, "three");
    opened(database.engine(), other, "four");
    database.engine().write([&](app::Unit& unit) {
        unit.sessions().end(second, "logout", noon);
        const auto list = unit.sessions().list(vera);
        REQUIRE(list.size() == 2);
        CHECK(list[0].session.id == first);
        CHECK(list[0].created_at == noon);
        CHECK(list[0].address == "192.0.2.1");
        CHECK(list[0].agent == "Test/1");
        CHECK(list[1].session.id == third);
        return true;
    });
}

TEST_CASE_TEMPLATE("tickets: the newest of a purpose, and who awaits an address", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const auto other = added(database.engine(), "other");
    add_ticket(database.engine(), vera, Purpose::change_email, "one");
    add_ticket(database.engine(), vera, Purpose::change_email, "two", "b@example.org", noon + 1min);
    add_ticket(database.engine(), vera, Purpose::reset_password, "three", "c@x.org", noon + 2min);
    database.engine().write([&](app::Unit& unit) {
        auto& tickets = unit.tickets();
        const auto newest = tickets.newest(vera, Purpose::change_email);
        REQUIRE(newest);
        CHECK(newest->address == "b@example.org");
        CHECK(newest->address_as_given == "New@x.org");
        CHECK(newest->issued == noon + 1min);
        CHECK_FALSE(tickets.newest(other, Purpose::change_email));
        const auto awaited = [&](Purpose purpose, AccountId by, Instant now) {
            return tickets.awaited_by_others(purpose, "b@example.org", by, now);
        };
        CHECK(awaited(Purpose::change_email, other, noon));
        CHECK_FALSE(awaited(Purpose::change_email, vera, noon));
        CHECK_FALSE(awaited(Purpose::verify_email, other, noon));
        CHECK_FALSE(awaited(Purpose::change_email, other, noon + 1h));
        tickets.use(newest->id, noon);
        CHECK_FALSE(awaited(Purpose::change_email, other, noon));
        tickets.drop_unused(vera);
        CHECK_FALSE(tickets.find(Purpose::reset_password, "three"));
        CHECK_FALSE(tickets.find(Purpose::change_email, "one"));
        CHECK(tickets.find(Purpose::change_email, "two"));
        return true;
    });
}

}  // namespace asterism::store::testing
