#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

const std::string next = "An0ther!!";

struct Changing : Scene {
    Changing() : ada(settle()) {
        token = *sign_in("ada", right)->token;
        elsewhere = *sign_in("ada", right)->token;
        actor = {ada, Role::user, SessionId{1}, caller.site};
        told();
    }

    AccountId ada;
    std::string token;
    std::string elsewhere;
    Actor actor;
};

}  // namespace

TEST_CASE_FIXTURE(Changing, "change_password: the new password opens, the old one does not") {
    REQUIRE(change(actor, right, next));
    CHECK(told() == Told{"password_changed"});
    CHECK(tables.lockouts.empty());
    CHECK(slug(sign_in("ada", right)) == "bad_credentials");
    CHECK(slug(sign_in("ada", next)) == "ok");
}

TEST_CASE_FIXTURE(Changing, "change_password: ends the others, and goes on under a new secret") {
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto stranger = *sign_in("bob", right)->token;
    const auto life = session(actor.session).lifetime.expires;
    const auto changed = change(actor, right, next);
    REQUIRE(changed);
    CHECK(changed->sessions_ended == 1);
    REQUIRE(changed->opened);
    CHECK(changed->opened->session == actor.session);
    CHECK(changed->opened->lifetime.expires == life);
    CHECK(changed->opened->token.size() == 43);
    CHECK(slug(resume(token)) == "bad_credentials");
    CHECK(slug(resume(elsewhere)) == "bad_credentials");
    CHECK(tables.sessions[1].end_reason == "password_changed");
    CHECK(resume(changed->opened->token)->actor.account == ada);
    CHECK(resume(stranger)->actor.account == bob);
}

TEST_CASE_FIXTURE(Changing, "change_password: without a session, all of them end") {
    const auto changed = change(Actor{ada}, right, next);
    REQUIRE(changed);
    CHECK(changed->sessions_ended == 2);
    CHECK_FALSE(changed->opened);
}

TEST_CASE_FIXTURE(Changing, "change_password: refuses in the order of its checks") {
    CHECK(slug(change(Actor{AccountId{99}}, wrong, "weak")) == "unknown_account");
    CHECK(slug_at(change(actor, wrong, "weak")) == "weak_password at new_password");
    CHECK(tables.lockouts.empty());  // nothing was tried
    CHECK(slug_at(change(actor, wrong, next)) == "wrong_password at current_password");
    CHECK(slug(change(actor, right, next)) == "ok");
}

TEST_CASE_FIXTURE(Changing, "change_password: a wrong current password changes nothing") {
    CHECK_FALSE(change(actor, wrong, next));
    CHECK(told() == Told{"password_change_failed reason=invalid_password"});
    CHECK(tables.accounts[0].password_hash == "new:!zQ4lubeN");
    CHECK(slug(resume(token)) == "ok");
    CHECK(slug(resume(elsewhere)) == "ok");
}

TEST_CASE_FIXTURE(Changing, "change_password: wrong tries count with those of signing in") {
    for (int i = 0; i < 2; ++i) CHECK(slug(change(actor, wrong, next)) == "wrong_password");
    for (int i = 0; i < 2; ++i) CHECK(slug(sign_in("ada", wrong)) == "bad_credentials");
    CHECK(slug(change(actor, wrong, next)) == "login_locked");
    told();
    CHECK(slug(change(actor, right, next)) == "login_locked");
    CHECK(told() == Told{"login_failed reason=account_locked"});
    CHECK(slug(sign_in("ada", right)) == "login_locked");
    now.at += 1h;
    sessions.touch(actor.session, now.at);
    CHECK(slug(change(actor, right, next)) == "ok");
}

TEST_CASE_FIXTURE(Changing, "change_password: an account without a password has no right one") {
    tables.accounts[0].password_hash.reset();
    CHECK(slug(change(actor, right, next)) == "wrong_password");
}

TEST_CASE_FIXTURE(Changing,
                  "change_password: what was changed while the hash was computed counts") {
    const ChangePassword input{password(right), password(next)};
    const auto candidate = reserve_change_password(run(), actor, accounts, door(), input);
    REQUIRE(candidate);
    const auto check = check_change_password(hasher, *candidate, input);
    accounts.set_password_hash(ada, "new:owner's", now.at);
    CHECK_FALSE(change_password(run(), actor, accounts, door(), outbox(), check, input));
}

}  // namespace asterism::accounts
