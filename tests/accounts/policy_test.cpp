#include "libcore/accounts/policy.hpp"

#include <doctest/doctest.h>

#include "libcore/accounts/mails.hpp"
#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

constexpr Instant noon = instant("2026-03-01T12:00:00Z");

std::string refused(std::string_view name) { return slug(refusal(handle(name))); }

}  // namespace

TEST_CASE("handle: 3 to 30 of a-z 0-9 _ - and no word that the site needs") {
    for (const std::string name : {"bob", "Bob", "a_b", "a-b", "007", "user1234567"}) {
        CAPTURE(name);
        CHECK(refused(name) == "ok");
    }
    CHECK(refused(std::string(30, 'a')) == "ok");
    CHECK(refused(std::string(31, 'a')) == "handle_not_allowed");
    for (const std::string name : {"ab", "a", "a.b", "a+b", "bob@example.org"}) {
        CAPTURE(name);
        CHECK(refused(name) == "handle_not_allowed");
    }
    for (const std::string name :
         {"admin", "ROOT", "me", "api", "starview-", "webmaster", "null"}) {
        CAPTURE(name);
        const std::string_view text = name;
        CHECK(refused(name) == (text == "me"          ? "handle_not_allowed"
                                : text == "starview-" ? "ok"
                                                      : "handle_reserved"));
    }
}

TEST_CASE("startupwebapp: its contract's figures over the site's own") {
    const auto policy = startupwebapp({}, "https://shop.example.org/");
    CHECK(slug(refusal(handle("abcde"), policy.handles)) == "handle_not_allowed");
    CHECK(slug(refusal(handle("Abcdef"), policy.handles)) == "ok");
    CHECK(slug(refusal(handle(std::string(150, 'a')), policy.handles)) == "ok");
    CHECK(policy.sessions.remembered_life == std::chrono::days{14});
    CHECK(policy.admits_unverified);
    CHECK(policy.passwords.longest == 50);
    CHECK(link_to(policy, policy.links.verify, "t") ==
          "https://shop.example.org/account/?email_verification_code=t");
    CHECK(link_to(policy, policy.links.reset, "t", "a") ==
          "https://shop.example.org/set-new-password?password_reset_code=t");
    const Policy site;
    CHECK_FALSE(site.admits_unverified);
    CHECK(link_to(site, site.links.reset, "t", "a") ==
          "http://127.0.0.1:8000/password-reset-confirm/a/t/");
}

TEST_CASE("starview: its contract's figures over the site's own") {
    Policy site;
    site.site_name = "Nightly";
    const auto policy = starview(site);
    CHECK(policy.passwords.digit);
    CHECK(policy.passwords.specials == "!@#$%^&*(),.?\":{}|<>");
    CHECK(policy.verification_life == 72h);
    CHECK(policy.reveals_used_email);
    CHECK(policy.subject_prefix == "[Starview] ");
    CHECK(policy.site_name == "Nightly");
    site.subject_prefix = "[N] ";
    CHECK(starview(site).subject_prefix == "[N] ");
    CHECK_FALSE(Policy{}.reveals_used_email);
    CHECK(Policy{}.verification_life == 24h);
}

TEST_CASE("lifetime: short by default, longer when remembered, idle either way") {
    const auto plain = lifetime({}, noon, false);
    CHECK(plain.expires == noon + std::chrono::days{14});
    CHECK(plain.idle == 30min);
    CHECK_FALSE(plain.remember);
    const auto remembered = lifetime({}, noon, true);
    CHECK(remembered.expires == noon + std::chrono::days{30});
    CHECK(remembered.idle == std::chrono::days{7});
    CHECK(remembered.remember);
}

TEST_CASE("alive: until the very second, idle or absolute, and never once ended") {
    Session session;
    session.lifetime = {noon + 1h, 10min, false};
    session.last_seen = noon;
    CHECK(alive(session, noon));
    CHECK(alive(session, noon + 10min - 1us));
    CHECK_FALSE(alive(session, noon + 10min));
    session.last_seen = noon + 55min;
    CHECK(alive(session, noon + 1h - 1us));
    CHECK_FALSE(alive(session, noon + 1h));
    CHECK(alive(session, noon - 24h));
    session.ended = true;
    CHECK_FALSE(alive(session, noon));
    CHECK_FALSE(alive(session, noon - 24h));
}

TEST_CASE("worth_touching: once a minute, or at a tenth of a short life") {
    Session session;
    session.last_seen = noon;
    session.lifetime.idle = 30min;
    CHECK_FALSE(worth_touching(session, noon + 60s - 1us));
    CHECK(worth_touching(session, noon + 60s));
    session.lifetime.idle = 20s;
    CHECK_FALSE(worth_touching(session, noon + 2s - 1us));
    CHECK(worth_touching(session, noon + 2s));
    CHECK_FALSE(worth_touching(session, noon - 1h));
}

TEST_CASE("view_of: shows an account as it is") {
    Account account;
    account.id = {7};
    account.handle = "ada";
    account.role = Role::staff;
    account.active = false;
    CHECK_FALSE(view_of(account).email_verified);
    account.email_verified_at = noon;
    const auto view = view_of(account);
    CHECK(view.id == AccountId{7});
    CHECK(view.handle == "ada");
    CHECK(view.email_verified);
    CHECK(view.role == Role::staff);
    CHECK_FALSE(view.active);
    CHECK_FALSE(view.last_login_at);
}

}  // namespace asterism::accounts
