#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

struct Ring : Site {
    /// The secret of a new key of alice's; she is signed out afterwards.
    std::string key(std::string_view scopes, Role role = Role::user) {
        account("alice", role);
        sign_in("alice");
        const auto made = ask(post, "/v1/accounts/me/keys",
                              R"({"name":"robot","scopes":[)" + std::string(scopes) + "]}");
        CHECK(made.status == 201);
        jar.clear();
        return std::string(body_of(made).at("secret").as_string());
    }

    Response by_key(Verb verb, std::string_view target, const std::string& secret,
                    std::string_view body = {}) {
        const auto value = "Bearer " + secret;
        return ask(verb, target, body, {{"Authorization", value}});
    }
};

TEST_CASE_FIXTURE(Ring, "keys: open what their scope names, without a cookie or a CSRF token") {
    const auto secret = key(R"("profile.read","profile.write")");
    CHECK(by_key(get, "/v1/accounts/me/profile", secret).status == 200);
    CHECK(by_key(patch, "/v1/accounts/me/profile", secret, R"({"bio":"By a robot."})").status ==
          200);
    const auto seen = by_key(get, "/v1/accounts/me/profile", secret);
    CHECK(body_of(seen).at("bio").as_string() == "By a robot.");
    CHECK(header_of(seen, "Cache-Control") == "no-store");
    CHECK(header_of(seen, "Set-Cookie") == "none");
}

TEST_CASE_FIXTURE(Ring, "keys: what no scope of theirs names stays closed, whatever the role") {
    const auto secret = key(R"("profile.read")", Role::admin);
    CHECK(code_of(by_key(patch, "/v1/accounts/me/profile", secret, R"({"bio":"x"})")) ==
          "key_not_allowed");
    CHECK(code_of(by_key(get, "/v1/admin/accounts", secret)) == "key_not_allowed");
    CHECK(code_of(by_key(post, "/v1/accounts/me/keys", secret,
                         R"({"name":"more","scopes":["accounts.write"]})")) == "key_not_allowed");
    CHECK(
        code_of(by_key(put, "/v1/accounts/me/password", secret,
                       R"({"current_password":"Correct.Horse7","new_password":"Other.Horse8"})")) ==
        "key_not_allowed");
}

TEST_CASE_FIXTURE(Ring, "keys: a scope does not make up for the role") {
    const auto secret = key(R"("accounts.read")");
    CHECK(code_of(by_key(get, "/v1/admin/accounts", secret)) == "not_allowed");
}

TEST_CASE_FIXTURE(Ring, "keys: a bad one is refused, even beside a good cookie") {
    key(R"("profile.read")");
    sign_in("alice");
    CHECK(ask(get, "/v1/accounts/me").status == 200);
    for (const std::string wrong : {"", "ast_wrong", "nonsense", "\xFF"}) {
        CAPTURE(wrong);
        const auto refused = by_key(get, "/v1/accounts/me", wrong);
        CHECK(refused.status == 401);
        CHECK(code_of(refused) == "bad_key");
    }
    CHECK(ask(get, "/v1/accounts/me", {}, {{"Authorization", "Basic YTpi"}}).status == 200);
    CHECK(code_of(ask(get, "/v1/profiles/alice", {}, {{"Authorization", "Bearer x"}})) ==
          "bad_key");
}

TEST_CASE_FIXTURE(Ring, "keys: are listed and revoked by a session alone") {
    const auto secret = key(R"("profile.read")");
    sign_in("alice");
    const auto list = body_of(ask(get, "/v1/accounts/me/keys"));
    REQUIRE(list.at("items").as_array().size() == 1);
    const auto id = list.at("items").at(0).at("id").as_int64();
    CHECK(ask(del, "/v1/accounts/me/keys/" + std::to_string(id)).status == 200);
    jar.clear();
    CHECK(by_key(get, "/v1/accounts/me/profile", secret).status == 401);
}

}  // namespace
}  // namespace asterism::http
