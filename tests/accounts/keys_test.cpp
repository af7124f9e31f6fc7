#include "libcore/accounts/keys.hpp"

#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

struct Ring : Scene {
    Result<KeyMade> make(AccountId account, const MakeKey& input) {
        return make_key(run(), Actor{account}, accounts, keys, input);
    }

    Result<KeyMade> make(AccountId account) {
        return make(account, {"robot", {Scope::profile_read}, {}});
    }

    Result<KeyRevoked> revoke(Actor actor, KeyId key) {
        return revoke_key(run(), actor, accounts, keys, RevokeKey{key});
    }

    Result<KeyResumed> open(std::string_view secret) {
        return resume_key(now, caller, fingerprint, keys, KeySecret{secret});
    }
};

TEST_CASE_FIXTURE(Ring,
                  "keys: act for their account, within their scopes, with its role of today") {
    const auto ada = settle();
    const auto made = make(ada);
    REQUIRE(made);
    CHECK(made->secret.starts_with("ast_"));
    CHECK(made->secret.size() == 47);
    const auto opened = open(made->secret);
    REQUIRE(opened);
    CHECK(opened->actor.account == ada);
    CHECK(opened->actor.role == Role::user);
    CHECK(opened->actor.scopes->has(Scope::profile_read));
    CHECK_FALSE(opened->actor.scopes->has(Scope::profile_write));
    accounts.set_role(ada, Role::staff);
    CHECK(open(made->secret)->actor.role == Role::staff);
}

TEST_CASE_FIXTURE(Ring, "keys: only a fingerprint is kept, and no list shows the secret") {
    const auto ada = settle();
    const auto made = make(ada);
    CHECK(tables.keys.at(0).fingerprint != made->secret);
    const auto list = list_keys(Actor{ada}, keys, {});
    REQUIRE(list->items.size() == 1);
    CHECK(list->items[0].name == "robot");
    CHECK(list->items[0].scopes == std::vector{Scope::profile_read});
}

TEST_CASE_FIXTURE(Ring,
                  "keys: open nothing once expired, revoked, or when their account is locked") {
    const auto ada = settle();
    const auto made = make(ada, {"robot", {Scope::profile_read}, 1});
    now.at += std::chrono::hours{24} - std::chrono::microseconds{1};
    CHECK(open(made->secret));
    now.at += std::chrono::microseconds{1};
    CHECK(slug(open(made->secret)) == "bad_key");

    const auto second = make(ada);
    accounts.set_active(ada, false);
    CHECK(slug(open(second->secret)) == "bad_key");
    accounts.set_active(ada, true);
    REQUIRE(revoke({ada}, second->key.id));
    CHECK(slug(open(second->secret)) == "bad_key");
    CHECK(slug(open("ast_" + std::string(43, 'x'))) == "bad_key");
    CHECK(slug(open("")) == "bad_key");
}

TEST_CASE_FIXTURE(Ring, "keys: are their owner's to revoke, or an administrator's") {
    const auto ada = settle();
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto made = make(ada);
    CHECK(slug(revoke({bob}, made->key.id)) == "unknown_key");
    CHECK(open(made->secret));
    CHECK(revoke({bob, Role::admin}, made->key.id));
    CHECK(slug(revoke({ada}, made->key.id)) == "unknown_key");
    CHECK(told() == std::vector<std::string>{"key_made key=1", "key_revoked key=1 by=2"});
}

TEST_CASE_FIXTURE(Ring, "keys: a name, a scope and a life are asked for") {
    const auto ada = settle();
    const std::vector scopes{Scope::profile_read};
    CHECK(slug_at(make(ada, {" ", scopes, {}})) == "bad_key_name at name");
    CHECK(slug_at(make(ada, {std::string(81, 'a'), scopes, {}})) == "bad_key_name at name");
    CHECK(slug_at(make(ada, {"two\nlines", scopes, {}})) == "bad_key_name at name");
    CHECK(slug_at(make(ada, {"robot", {}, {}})) == "no_scopes at scopes");
    CHECK(slug_at(make(ada, {"robot", scopes, 0})) == "bad_key_life at days");
    CHECK(slug_at(make(ada, {"robot", scopes, 3'651})) == "bad_key_life at days");
    CHECK(make(ada, {"robot", scopes, 3'650}));
    for (int i = 1; i < 20; ++i) CHECK(make(ada));
    CHECK(slug(make(ada)) == "too_many_keys");
}

TEST_CASE_FIXTURE(Ring, "keys: their use is noted once a minute") {
    const auto made = make(settle());
    CHECK(open(made->secret)->stale);
    REQUIRE(keep_key(now, keys, made->key.id));
    CHECK_FALSE(open(made->secret)->stale);
    now.at += std::chrono::minutes{1};
    CHECK(open(made->secret)->stale);
}

}  // namespace
}  // namespace asterism::accounts
