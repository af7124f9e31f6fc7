#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "tests/store/databases.hpp"

namespace asterism::store::testing {
namespace {

using accounts::FlowGoal;
using accounts::Identity;
using accounts::IdentityFlow;

AccountId added(Engine& engine, const std::string& handle) {
    std::optional<AccountId> id;
    engine.write([&](app::Unit& unit) {
        accounts::NewAccount fresh;
        fresh.account.uid = "uid-" + handle;
        fresh.account.handle = handle;
        fresh.account.email = fresh.account.email_as_given = handle + "@example.org";
        fresh.account.created_at = noon;
        id = unit.accounts().add(fresh);
        return true;
    });
    return id.value();
}

Identity identity(AccountId account, const std::string& subject) {
    return {{},     account, "club", "https://id.example", subject, subject + "@id.example",
            "Vera", noon};
}

IdentityFlow flow(std::optional<AccountId> account) {
    return {"club",
            SiteId{1},
            account ? FlowGoal::connect : FlowGoal::login,
            account,
            "browser",
            "seed",
            "https://site.example/callback",
            "/sky",
            noon + std::chrono::minutes{10}};
}

TEST_CASE_TEMPLATE("identities: issuer and subject together are connected once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const auto ada = added(database.engine(), "ada");
    database.engine().write([&](app::Unit& unit) {
        auto& identities = unit.identities();
        CHECK(identities.add(identity(vera, "1")));
        CHECK_FALSE(identities.add(identity(ada, "1")));
        CHECK(identities.add(identity(ada, "2")));
        auto elsewhere = identity(ada, "1");
        elsewhere.issuer = "https://other.example";
        CHECK(identities.add(elsewhere));
        return true;
    });
    database.engine().read([&](app::Unit& unit) {
        const auto& identities = unit.identities();
        const auto found = identities.find("https://id.example", "1");
        REQUIRE(found);
        CHECK(found->account == vera);
        CHECK(found->provider == "club");
        CHECK(found->email == "1@id.example");
        CHECK(found->name == "Vera");
        CHECK(found->connected_at == noon);
        CHECK_FALSE(identities.find("https://id.example", "3"));
        CHECK(identities.of(ada).size() == 2);
        CHECK(identities.has_email("2@id.example"));
        CHECK_FALSE(identities.has_email("3@id.example"));
        CHECK_FALSE(identities.has_email(""));
        CHECK_FALSE(unit.accounts().password_hash(vera));
    });
}

TEST_CASE_TEMPLATE("identities: one that was removed is free for another account", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    const auto ada = added(database.engine(), "ada");
    database.engine().write([&](app::Unit& unit) {
        auto& identities = unit.identities();
        identities.remove(*identities.add(identity(vera, "1")));
        CHECK(identities.hold_of(vera).empty());
        CHECK(identities.add(identity(ada, "1")));
        return true;
    });
}

TEST_CASE_TEMPLATE("identities: of two who let go of the last two at once, one comes second", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    database.engine().write([&](app::Unit& unit) {
        unit.identities().add(identity(vera, "1"));
        unit.identities().add(identity(vera, "2"));
        return true;
    });
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 2; ++i)
        threads.emplace_back([&] {
            database.engine().write([&](app::Unit& unit) {
                const auto all = unit.identities().hold_of(vera);
                if (all.size() > 1) unit.identities().remove(all.front().id);
                return true;
            });
        });
    threads.clear();
    database.engine().read([&](app::Unit& unit) { CHECK(unit.identities().of(vera).size() == 1); });
}

TEST_CASE_TEMPLATE("identity flows: come back whole, and once", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    const auto vera = added(database.engine(), "vera");
    database.engine().write([&](app::Unit& unit) {
        unit.identity_flows().add("one", flow(std::nullopt));
        unit.identity_flows().add("two", flow(vera));
        return true;
    });
    database.engine().write([&](app::Unit& unit) {
        auto& flows = unit.identity_flows();
        const auto found = flows.take("two");
        REQUIRE(found);
        CHECK(found->provider == "club");
        CHECK(found->site == SiteId{1});
        CHECK(found->goal == FlowGoal::connect);
        CHECK(found->account == vera);
        CHECK(found->browser == "browser");
        CHECK(found->seed == "seed");
        CHECK(found->callback == "https://site.example/callback");
        CHECK(found->next == "/sky");
        CHECK(found->expires == noon + std::chrono::minutes{10});
        CHECK_FALSE(flows.take("two"));
        CHECK_FALSE(flows.take("three"));
        CHECK_FALSE(flows.take("one")->account);
        return true;
    });
}

TEST_CASE_TEMPLATE("identity flows: of many who take one at once, one gets it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    database.engine().write([&](app::Unit& unit) {
        unit.identity_flows().add("one", flow(std::nullopt));
        return true;
    });
    std::atomic<int> got = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            bool mine = false;
            database.engine().write([&](app::Unit& unit) {
                mine = unit.identity_flows().take("one").has_value();
                return true;
            });
            got += mine;
        });
    threads.clear();
    CHECK(got == 1);
}

TEST_CASE_TEMPLATE("identity flows: are dropped from the moment they expire", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    database.engine().write([&](app::Unit& unit) {
        auto& flows = unit.identity_flows();
        flows.add("early", flow(std::nullopt));
        auto late = flow(std::nullopt);
        late.expires += std::chrono::microseconds{1};
        flows.add("late", late);
        flows.drop_expired(noon + std::chrono::minutes{10});
        CHECK_FALSE(flows.take("early"));
        CHECK(flows.take("late"));
        return true;
    });
}

}  // namespace
}  // namespace asterism::store::testing
