#include <algorithm>

#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

const std::string wanted = "New.Ada@Example.org";

struct Moving : Scene {
    Moving() : ada(settle()) {
        now.at += 1h;  // mails of the first minutes are those of registering
        opened = *sign_in("ada", right)->opened;
        actor = {ada, Role::user, opened.session, caller.site};
        told();
    }

    AccountId ada;
    Opened opened;
    Actor actor;
};

}  // namespace

TEST_CASE_FIXTURE(Moving, "change_email: the old address stays until the link was opened") {
    const auto started = move(actor, wanted);
    REQUIRE(started);
    CHECK(started->new_email == wanted);
    CHECK(started->verification_required);
    CHECK(told() == Told{"email_change_requested"});
    CHECK(row(ada).email == "ada@example.org");
    CHECK(mails() == Told{"email_change_notice Ada@Example.org", "email_change " + wanted});

    now.at += 1h - 1us;
    const auto done = verify(mailed_token());
    REQUIRE(done);
    CHECK(done->email == "new.ada@example.org");
    CHECK(told() == Told{"email_changed"});
    CHECK(mails().empty());  // no second welcome
    CHECK(row(ada).email_as_given == wanted);
    CHECK(row(ada).email_verified_at == now.at);
    CHECK(slug(sign_in("ada@example.org", right)) == "bad_credentials");
    CHECK(slug(sign_in("new.ada@example.org", right)) == "ok");
}

TEST_CASE_FIXTURE(Moving, "change_email: a link works once, for its life, and only the newest") {
    REQUIRE(move(actor, "first@example.org"));
    const auto first = mailed_token();
    now.at += 3min;
    REQUIRE(move(actor, wanted));
    const auto second = mailed_token();
    CHECK(slug(verify(first)) == "ticket_void");
    now.at += 1h;
    CHECK(slug(verify(second)) == "ticket_void");
    now.at -= 1us;
    CHECK(slug(verify(second)) == "ok");
    CHECK(slug(verify(second)) == "ticket_void");
    CHECK(row(ada).email == "new.ada@example.org");
}

TEST_CASE_FIXTURE(Moving, "change_email: the same address is none, in any case") {
    CHECK(slug_at(move(actor, "ADA@example.org")) == "email_unchanged at new_email");
}

TEST_CASE_FIXTURE(Moving, "change_email: a used address does not show, and cannot be had") {
    settle({.handle = "bob", .email = "bob@example.org"});
    const auto started = move(actor, "bob@example.org");
    REQUIRE(started);
    CHECK(started->verification_required);
    CHECK(mails() == Told{"email_change_notice Ada@Example.org", "address_in_use bob@example.org"});
    CHECK(mailed_token().empty());
    // Nor does the pause before the next mail tell it apart.
    CHECK(slug(move(actor, "free@example.org")) == "mailed_just_now");
}

TEST_CASE_FIXTURE(Moving,
                  "change_email: where the client says so, used and awaited ones are told") {
    policy = starview(policy);
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    CHECK(slug_at(move(actor, "bob@example.org")) == "email_taken at new_email");
    REQUIRE(move(Actor{bob}, wanted));
    CHECK(slug_at(move(actor, wanted)) == "email_taken at new_email");
    now.at += policy.email_change_life;
    sessions.prove(actor.session, now.at);
    CHECK(slug(move(actor, wanted)) == "ok");
}

TEST_CASE_FIXTURE(Moving, "change_email: whoever confirms an address first has it") {
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    REQUIRE(move(actor, wanted));
    const auto mine = mailed_token();
    REQUIRE(move(Actor{bob}, wanted));
    CHECK(slug(verify(mailed_token())) == "ok");
    told();
    CHECK(slug(verify(mine)) == "already_verified");
    CHECK(row(ada).email == "ada@example.org");
    CHECK(row(bob).email == "new.ada@example.org");
}

TEST_CASE_FIXTURE(Moving, "change_email: confirming voids the account's other links") {
    REQUIRE(move(actor, wanted));
    const auto token = mailed_token();
    REQUIRE(forget("ada@example.org"));
    REQUIRE(verify(token));
    CHECK(std::ranges::none_of(tables.tickets, [](const auto& row) { return !row.ticket.used; }));
    CHECK(slug(resume(opened.token)) == "ok");  // the owner stays signed in
}

TEST_CASE_FIXTURE(Moving, "change_email: an account that was locked meanwhile keeps its address") {
    REQUIRE(move(actor, wanted));
    accounts.set_active(ada, false);
    CHECK(slug(verify(mailed_token())) == "ticket_void");
}

TEST_CASE_FIXTURE(Moving, "change_email: three minutes lie between two mails") {
    REQUIRE(move(actor, wanted));
    now.at += 3min - 1us;
    const auto soon = move(actor, "other@example.org");
    CHECK(slug(soon) == "mailed_just_now");
    CHECK(soon.error().retry_after == 1s);
    now.at += 1us;
    CHECK(slug(move(actor, "other@example.org")) == "ok");
    now.at -= 1h;  // a clock set back does not lengthen the wait
    sessions.prove(actor.session, now.at);
    CHECK(slug(move(actor, "third@example.org")) == "ok");
}

TEST_CASE_FIXTURE(Moving, "change_email: asks for the password, or to have signed in lately") {
    now.at += 15min;
    CHECK(slug(move(actor, wanted)) == "reauthentication_required");
    CHECK(slug_at(move(actor, wanted, wrong)) == "wrong_password at current_password");
    CHECK(told() == Told{"reauthentication_failed reason=invalid_password"});
    CHECK(mails().empty());
    CHECK(slug(move(actor, wanted, right)) == "ok");
}

TEST_CASE_FIXTURE(Moving, "change_email: a client without a field for the password is not asked") {
    policy = starview(policy);
    now.at += 15min;
    CHECK(slug(move(actor, wanted)) == "ok");
    now.at += 3min;
    CHECK(slug(move(actor, "other@example.org", wrong)) == "wrong_password");
}

TEST_CASE("resend_verification: three minutes lie between two mails that were asked for") {
    Scene scene;
    scene.settle({.verified = false});
    scene.now.at += 1s;
    REQUIRE(scene.resend("ada@example.org"));  // the one that came with registering does not count
    CHECK(scene.mails().size() == 1);
    scene.now.at += 3min - 1us;
    CHECK(slug(scene.resend("ada@example.org")) == "ok");
    CHECK(scene.mails().empty());  // and the answer does not show it
    scene.policy = starview(scene.policy);
    CHECK(slug(scene.resend("ada@example.org")) == "mailed_just_now");
    scene.now.at += 1us;
    CHECK(slug(scene.resend("ada@example.org")) == "ok");
    CHECK(scene.mails().size() == 1);
}

}  // namespace asterism::accounts
