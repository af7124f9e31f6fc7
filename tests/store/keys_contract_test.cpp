#include <doctest/doctest.h>

#include "tests/store/databases.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

accounts::ApiKey robot(AccountId account) {
    accounts::ApiKey key;
    key.account = account;
    key.name = "robot";
    key.scopes.add(Scope::profile_read);
    key.scopes.add(Scope::audit_read);
    key.created_at = noon;
    key.expires_at = noon + std::chrono::days{1};
    return key;
}

TEST_CASE_TEMPLATE("keys: are found by their fingerprint, with their account's role", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto vera = added(engine, "vera");
    engine.write([&](app::Unit& unit) {
        const auto id = unit.keys().add(robot(vera), "print");
        unit.keys().touch(id, noon + std::chrono::hours{1});
        unit.accounts().set_role(vera, Role::staff);
        return true;
    });
    engine.read([&](app::Unit& unit) {
        const auto found = unit.keys().find("print");
        REQUIRE(found);
        CHECK(found->key.account == vera);
        CHECK(found->key.name == "robot");
        CHECK(found->key.scopes == robot(vera).scopes);
        CHECK(found->key.expires_at == noon + std::chrono::days{1});
        CHECK(found->key.last_used_at == noon + std::chrono::hours{1});
        CHECK(found->role == Role::staff);
        CHECK(found->active);
        CHECK_FALSE(unit.keys().find("other"));
    });
}

TEST_CASE_TEMPLATE("keys: the revoked are not listed, and stay revoked", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto vera = added(engine, "vera");
    engine.write([&](app::Unit& unit) {
        const auto first = unit.keys().add(robot(vera), "one");
        unit.keys().add(robot(vera), "two");
        unit.keys().revoke(first, noon);
        unit.keys().revoke(first, noon + std::chrono::hours{1});
        return true;
    });
    engine.read([&](app::Unit& unit) {
        CHECK(unit.keys().of(vera).size() == 1);
        CHECK(unit.keys().find("one")->key.revoked_at == noon);
        CHECK_FALSE(unit.keys().find("two")->key.revoked_at);
    });
    engine.write([&](app::Unit& unit) {
        unit.keys().revoke_all(vera, noon);
        return true;
    });
    engine.read([&](app::Unit& unit) { CHECK(unit.keys().of(vera).empty()); });
}

}  // namespace
}  // namespace asterism::store::testing
