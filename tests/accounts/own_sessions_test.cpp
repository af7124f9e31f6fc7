#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

struct Several : Scene {
    Several() : ada(settle()), bob(settle({.handle = "bob", .email = "bob@example.org"})) {
        stranger = *sign_in("bob", right)->opened;
        here = *sign_in("ada", right)->opened;
        caller.address = "198.51.100.9";
        there = *sign_in("ada", right, {}, true)->opened;
        actor = {ada, Role::user, here.session, caller.site};
        told();
    }

    Result<SessionsEnded> end(SessionId id) {
        return undone_if_refused([&] { return end_session(run(), actor, sessions, {id}); });
    }

    AccountId ada;
    AccountId bob;
    Opened stranger;
    Opened here;
    Opened there;
    Actor actor;
};

}  // namespace

TEST_CASE_FIXTURE(Several, "list_sessions: shows where the account is signed in, and which asks") {
    const auto list = list_sessions(now, actor, sessions, {});
    REQUIRE(list);
    REQUIRE(list->items.size() == 2);
    CHECK(list->items[0].id == here.session);
    CHECK(list->items[0].current);
    CHECK(list->items[0].address == "192.0.2.7");
    CHECK(list->items[0].agent == "Test/1");
    CHECK(list->items[0].created_at == now.at);
    CHECK_FALSE(list->items[0].remembered);
    CHECK(list->items[1].remembered);
    CHECK(list->items[1].address == "198.51.100.9");
    CHECK_FALSE(list->items[1].current);
    now.at += 30min;  // the one that is not remembered has lapsed
    CHECK(list_sessions(now, actor, sessions, {})->items.size() == 1);
}

TEST_CASE_FIXTURE(Several, "end_session: ends one of the account's own") {
    REQUIRE(end(there.session));
    CHECK(told() == std::vector<std::string>{"session_ended session=3"});
    CHECK(slug(resume(there.token)) == "bad_credentials");
    CHECK(slug(resume(here.token)) == "ok");
    CHECK(slug_at(end(there.session)) == "unknown_session at session");
}

TEST_CASE_FIXTURE(Several, "end_session: somebody else's is as if it were not there") {
    CHECK(slug_at(end(stranger.session)) == "unknown_session at session");
    CHECK(slug_at(end(SessionId{99})) == "unknown_session at session");
    CHECK(slug(resume(stranger.token)) == "ok");
}

TEST_CASE_FIXTURE(Several, "end_other_sessions: leaves the one that asks, and other people's") {
    const auto ended = end_other_sessions(run(), actor, sessions, {});
    REQUIRE(ended);
    CHECK(ended->sessions_ended == 1);
    CHECK(slug(resume(here.token)) == "ok");
    CHECK(slug(resume(there.token)) == "bad_credentials");
    CHECK(slug(resume(stranger.token)) == "ok");
}

TEST_CASE_FIXTURE(Several, "leave: ends a session, and minds no one without") {
    CHECK(leave(run(), std::nullopt, accounts, sessions, {}));
    CHECK(told().empty());
    REQUIRE(leave(run(), actor, accounts, sessions, {}));
    CHECK(slug(resume(here.token)) == "bad_credentials");
    CHECK(slug(resume(there.token)) == "ok");
}

}  // namespace asterism::accounts
