#include <doctest/doctest.h>

#include "libcore/accounts/mails.hpp"
#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

const std::string next = "An0ther!!";

struct Forgetful : Scene {
    Forgetful() : ada(settle()) { told(); }

    /// The token of a link mailed just now.
    std::string asked() {
        REQUIRE(forget("ada@example.org"));
        told();
        return reset_token();
    }

    std::string hash() const { return *tables.accounts[0].password_hash; }

    const std::string before = "new:!zQ4lubeN";
    AccountId ada;
};

}  // namespace

TEST_CASE_FIXTURE(Forgetful, "reset: the mailed link sets the password and ends every session") {
    const auto here = *sign_in("ada", right)->token;
    const auto there = *sign_in("ada", right)->token;
    const auto token = asked();
    CHECK(token.size() == 43);
    const auto done = reset(token, next);
    REQUIRE(done);
    CHECK(done->sessions_ended == 2);
    CHECK(told() == Told{"password_changed method=reset lockout_cleared=true"});
    CHECK(slug(resume(here)) == "bad_credentials");
    CHECK(slug(resume(there)) == "bad_credentials");
    CHECK(tables.sessions.size() == 2);  // nobody is signed in by it
    CHECK(slug(sign_in("ada", right)) == "bad_credentials");
    CHECK(slug(sign_in("ada", next)) == "ok");
}

TEST_CASE_FIXTURE(Forgetful, "reset: revokes the account's API keys, and no other's") {
    const auto made = [&](AccountId owner, const char* secret) {
        keys.add({{}, owner, "robot", {}, now.at, {}, {}, {}}, secret);
    };
    made(ada, "hers");
    made(settle({.handle = "bob", .email = "bob@example.org"}), "his");
    REQUIRE(reset(asked(), next));
    CHECK(keys.find("hers")->key.revoked_at == now.at);
    CHECK_FALSE(keys.find("his")->key.revoked_at);
}

TEST_CASE_FIXTURE(Forgetful, "reset: its owner hears of the link and of the new password") {
    const auto token = asked();
    REQUIRE(reset(token, next));
    CHECK(mails() == Told{"password_reset Ada@Example.org", "password_changed Ada@Example.org"});
}

TEST_CASE_FIXTURE(Forgetful, "reset: the answer does not tell whether an address is known") {
    settle({.handle = "gone", .email = "gone@example.org", .active = false});
    for (const auto* address : {"ada@example.org", "nobody@example.org", "gone@example.org"}) {
        CAPTURE(address);
        const auto answer = forget(address);
        REQUIRE(answer);
        CHECK(answer->email_sent);
    }
    CHECK(mails() == Told{"password_reset Ada@Example.org"});
    CHECK(told() == Told{"password_reset_requested user_found=true",
                         "password_reset_requested user_found=false",
                         "password_reset_requested user_found=false"});
}

TEST_CASE_FIXTURE(Forgetful, "reset: a variant of the address mails the stored one") {
    REQUIRE(forget("ADA@EXAMPLE.ORG"));
    CHECK(mails() == Told{"password_reset Ada@Example.org"});
}

TEST_CASE_FIXTURE(Forgetful, "reset: a link works once, and only the newest") {
    const auto first = asked();
    const auto second = asked();
    CHECK(first != second);
    CHECK(slug(reset(first, next)) == "ticket_void");
    CHECK(told() == Told{"password_reset_failed reason=invalid_token"});
    CHECK(hash() == before);
    CHECK(slug(reset(second, next)) == "ok");
    CHECK(slug(reset(second, "Thi3d.One")) == "ticket_void");
    CHECK(slug(sign_in("ada", next)) == "ok");
}

TEST_CASE_FIXTURE(Forgetful, "reset: of two uses at once, one counts") {
    const auto token = asked();
    const ResetPassword input{{}, token, password(next), {}};
    const auto late = reset(input, [&] { CHECK(slug(reset(token, "Thi3d.One")) == "ok"); });
    CHECK(slug(late) == "ticket_void");
    CHECK(slug(sign_in("ada", "Thi3d.One")) == "ok");
}

TEST_CASE_FIXTURE(Forgetful, "reset: a link is good for an hour") {
    const auto token = asked();
    now.at += 1h;
    CHECK(slug(reset(token, next)) == "ticket_void");
    now.at -= 1us;
    CHECK(slug(reset(token, next)) == "ok");
}

TEST_CASE_FIXTURE(Forgetful, "reset: a link is tied to its account") {
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto token = asked();
    CHECK(slug(reset(token, next, reset_name(bob))) == "ticket_void");
    CHECK(slug(reset(token, next, "nonsense")) == "ticket_void");
    CHECK(hash() == before);
    CHECK(slug(reset(token, next, reset_name(ada))) == "ok");
}

TEST_CASE_FIXTURE(Forgetful, "reset: a link of another purpose opens nothing") {
    settle({.handle = "eve", .email = "eve@example.org", .verified = false});
    REQUIRE(resend("eve@example.org"));
    CHECK(slug(reset(mailed_token(), next)) == "ticket_void");
    const auto token = asked();
    CHECK(slug(verify(token)) == "ticket_void");
    CHECK(slug(resume(token)) == "bad_credentials");
}

TEST_CASE_FIXTURE(Forgetful, "reset: signing in, a new password and a new address void the link") {
    SUBCASE("signing in") {
        const auto token = asked();
        CHECK(slug(sign_in("ada", wrong)) == "bad_credentials");
        CHECK(tables.tickets.size() == 1);  // a stranger's failure does not void it
        REQUIRE(sign_in("ada", right));
        CHECK(slug(reset(token, next)) == "ticket_void");
    }
    SUBCASE("a new password") {
        const auto token = asked();
        REQUIRE(change(Actor{ada}, right, "Thi3d.One"));
        CHECK(slug(reset(token, next)) == "ticket_void");
    }
    SUBCASE("a new address") {
        REQUIRE(move(Actor{ada}, "new@example.org"));
        const auto change = mailed_token();
        const auto token = asked();
        REQUIRE(verify(change));
        CHECK(slug(reset(token, next)) == "ticket_void");
    }
    SUBCASE("a locked account") {
        const auto token = asked();
        accounts.set_active(ada, false);
        CHECK(slug(reset(token, next)) == "ticket_void");
    }
}

TEST_CASE_FIXTURE(Forgetful, "reset: refuses in the order of its checks, and hashes nothing") {
    const auto token = asked();
    hasher.hashes = 0;
    const ResetPassword differ{{}, "x", password("weak"), password("weaker")};
    CHECK(slug_at(reset(differ, [] {})) == "passwords_differ at password_again");
    CHECK(slug(reset("x", "weak")) == "ticket_void");
    CHECK(slug_at(reset(token, "weak")) == "weak_password at password");
    CHECK(hasher.hashes == 0);
    CHECK(slug(reset(token, next)) == "ok");  // none of it cost the link
}

TEST_CASE_FIXTURE(Forgetful, "reset: opens an account that wrong passwords have locked") {
    for (int i = 0; i < 5; ++i) CHECK_FALSE(sign_in("ada", wrong));
    CHECK(slug(sign_in("ada", right)) == "login_locked");
    REQUIRE(reset(asked(), next));
    CHECK(slug(sign_in("ada", next)) == "ok");
}

TEST_CASE_FIXTURE(Forgetful,
                  "reset: who opens the link has the mailbox, which proves the address") {
    const auto eve = settle({.handle = "eve", .email = "eve@example.org", .verified = false});
    REQUIRE(forget("eve@example.org"));
    told();
    REQUIRE(reset(mailed_token("/password-reset-confirm/" + reset_name(eve) + "/"), next));
    CHECK(told() == Told{"password_changed method=reset lockout_cleared=true verified=true"});
    CHECK(row(eve).email_verified_at == now.at);
    CHECK(slug(sign_in("eve", next)) == "ok");
}

TEST_CASE_FIXTURE(Forgetful, "reset: gives an account without a password its first one") {
    tables.accounts[0].password_hash.reset();
    tables.accounts[0].account.has_password = false;
    REQUIRE(reset(asked(), next));
    CHECK(row(ada).has_password);
    CHECK(slug(sign_in("ada", next)) == "ok");
}

TEST_CASE_FIXTURE(Forgetful, "reset: an unknown language is no reason to refuse") {
    CHECK(slug(forget("ada@example.org", "tlh")) == "ok");
    CHECK(slug(forget("ada@example.org", "pt-br")) == "ok");
    CHECK(mails().size() == 2);
}

}  // namespace asterism::accounts
