#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

struct Renewing : Scene {
    Renewing() : ada(settle()) {
        old = *sign_in("ada", right, {}, true)->opened;
        now.at += 24h;
    }

    std::string renew(std::string_view token) {
        const auto renewed = renew_session(run(), sessions, {old.session, token});
        return renewed ? renewed->token : slug(renewed);
    }

    AccountId ada;
    Opened old;
};

}  // namespace

TEST_CASE_FIXTURE(Renewing, "renew_session: is due after a day, not before") {
    CHECK(resume(old.token)->due);
    now.at -= 1us;
    CHECK_FALSE(resume(old.token)->due);
}

TEST_CASE_FIXTURE(Renewing, "renew_session: goes on under a new secret, as long as before") {
    const auto renewed = renew_session(run(), sessions, {old.session, old.token});
    REQUIRE(renewed);
    CHECK(renewed->session == old.session);
    CHECK(renewed->lifetime.expires == old.lifetime.expires);
    CHECK(renewed->token.size() == 43);
    CHECK(renewed->token != old.token);
    const auto resumed = resume(renewed->token);
    REQUIRE(resumed);
    CHECK(resumed->actor.session == old.session);
    CHECK_FALSE(resumed->due);
}

TEST_CASE_FIXTURE(Renewing, "renew_session: requests under way keep the old secret for a minute") {
    REQUIRE(renew(old.token).size() == 43);
    now.at += 1min - 1us;
    const auto late = resume(old.token);
    REQUIRE(late);
    CHECK_FALSE(late->due);  // it does not start another renewal
    now.at += 1us;
    CHECK(slug(resume(old.token)) == "bad_credentials");
}

TEST_CASE_FIXTURE(Renewing, "renew_session: a clock set back does not revive the old secret") {
    REQUIRE(renew(old.token).size() == 43);
    now.at += 2min;
    CHECK(slug(resume(old.token)) == "bad_credentials");
    now.at -= 1h;
    CHECK(slug(resume(old.token)) == "bad_credentials");
}

TEST_CASE_FIXTURE(Renewing, "renew_session: of two requests at once, one renews") {
    const auto fresh = renew(old.token);
    CHECK(renew(old.token) == "bad_credentials");
    CHECK(slug(resume(fresh)) == "ok");
}

TEST_CASE_FIXTURE(Renewing, "renew_session: an ended session is not renewed") {
    sessions.end(old.session, "logout", now.at);
    CHECK(renew(old.token) == "bad_credentials");
}

TEST_CASE_FIXTURE(Renewing, "renew_session: a new password voids the old secret at once") {
    const auto fresh = renew(old.token);
    const auto changed = change({ada, Role::user, old.session, caller.site}, right, "An0ther!!");
    REQUIRE(changed);
    CHECK(slug(resume(old.token)) == "bad_credentials");
    CHECK(slug(resume(fresh)) == "bad_credentials");
    CHECK(slug(resume(changed->opened->token)) == "ok");
}

TEST_CASE_FIXTURE(Renewing, "log_in: never adopts an id that the client has chosen") {
    const auto in = sign_in({"ada", password(right), {}}, std::nullopt, [] {});
    REQUIRE(in);
    CHECK(*in->token != old.token);
    CHECK(slug(resume("chosen-by-the-client")) == "bad_credentials");
}

}  // namespace asterism::accounts
