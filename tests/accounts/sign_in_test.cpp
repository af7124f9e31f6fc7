#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

struct Known : Scene {
    Known() : ada(settle()) {}

    void fail(int times, std::string_view name = "ada") {
        for (int i = 0; i < times; ++i) CHECK(slug(sign_in(name, wrong)) == "bad_credentials");
        told();
    }

    AccountId ada;
};

}  // namespace

TEST_CASE_FIXTURE(Known,
                  "log_in: takes the user name or the address, in any case and with blanks") {
    for (const std::string name : {"ada", "ADA", " Ada\n", "ada@example.org", "ADA@EXAMPLE.ORG "}) {
        CAPTURE(name);
        CHECK(slug(sign_in(name, right)) == "ok");
    }
}

TEST_CASE_FIXTURE(Known, "log_in: an address wins over a user name that looks like one") {
    const auto odd = settle({.handle = "ada@example.org", .email = "odd@example.org"});
    CHECK(sign_in("ada@example.org", right)->account.id == ada);
    tables.accounts[0].account.email = "elsewhere@example.org";
    CHECK(sign_in("ada@example.org", right)->account.id == odd);
}

TEST_CASE_FIXTURE(Known, "log_in: opens a session of which only the fingerprint is kept") {
    const auto done = sign_in("ada", right, {}, true);
    REQUIRE(done);
    REQUIRE(done->token);
    REQUIRE(done->opened);
    CHECK(done->token->size() == 43);
    CHECK(done->token->find_first_not_of(alphanumerics) == std::string::npos);
    CHECK(done->opened->token == *done->token);
    const auto& row = tables.sessions.at(0);
    CHECK(row.session.id == done->opened->session);
    CHECK(row.fingerprint == fingerprint.of(*done->token));
    CHECK(row.session.account == ada);
    CHECK(row.session.site == caller.site);
    CHECK(row.caller.address == "192.0.2.7");
    CHECK(row.session.lifetime.remember);
    CHECK(done->expires_at == now.at + std::chrono::days{30});
    CHECK(done->account.last_login_at == now.at);
    CHECK(this->row(ada).last_login_at == now.at);
    CHECK(told() == Told{"login_success remember_me=true"});
}

TEST_CASE_FIXTURE(Known, "log_in: is not remembered unless asked") {
    CHECK(sign_in("ada", right)->expires_at == now.at + std::chrono::days{14});
    CHECK(sign_in("ada", right, {}, false)->expires_at == now.at + std::chrono::days{14});
    CHECK(told() == Told{"login_success remember_me=false", "login_success remember_me=false"});
}

TEST_CASE_FIXTURE(Known, "log_in: unknown, wrong and inactive get one answer and one hash each") {
    settle({.handle = "off", .email = "off@example.org", .active = false});
    settle({.handle = "social", .email = "social@example.org"});
    tables.accounts.back().password_hash.reset();

    struct Row {
        const char* name;
        std::string secret;
        std::string reason;
    };

    for (const auto& [name, secret, reason] :
         {Row{"nobody", right, "user_not_found"}, Row{"no@example.org", right, "user_not_found"},
          Row{"ada", wrong, "invalid_password"}, Row{"off", right, "inactive"},
          Row{"off", wrong, "invalid_password"}, Row{"social", right, "invalid_password"},
          Row{"", right, "user_not_found"}}) {
        const auto this_name = name;
        CAPTURE(this_name);
        const int before = hasher.hashes + hasher.verifies;
        const auto refused = sign_in(name, secret);
        CHECK(slug(refused) == "bad_credentials");
        CHECK(refused.error().detail.empty());
        CHECK(refused.error().fields.empty());
        CHECK_FALSE(refused.error().retry_after);
        CHECK(hasher.hashes + hasher.verifies == before + 1);
        CHECK(told() == Told{"login_failed reason=" + reason});
    }
    CHECK(tables.sessions.empty());
}

TEST_CASE_FIXTURE(Known, "log_in: the fifth failure locks, and then the right password fails too") {
    fail(4);
    CHECK(slug(sign_in("ada", wrong)) == "login_locked");
    CHECK(told() == Told{"login_locked reason=exceeded_failure_limit"});
    const int hashed = hasher.verifies;
    now.at += 3599s;
    const auto locked = sign_in("ada", right);
    CHECK(slug(locked) == "login_locked");
    CHECK(locked.error().retry_after == 1s);
    CHECK(hasher.verifies == hashed);
    CHECK(told() == Told{"login_failed reason=account_locked"});
    now.at += 1s;
    CHECK(slug(sign_in("ada", right)) == "ok");
}

TEST_CASE_FIXTURE(Known, "log_in: all spellings of a name and its address share one count") {
    fail(1, "ada");
    fail(1, "ADA");
    fail(1, " ada@example.org");
    fail(1, "Ada@Example.ORG");
    CHECK(slug(sign_in("ada", wrong)) == "login_locked");
    CHECK(slug(sign_in("ada@example.org", right)) == "login_locked");
}

TEST_CASE_FIXTURE(Known, "log_in: unknown names lock alike, and their names are not kept") {
    for (const std::string name : {"nobody", "NOBODY", " nobody", "nobody"}) fail(1, name);
    CHECK(slug(sign_in("nobody", wrong)) == "login_locked");
    CHECK(told() == Told{"login_locked reason=exceeded_failure_limit"});
    CHECK(slug(sign_in("nobody", right)) == "login_locked");
    for (const auto& [key, tries] : tables.lockouts) CHECK(key.find("nobody") == std::string::npos);
    CHECK(slug(sign_in("ada", right)) == "ok");
}

TEST_CASE_FIXTURE(Known, "log_in: the last try before the lock may still be right") {
    fail(4);
    CHECK(slug(sign_in("ada", right)) == "ok");
    CHECK(tables.lockouts.empty());
    fail(4);
}

TEST_CASE_FIXTURE(Known,
                  "log_in: a right password to an unverified account tells where mail went") {
    settle({.handle = "new", .email = "New@Example.org", .verified = false});
    CHECK(slug_at(sign_in("new", wrong)) == "bad_credentials");
    told();
    CHECK(slug_at(sign_in("NEW@example.org", right)) == "email_not_verified at New@Example.org");
    CHECK(told() == Told{"login_failed reason=email_not_verified"});
    CHECK(tables.sessions.empty());
}

TEST_CASE_FIXTURE(Known, "log_in: an inactive account does not tell that it is unverified") {
    settle({.handle = "off", .email = "off@example.org", .verified = false, .active = false});
    CHECK(slug_at(sign_in("off", right)) == "bad_credentials");
}

TEST_CASE_FIXTURE(Known, "log_in: a hash of yesterday's cost is made anew, others are not") {
    REQUIRE(sign_in("ada", right));
    CHECK(hasher.hashes == 0);
    tables.accounts[0].password_hash = "old:!zQ4lubeN";
    CHECK(slug(sign_in("ada", wrong)) == "bad_credentials");
    CHECK(tables.accounts[0].password_hash == "old:!zQ4lubeN");
    REQUIRE(sign_in("ada", right));
    CHECK(tables.accounts[0].password_hash == "new:!zQ4lubeN");
}

TEST_CASE_FIXTURE(Known, "log_in: ends the session that asked, and no other") {
    const auto first = sign_in("ada", right);
    const auto second = sign_in("ada", right);
    const Actor asking{ada, Role::user, first->opened->session, caller.site};
    const auto third = sign_in("ada", right, asking);
    REQUIRE(third);
    CHECK(session(first->opened->session).ended);
    CHECK(tables.sessions[0].end_reason == "login");
    CHECK_FALSE(session(second->opened->session).ended);
    CHECK_FALSE(session(third->opened->session).ended);
    CHECK(*third->token != *first->token);
}

TEST_CASE_FIXTURE(Known, "log_in: a failure ends no session") {
    const auto first = sign_in("ada", right);
    const Actor asking{ada, Role::user, first->opened->session, caller.site};
    CHECK_FALSE(sign_in("ada", wrong, asking));
    CHECK_FALSE(session(first->opened->session).ended);
}

TEST_CASE_FIXTURE(Known, "log_in: what was changed while the hash was computed counts") {
    const LogIn input{"ada", password(right), {}};
    CHECK(slug(sign_in(input, {}, [&] { accounts.set_password_hash(ada, "new:x", now.at); })) ==
          "bad_credentials");
    accounts.set_password_hash(ada, "new:!zQ4lubeN", now.at);
    CHECK(slug(sign_in(input, {}, [&] { accounts.set_active(ada, false); })) == "bad_credentials");
    CHECK(tables.sessions.empty());
}

TEST_CASE_FIXTURE(Known, "log_in: the log shows the account, or the name that was tried") {
    CHECK_FALSE(sign_in("ADA@example.org", wrong));
    CHECK(trail.events().back().account == ada);
    CHECK(trail.events().back().handle == "ada");
    CHECK_FALSE(trail.events().back().success);
    CHECK_FALSE(sign_in(" Nobody", wrong));
    CHECK_FALSE(trail.events().back().account);
    CHECK(trail.events().back().handle == "nobody");
    CHECK_FALSE(sign_in(std::string(5000, 'x'), wrong));
    CHECK(trail.events().back().handle == std::string(150, 'x'));
}

TEST_CASE_FIXTURE(Known, "log_in: a long name is cut for the log between characters") {
    std::string moons = "x";
    for (int i = 0; i < 100; ++i) moons += "\xC3\xA9";
    CHECK_FALSE(sign_in(moons, wrong));
    const auto& shown = trail.events().back().handle;
    CHECK(shown.size() <= 150);
    CHECK(shown.size() >= 147);
    CHECK(is_plain_utf8(shown));
}

TEST_CASE_FIXTURE(Known, "log_in: what was changed meanwhile is refused, and noted once") {
    const LogIn input{"ada", password(right), {}};
    CHECK_FALSE(sign_in(input, {}, [&] { accounts.set_password_hash(ada, "new:x", now.at); }));
    CHECK(told().size() == 1);
}

TEST_CASE_FIXTURE(Known,
                  "log_in: a right password is not counted, though the address is unproved") {
    settle({.handle = "new", .email = "new@example.org", .verified = false});
    for (int i = 0; i < 6; ++i) CHECK(slug(sign_in("new", right)) == "email_not_verified");
}

TEST_CASE("faults: only the unverified account's text speaks of verifying") {
    for (const Fault* fault : {&login_locked, &bad_credentials, &wrong_password})
        CHECK(fault->text.find("erif") == std::string_view::npos);
    CHECK(email_not_verified.text.find("verify") != std::string_view::npos);
}

}  // namespace asterism::accounts
