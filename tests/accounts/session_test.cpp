#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

struct SignedInScene : Scene {
    SignedInScene() : ada(settle()) {
        const auto done = sign_in("ada", right);
        REQUIRE(done);
        token = *done->token;
        actor = {ada, Role::user, done->opened->session, caller.site};
        told();
    }

    AccountId ada;
    std::string token;
    Actor actor;
};

}  // namespace

TEST_CASE_FIXTURE(SignedInScene, "resume_session: knows who is behind a token") {
    const auto resumed = resume(token);
    REQUIRE(resumed);
    CHECK(resumed->actor.account == ada);
    CHECK(resumed->actor.role == Role::user);
    CHECK(resumed->actor.session == actor.session);
    CHECK(resumed->actor.site == caller.site);
    CHECK(resumed->lifetime.expires == now.at + std::chrono::days{14});
    CHECK_FALSE(resumed->stale);
    CHECK_FALSE(resumed->lapsed);
}

TEST_CASE_FIXTURE(SignedInScene, "resume_session: shows the role of now, not of the log-in") {
    accounts.set_role(ada, Role::staff);
    CHECK(resume(token)->actor.role == Role::staff);
}

TEST_CASE_FIXTURE(SignedInScene, "resume_session: another token, site or state is nobody") {
    CHECK(slug(resume("")) == "bad_credentials");
    CHECK(slug(resume(token + "x")) == "bad_credentials");
    CHECK(slug(resume(fingerprint.of(token))) == "bad_credentials");
    caller.site = SiteId{2};
    CHECK(slug(resume(token)) == "bad_credentials");
    caller.site = SiteId{1};
    CHECK(slug(resume(token)) == "ok");
    accounts.set_active(ada, false);
    CHECK(slug(resume(token)) == "bad_credentials");
    accounts.set_active(ada, true);
    sessions.end(actor.session, "logout", now.at);
    CHECK(slug(resume(token)) == "bad_credentials");
}

TEST_CASE_FIXTURE(SignedInScene, "resume_session: lapses after thirty idle minutes") {
    const auto born = now.at;
    now.at = born + 30min - 1us;
    CHECK_FALSE(resume(token)->lapsed);
    now.at = born + 30min;
    CHECK(resume(token)->lapsed);
}

TEST_CASE_FIXTURE(SignedInScene, "resume_session: lapses after its whole life, however busy") {
    const auto born = now.at;
    for (now.at = born; now.at < born + std::chrono::days{14}; now.at += 29min) {
        const auto resumed = resume(token);
        REQUIRE(resumed);
        REQUIRE_FALSE(resumed->lapsed);
        REQUIRE(keep_session(now, sessions, actor.session));
    }
    now.at = born + std::chrono::days{14};
    CHECK(resume(token)->lapsed);
}

TEST_CASE_FIXTURE(SignedInScene,
                  "resume_session: a lapsed session stays so if the clock goes back") {
    const auto born = now.at;
    now.at = born + 30min;
    REQUIRE(resume(token)->lapsed);
    REQUIRE(lapse_session(now, sessions, actor.session));
    CHECK(tables.sessions[0].end_reason == "lapsed");
    now.at = born;
    CHECK(slug(resume(token)) == "bad_credentials");
}

TEST_CASE_FIXTURE(SignedInScene, "resume_session: is stale after a minute, until it is kept") {
    now.at += 60s - 1us;
    CHECK_FALSE(resume(token)->stale);
    now.at += 1us;
    CHECK(resume(token)->stale);
    REQUIRE(keep_session(now, sessions, actor.session));
    CHECK_FALSE(resume(token)->stale);
    CHECK(session(actor.session).last_seen == now.at);
}

TEST_CASE_FIXTURE(SignedInScene, "log_out: ends this session and is in the log") {
    const auto other = sign_in("ada", right);
    told();
    const auto out = log_out(run(), actor, accounts, sessions, {});
    REQUIRE(out);
    CHECK(out->signed_out);
    CHECK(slug(resume(token)) == "bad_credentials");
    CHECK(slug(resume(*other->token)) == "ok");
    CHECK(tables.sessions[0].end_reason == "logout");
    CHECK(trail.events().back().handle == "ada");
    CHECK(told() == std::vector<std::string>{"logout"});
}

TEST_CASE_FIXTURE(SignedInScene, "log_out: without a session there is nothing to end") {
    CHECK(log_out(run(), Actor{ada}, accounts, sessions, {}));
    CHECK(slug(resume(token)) == "ok");
}

TEST_CASE_FIXTURE(SignedInScene, "who_am_i: shows the account, or that it is gone") {
    const auto me = who_am_i(actor, accounts, {});
    REQUIRE(me);
    CHECK(me->handle == "ada");
    CHECK(me->email == "ada@example.org");
    CHECK(slug(who_am_i(Actor{AccountId{99}}, accounts, {})) == "unknown_account");
}

TEST_CASE_FIXTURE(SignedInScene, "session_status: strangers are welcome to ask") {
    CHECK_FALSE(session_status(std::nullopt, accounts, {})->authenticated);
    CHECK_FALSE(session_status(std::nullopt, accounts, {})->account);
    CHECK_FALSE(session_status(Actor{AccountId{99}}, accounts, {})->authenticated);
    const auto status = session_status(actor, accounts, {});
    CHECK(status->authenticated);
    REQUIRE(status->account);
    CHECK(status->account->handle == "ada");
}

}  // namespace asterism::accounts
