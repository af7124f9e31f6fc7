#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

/// An account that has just been registered, and the token that was mailed to it.
struct Fresh : Scene {
    Fresh() {
        RegisterAccount input;
        input.handle = handle("ada");
        input.email = email("Ada@Example.org");
        input.password = password(right);
        REQUIRE(sign_up(input));
        told();
        token = mailed_token();
    }

    std::string token;
    AccountId ada{1};
};

}  // namespace

TEST_CASE_FIXTURE(Fresh, "verify_email: marks the account, greets it and says so") {
    now.at += 1h;
    const auto done = verify(token);
    REQUIRE(done);
    CHECK(done->handle == "ada");
    CHECK(row(ada).email_verified_at == now.at);
    CHECK(tables.messages.back().draft.template_code == "welcome");
    CHECK(tables.messages.back().draft.to == "Ada@Example.org");
    CHECK(told() == std::vector<std::string>{"email_verified"});
}

TEST_CASE_FIXTURE(Fresh, "verify_email: the link is good until the very second it expires") {
    const auto born = now.at;
    now.at = born + 24h;
    CHECK(slug(verify(token)) == "ticket_void");
    CHECK_FALSE(row(ada).email_verified_at);
    now.at = born + 24h - 1us;
    CHECK(slug(verify(token)) == "ok");
}

TEST_CASE_FIXTURE(Fresh, "verify_email: the link works once") {
    REQUIRE(verify(token));
    const auto mails = tables.messages.size();
    CHECK(slug(verify(token)) == "ticket_void");
    CHECK(tables.messages.size() == mails);
    CHECK(told().size() == 1);
}

TEST_CASE_FIXTURE(Fresh, "verify_email: unknown tokens and other spellings open nothing") {
    for (const auto& other : {std::string(), std::string("x"), token + "a", token.substr(1),
                              " " + token, fingerprint.of(token)}) {
        CAPTURE(other);
        CHECK(slug(verify(other)) == "ticket_void");
    }
}

TEST_CASE_FIXTURE(Fresh, "verify_email: a link to an address given up meanwhile is void") {
    tables.accounts[0].account.email = "new@example.org";
    CHECK(slug(verify(token)) == "ticket_void");
}

TEST_CASE_FIXTURE(Fresh, "verify_email: a live link to a verified address says it is verified") {
    accounts.mark_verified(ada, now.at);
    CHECK(slug(verify(token)) == "already_verified");
    now.at += 24h;
    CHECK(slug(verify(token)) == "ticket_void");
}

TEST_CASE_FIXTURE(Fresh, "verify_email: a ticket used between look-up and use is void") {
    struct Late : tests::MemoryTickets {
        using MemoryTickets::MemoryTickets;

        bool use(TicketId, Instant) override { return false; }
    };

    Late late(tables, calls);
    CHECK(slug(verify_email(run(), accounts, late, outbox(), events, {token})) == "ticket_void");
    CHECK_FALSE(row(ada).email_verified_at);
}

TEST_CASE_FIXTURE(Fresh, "resend_verification: only the newest link opens") {
    now.at += 1h;
    REQUIRE(resend("ADA@example.org"));
    const auto newest = mailed_token();
    CHECK(newest != token);
    CHECK(tables.messages.back().draft.to == "Ada@Example.org");
    CHECK(tables.messages.back().draft.template_code == "verification");
    CHECK(told() == std::vector<std::string>{"verification_email_resent"});
    CHECK(slug(verify(token)) == "ticket_void");
    now.at += 24h - 1us;
    CHECK(slug(verify(newest)) == "ok");
}

TEST_CASE_FIXTURE(Fresh, "resend_verification: answers alike for all, and mails only who waits") {
    settle({.handle = "bob", .email = "bob@example.org", .verified = true});
    settle({.handle = "eve", .email = "eve@example.org", .verified = false, .active = false});
    const auto mails = tables.messages.size();
    for (const std::string address : {"nobody@example.org", "bob@example.org", "eve@example.org"}) {
        CAPTURE(address);
        const auto done = resend(address);
        REQUIRE(done);
        CHECK(done->email_sent);
        CHECK(tables.messages.size() == mails);
        CHECK(told().empty());
    }
    CHECK(resend("ada@example.org"));
    CHECK(tables.messages.size() == mails + 1);
}

TEST_CASE_FIXTURE(Fresh, "resend_verification: says that it is verified where the policy reveals") {
    policy.reveals_used_email = true;
    settle({.handle = "bob", .email = "bob@example.org", .verified = true});
    settle({.handle = "eve", .email = "eve@example.org", .verified = true, .active = false});
    CHECK(slug(resend("bob@example.org")) == "already_verified");
    CHECK(slug(resend("eve@example.org")) == "ok");
    CHECK(slug(resend("nobody@example.org")) == "ok");
}

}  // namespace asterism::accounts
