#include <doctest/doctest.h>

#include "shells/outside/breaker.hpp"
#include "tests/identity/meeting.hpp"

namespace asterism::http::testing {
namespace {

using enum Verb;
using namespace std::chrono_literals;
using outside::testing::SigningKey;

const std::string metadata_path = "/.well-known/openid-configuration";

TEST_CASE_FIXTURE(Meeting, "provider: what it publishes is fetched once a day") {
    visit();
    visit();
    CHECK(club.asked[metadata_path] == 1);
    CHECK(club.asked["/keys"] == 1);
    wait(24h);
    visit();
    CHECK(club.asked[metadata_path] == 2);
    CHECK(club.asked["/keys"] == 2);
}

TEST_CASE_FIXTURE(Meeting, "provider: what was kept serves while its hosts are away") {
    visit();
    club.down = {metadata_path, "/keys"};
    wait(25h);
    jar.clear();
    CHECK(visit().status == 200);
    CHECK(is_signed_in());
}

TEST_CASE_FIXTURE(Meeting, "provider: a new key is learnt, and looked for once a minute at most") {
    const SigningKey next("ES256", "ec-2");
    visit();
    club.signs = &next;
    wait(59s);
    CHECK(visit().status == 400);
    wait(1s);
    CHECK(visit().status == 400);
    CHECK(club.asked["/keys"] == 2);
    CHECK(visit().status == 400);
    CHECK(club.asked["/keys"] == 2);
    club.shown.push_back(&next);
    wait(60s);
    CHECK(visit().status == 200);
    CHECK(club.asked["/keys"] == 3);
}

TEST_CASE_FIXTURE(Meeting, "provider: one that is away is told so, left alone and tried again") {
    club.down = {metadata_path};
    const auto begin = [&] { return ask(post, "/v1/identity-flows", R"({"provider":"club"})"); };
    const auto away = begin();
    CHECK(away.status == 503);
    CHECK(code_of(away) == "provider_unavailable");
    CHECK(header_of(ask(get, "/accounts/club/login/?process=login"), "Location") ==
          "/login?error=oauth_error");
    begin();
    const auto tries = club.asked[metadata_path];
    CHECK(tries == 6);  // each time once more
    begin();
    CHECK(club.asked[metadata_path] == tries);
    CHECK(ask(post, "/v1/identity-flows", R"({"provider":"guild"})").status == 200);
    club.down.clear();
    CHECK(begin().status == 503);
    wait(30s);
    CHECK(begin().status == 200);
    CHECK(store.tables.flows.size() == 2);
}

TEST_CASE_FIXTURE(Meeting, "provider: one that falls silent on the way back opens nothing") {
    for (const auto* path : {"/token", "/keys"}) {
        CAPTURE(path);
        club.down = {path};
        const auto answer = visit();
        CHECK(answer.status == 503);
        CHECK(code_of(answer) == "provider_unavailable");
    }
    CHECK(store.tables.sessions.empty());
    CHECK(club.asked["/token"] == 2);  // a code is shown once
}

TEST_CASE("provider: metadata counts only if it is the issuer's own and all https") {
    const auto read = [](std::string text, std::string_view issuer = "https://id.example") {
        return outside::read_metadata(text, issuer).has_value();
    };
    const std::string good =
        R"({"issuer":"https://id.example","authorization_endpoint":"https://id.example/a",)"
        R"("token_endpoint":"https://id.example/t","jwks_uri":"https://keys.example/k"})";
    CHECK(read(good));
    CHECK_FALSE(read(good, "https://id.example/"));
    for (const auto* part : {"https://id.example/a", "https://id.example/t", "https://keys"}) {
        auto bent = good;
        CHECK_FALSE(read(bent.replace(bent.find(part), 8, "http://")));
        bent = good;
        CHECK_FALSE(read(bent.replace(bent.find(part), 8, "file://")));
    }
    CHECK_FALSE(read("[]"));
    CHECK_FALSE(read("{}"));
    CHECK_FALSE(read(good + "x"));
}

TEST_CASE("provider: only this machine itself is asked without TLS") {
    for (const auto* own : {"http://127.0.0.1:8000/x", "http://localhost/", "http://[::1]:1"})
        CHECK(outside::is_plain_loopback(own));
    for (const auto* other :
         {"https://127.0.0.1/", "http://127.0.0.1.evil.example/", "http://localhost.evil/",
          "http://127.0.0.1@evil.example/", "http://127.0.0.1:80@evil.example/",
          "http://id.example", "HTTP://localhost", "http://127.0.0.10/"})
        CHECK_FALSE(outside::is_plain_loopback(other));
}

TEST_CASE("breaker: opens at the third failure in a row, for half a minute") {
    outside::Breaker breaker;
    const auto noon = tests::instant("2026-03-01T12:00:00Z");
    breaker.fail(noon);
    breaker.fail(noon);
    CHECK(breaker.allows(noon));
    breaker.succeed();
    for (int i = 0; i < 3; ++i) breaker.fail(noon);
    CHECK_FALSE(breaker.allows(noon));
    CHECK_FALSE(breaker.allows(noon + 29s));
    CHECK(breaker.allows(noon + 30s));
    CHECK_FALSE(breaker.allows(noon + 30s));  // one at a time
    breaker.succeed();
    CHECK(breaker.allows(noon + 30s));
    for (int i = 0; i < 3; ++i) breaker.fail(noon);
    CHECK(breaker.allows(noon - 1h));  // the clock was set back
}

}  // namespace
}  // namespace asterism::http::testing
