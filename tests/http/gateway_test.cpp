#include "shells/http/gateway.hpp"

#include <stdexcept>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

constexpr std::string_view registration =
    R"({"handle":"alice","email":"Alice@Example.org","password":"Correct.Horse7"})";

TEST_CASE_FIXTURE(Site, "gateway: registers, proves the address, signs in and out") {
    CHECK(ask(post, "/v1/accounts", registration).status == 201);
    CHECK(code_of(sign_in("alice")) == "email_not_verified");
    CHECK(
        ask(post, "/v1/accounts/verification", R"({"token":")" + mailed_token() + R"("})").status ==
        200);
    const auto login = sign_in("alice");
    CHECK(login.status == 200);
    CHECK(body_of(login).at("token").is_null());
    CHECK(header_of(login, "Cache-Control") == "no-store");
    CHECK(body_of(ask(get, "/v1/accounts/me")).at("email").as_string() == "alice@example.org");
    const auto kept = jar;
    const auto out = ask(del, "/v1/sessions/current");
    CHECK(out.status == 200);
    CHECK(jar.empty());
    jar = kept;
    CHECK(ask(get, "/v1/accounts/me").status == 401);
}

TEST_CASE_FIXTURE(Site, "gateway: a write with a session needs its CSRF token") {
    account("alice");
    sign_in("alice");
    sends_csrf = false;
    CHECK(code_of(ask(del, "/v1/sessions/current")) == "csrf_failed");
    CHECK(code_of(ask(del, "/v1/sessions/current", {}, {{"X-CSRFToken", "x"}})) == "csrf_failed");
    CHECK(code_of(ask(post, "/v1/sessions", R"({"identifier":"alice","password":"x"})")) ==
          "csrf_failed");
    CHECK(ask(get, "/v1/accounts/me").status == 200);
}

TEST_CASE_FIXTURE(Site, "gateway: a planted pair of cookies opens nothing") {
    account("alice");
    sign_in("alice");
    jar["csrftoken"] = std::string(32, 'a');
    CHECK(code_of(ask(del, "/v1/sessions/current")) == "csrf_failed");
    jar = {{"sessionid", std::string(43, 'a')}, {"csrftoken", std::string(32, 'a')}};
    CHECK(ask(get, "/v1/accounts/me").status == 401);
}

TEST_CASE_FIXTURE(Site, "gateway: a session ends after half an hour of silence, for good") {
    account("alice");
    sign_in("alice");
    now += std::chrono::minutes{29};
    CHECK(ask(get, "/v1/accounts/me").status == 200);
    now += std::chrono::minutes{29};
    CHECK(ask(get, "/v1/accounts/me").status == 200);
    now += std::chrono::minutes{30};
    CHECK(ask(get, "/v1/accounts/me").status == 401);
    now -= std::chrono::minutes{30};
    CHECK(ask(get, "/v1/accounts/me").status == 401);
}

TEST_CASE_FIXTURE(Site, "gateway: notes a session as alive at most once a minute") {
    account("alice");
    sign_in("alice");
    const auto writes = store.commits;
    for (int i = 0; i < 10; ++i) {
        now += std::chrono::seconds{5};
        ask(get, "/v1/accounts/me");
    }
    CHECK(store.commits == writes);
    now += std::chrono::seconds{15};
    ask(get, "/v1/accounts/me");
    CHECK(store.commits == writes + 1);
}

TEST_CASE_FIXTURE(Site, "gateway: asks for the role that a route names") {
    CHECK(ask(get, "/v1/admin/accounts").status == 401);
    account("alice");
    sign_in("alice");
    CHECK(code_of(ask(get, "/v1/admin/accounts")) == "not_allowed");
    account("root-of-all", Role::admin);
    jar.clear();
    sign_in("root-of-all");
    CHECK(body_of(ask(get, "/v1/admin/accounts?limit=1")).at("items").as_array().size() == 1);
    CHECK(code_of(ask(get, "/v1/admin/accounts?limit=none")) == "bad_field");
    CHECK(code_of(ask(get, "/v1/admin/accounts?limit=%f")) == "bad_query");
    CHECK(code_of(ask(get, "/v1/admin/accounts?colour=red")) == "unknown_field");
    CHECK(code_of(ask(get, "/v1/admin/accounts?limit=1&limit=2")) == "field_twice");
    CHECK(ask(get, "/v1/admin/accounts/alice").status == 200);
    CHECK(ask(get, "/v1/admin/accounts/nobody").status == 404);
}

TEST_CASE_FIXTURE(Site, "gateway: a body that is not JSON of an object is refused") {
    CHECK(ask(post, "/v1/accounts", registration, {{"Content-Type", "text/plain"}}).status == 415);
    CHECK(ask(post, "/v1/accounts", "email=x",
              {{"Content-Type", "application/x-www-form-urlencoded"}})
              .status == 415);
    CHECK(code_of(ask(post, "/v1/accounts", "[]")) == "not_an_object");
    CHECK(code_of(ask(post, "/v1/accounts", "{")) == "bad_json");
    const auto missing = ask(post, "/v1/accounts");
    CHECK(code_of(missing) == "missing_field");
    CHECK(body_of(missing).at("detail").as_string() == "email");
    CHECK(store.tables.accounts.empty());
}

TEST_CASE_FIXTURE(Site, "gateway: tells what an address knows") {
    const auto wrong = ask(put, "/v1/sessions");
    CHECK(wrong.status == 405);
    CHECK(header_of(wrong, "Allow") == "POST, OPTIONS");
    CHECK(header_of(ask(patch, "/v1/sessions/current"), "Allow") == "GET, HEAD, DELETE, OPTIONS");
    CHECK(ask(Verb::options, "/v1/sessions").status == 204);
    CHECK(code_of(ask(get, "/v1/nowhere")) == "no_route");
    CHECK(ask(get, "/nowhere").status == 404);
    CHECK(ask(get, "/v1/../x").status == 400);
    CHECK(header_of(ask(get, "/"), "Location") == "/v1/docs");
}

TEST_CASE_FIXTURE(Site, "gateway: a database that is away is 503 with a time to come back") {
    account("alice");
    sign_in("alice");
    store.down = true;
    for (const auto& answer :
         {ask(get, "/v1/accounts/me"), ask(post, "/v1/accounts", registration)}) {
        CHECK(answer.status == 503);
        CHECK(code_of(answer) == "store_unavailable");
        CHECK(header_of(answer, "Retry-After") == "2");
    }
    CHECK(ask(get, "/readyz").status == 503);
    CHECK(ask(get, "/health/").status == 503);
    CHECK(ask(get, "/livez").status == 200);
    store.down = false;
    CHECK(ask(get, "/v1/accounts/me").status == 200);
}

TEST_CASE_FIXTURE(Site, "gateway: a bug of ours is a 500 that tells nothing and is noted") {
    account("alice");
    hasher.on_call = [] { throw std::logic_error("secret detail"); };
    const auto answer = sign_in("alice");
    CHECK(answer.status == 500);
    CHECK(code_of(answer) == "internal_error");
    CHECK(answer.body.find("secret") == std::string::npos);
    CHECK(failure == "secret detail");
}

TEST_CASE_FIXTURE(Site, "gateway: every answer carries the security headers and a request id") {
    for (const auto* path :
         {"/livez", "/v1/nowhere", "/v1/docs", "/readyz", "/v1/sky/moon", "/%zz"}) {
        CAPTURE(path);
        const auto answer = ask(get, path);
        CHECK(answer.block.find("X-Content-Type-Options: nosniff\r\n") != std::string_view::npos);
        CHECK(answer.block.find("Content-Security-Policy: default-src") != std::string_view::npos);
    }
    CHECK(header_of(ask(get, "/readyz", {}, {{"X-Request-Id", "mine-1"}}), "X-Request-Id") ==
          "mine-1");
    CHECK(header_of(ask(get, "/readyz", {}, {{"X-Request-Id", "a b\r\n"}}), "X-Request-Id") !=
          "a b\r\n");
}

TEST_CASE_FIXTURE(Site, "gateway: the development outbox is for this machine only") {
    ask(post, "/v1/accounts", registration);
    CHECK(body_of(ask(get, "/v1/dev/outbox")).at("items").as_array().size() == 1);
    CHECK(ask(get, "/v1/dev/outbox", {}, {{"Host", "rebound.example"}}).status == 404);
    peer = "192.0.2.1";
    CHECK(ask(get, "/v1/dev/outbox").status == 404);
}

TEST_CASE_FIXTURE(Site, "gateway: while draining it is alive but not ready") {
    gateway.drain();
    CHECK(ask(get, "/readyz").status == 503);
    CHECK(ask(get, "/livez").status == 200);
}

TEST_CASE_FIXTURE(Site, "gateway: what hashes goes the slow way, and /livez is answered at once") {
    const auto lane_of = [&](Verb verb, std::string_view target, std::string_view cookie = {}) {
        Request head;
        head.verb = verb;
        head.target = target;
        head.headers = {{"Cookie", cookie}};
        return gateway.lane(head);
    };
    CHECK(lane_of(post, "/v1/sessions") == Lane::slow);
    CHECK(lane_of(post, "/api/auth/login/") == Lane::slow);
    CHECK(lane_of(get, "/v1/accounts/me") == Lane::work);
    CHECK(lane_of(get, "/livez") == Lane::at_once);
    CHECK(lane_of(get, "/v1/sky/moon") == Lane::at_once);
    CHECK(lane_of(get, "/v1/sky/moon", "sessionid=secret") == Lane::work);  // the store is asked
    CHECK(lane_of(get, "/v1/sky/tonight") == Lane::work);
}

TEST_CASE("gateway: production cookies are for this host and HTTPS only") {
    Site site;
    auto options = site.options();
    options.dev = false;
    options.policy.base_url = "https://stars.example";
    options.hosts = {"127.0.0.1"};
    Gateway strict{site.app, site.signer, site.fingerprint, options};
    site.account("alice");
    Request request;
    request.verb = post;
    request.target = "/v1/sessions";
    request.body = R"({"identifier":"alice","password":"Correct.Horse7"})";
    request.headers = {{"Host", "127.0.0.1"}, {"Content-Type", "application/json"}};
    Response response;
    strict.answer(request, response);
    CHECK(response.status == 200);
    CHECK(header_of(response, "Set-Cookie").starts_with("__Host-sessionid="));
    CHECK(header_of(response, "Set-Cookie").ends_with("HttpOnly; Secure"));
    CHECK(response.block.find("Strict-Transport-Security") != std::string_view::npos);
    request.headers[0].value = "evil.example";
    response.clear();
    strict.answer(request, response);
    CHECK(response.status == 400);
}

}  // namespace
}  // namespace asterism::http
