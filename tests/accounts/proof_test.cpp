#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

struct Sensitive : Scene {
    Sensitive() : ada(settle()) {
        opened = *sign_in("ada", right)->opened;
        actor = {ada, Role::user, opened.session, caller.site};
        told();
    }

    AccountId ada;
    Opened opened;
    Actor actor;
};

}  // namespace

TEST_CASE_FIXTURE(Sensitive, "proof: signing in proves for fifteen minutes") {
    now.at += 15min - 1us;
    CHECK(slug(move(actor, "new@example.org")) == "ok");
    now.at += 1us;
    CHECK(slug(resign(actor)) == "reauthentication_required");
}

TEST_CASE_FIXTURE(Sensitive, "proof: a clock set back does not lengthen it") {
    now.at -= 2min;
    CHECK(slug(resign(actor)) == "reauthentication_required");
}

TEST_CASE_FIXTURE(Sensitive, "proof: the password renews it, under a new secret") {
    now.at += 20min;
    const auto proved = prove(actor, right);
    REQUIRE(proved);
    CHECK(proved->proved_until == now.at + 15min);
    CHECK(told() == Told{"reauthenticated"});
    REQUIRE(proved->opened);
    CHECK(slug(resume(opened.token)) == "bad_credentials");
    CHECK(resume(proved->opened->token)->actor.session == actor.session);
    CHECK(slug(move(actor, "new@example.org")) == "ok");
}

TEST_CASE_FIXTURE(Sensitive, "proof: another session's proof is not this one's") {
    const auto other = sign_in("ada", right)->opened->session;
    now.at += 20min;
    REQUIRE(prove({ada, Role::user, other, caller.site}, right));
    CHECK(slug(move(actor, "new@example.org")) == "reauthentication_required");
}

TEST_CASE_FIXTURE(Sensitive, "proof: wrong passwords count with those of signing in") {
    for (int i = 0; i < 4; ++i) CHECK(slug_at(prove(actor, wrong)) == "wrong_password at password");
    CHECK(slug(prove(actor, wrong)) == "login_locked");
    CHECK(slug(prove(actor, right)) == "login_locked");
    CHECK(slug(resign(actor, right)) == "login_locked");
    CHECK(slug(sign_in("ada", right)) == "login_locked");
    CHECK(slug(resume(opened.token)) == "ok");
}

TEST_CASE_FIXTURE(Sensitive, "proof: a right password forgives the tries before") {
    for (int i = 0; i < 4; ++i) CHECK_FALSE(prove(actor, wrong));
    REQUIRE(prove(actor, right));
    CHECK(tables.lockouts.empty());
}

TEST_CASE_FIXTURE(Sensitive, "proof: the machine's own shells vouch for the account") {
    now.at += 20min;
    CHECK(slug(move(Actor{ada}, "new@example.org")) == "ok");
}

TEST_CASE_FIXTURE(Sensitive, "proof: a first password needs a log-in just before, and no other") {
    tables.accounts[0].password_hash.reset();
    tables.accounts[0].account.has_password = false;
    const ChangePassword input{{}, password("An0ther!!")};
    now.at += 15min;
    CHECK(slug(reserve_change_password(run(), actor, accounts, door(), input)) ==
          "reauthentication_required");
    now.at -= 1us;
    const auto candidate = reserve_change_password(run(), actor, accounts, door(), input);
    REQUIRE(candidate);
    const auto check = check_change_password(hasher, *candidate, input);
    REQUIRE(change_password(run(), actor, accounts, door(), outbox(), check, input));
    CHECK(row(ada).has_password);
    CHECK(slug(sign_in("ada", "An0ther!!")) == "ok");
}

TEST_CASE_FIXTURE(Sensitive, "proof: who has a password shows it to change it") {
    const ChangePassword input{{}, password("An0ther!!")};
    CHECK(slug_at(reserve_change_password(run(), actor, accounts, door(), input)) ==
          "current_password_missing at current_password");
}

TEST_CASE_FIXTURE(Sensitive, "proof: what was changed while the hash was computed counts") {
    const DeleteAccount input{password(right)};
    const auto candidate = reserve_deletion(run(), actor, accounts, door(), input);
    REQUIRE(candidate);
    const auto check = check_deletion(hasher, *candidate, input);
    accounts.set_password_hash(ada, "new:owner's", now.at);
    CHECK(slug(delete_account(run(), actor, accounts, door(), outbox(), events, check, input)) ==
          "wrong_password");
    CHECK(events.count() == 0);
}

}  // namespace asterism::accounts
