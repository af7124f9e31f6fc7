#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

std::string location(const Response& response) { return header_of(response, "Location"); }

TEST_CASE_FIXTURE(Site, "starview: the account library's addresses lead to the client's pages") {
    struct Row {
        const char* from;
        const char* to;
        int status = 302;
    };

    constexpr Row rows[]{
        {"/accounts/", "/accounts/login/"},
        {"/accounts/login/", "/login"},
        {"/accounts/signup/", "/register"},
        {"/accounts/3rdparty/signup/", "/register"},
        {"/accounts/social/signup/", "/register"},
        {"/accounts/email/", "/profile"},
        {"/accounts/password/change/", "/profile"},
        {"/accounts/password/set/", "/profile"},
        {"/accounts/password/reset/", "/password-reset"},
        {"/accounts/password/reset/done/", "/password-reset?sent=true"},
        {"/accounts/password/reset/key/done/", "/login?password_reset=success"},
        {"/accounts/confirm-email/", "/verify-email"},
        {"/accounts/inactive/", "/login?error=inactive"},
        {"/accounts/reauthenticate/", "/login?reauth=required"},
        {"/accounts/login/code/confirm/", "/login"},
        {"/accounts/3rdparty/login/cancelled/", "/login?error=oauth_cancelled"},
        {"/accounts/social/login/cancelled/", "/login?error=oauth_cancelled"},
        {"/accounts/3rdparty/login/error/", "/login?error=oauth_error"},
        {"/accounts/social/login/error/", "/login?error=oauth_error"},
        {"/accounts/3rdparty/", "/profile?social_connected=true"},
        {"/accounts/social/connections/", "/accounts/3rdparty/", 301},
        {"/accounts/login", "/accounts/login/", 301},
        {"/accounts/logout/", "/"},
    };
    for (const auto& [from, to, status] : rows) {
        CAPTURE(from);
        const auto sent = ask(get, from);
        CHECK(sent.status == status);
        CHECK(location(sent) == to);
    }
    CHECK(location(ask(post, "/accounts/3rdparty/")) == "/profile?social_disconnected=true");
    CHECK(ask(post, "/accounts/login/").status == 404);
    CHECK(ask(get, "/accounts/nonsense/").status == 404);
}

TEST_CASE_FIXTURE(Site, "starview: a link of a foreign page signs nobody out") {
    account("alice");
    sign_in("alice");
    CHECK(location(ask(get, "/accounts/logout/")) == "/");
    CHECK(location(ask(get, "/accounts/logout/", {}, {{"Sec-Fetch-Site", "cross-site"}})) == "/");
    CHECK(location(ask(get, "/accounts/logout/", {}, {{"Referer", "https://evil.example/"}})) ==
          "/");
    sends_csrf = false;
    CHECK(location(ask(post, "/accounts/logout/")) == "/");
    sends_csrf = true;
    CHECK(ask(get, "/v1/accounts/me").status == 200);
    CHECK(location(ask(get, "/accounts/logout/", {}, {{"Sec-Fetch-Site", "same-origin"}})) == "/");
    CHECK(ask(get, "/v1/accounts/me").status == 401);
    sign_in("alice");
    CHECK(location(ask(post, "/accounts/logout/")) == "/");
    CHECK(ask(get, "/v1/accounts/me").status == 401);
}

}  // namespace
}  // namespace asterism::http
