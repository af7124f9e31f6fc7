#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "shells/outside/base64.hpp"
#include "shells/outside/digest.hpp"
#include "tests/identity/meeting.hpp"

namespace asterism::http::testing {
namespace {

using enum Verb;
using outside::testing::pairs_of;

std::string location_of(const Response& begun) {
    return std::string(body_of(begun).at("location").as_string());
}

TEST_CASE_FIXTURE(Meeting,
                  "identity flow: the address asks for a code with state, nonce and S256") {
    const auto begun = ask(post, "/v1/identity-flows", R"({"provider":"club"})");
    CHECK(begun.status == 200);
    CHECK(header_of(begun, "Cache-Control") == "no-store");
    CHECK(body_of(begun).at("browser").is_null());
    CHECK(location_of(begun).starts_with("https://club.example/authorize?hl=en&"));
    auto sent = pairs_of(location_of(begun));
    CHECK(sent["response_type"] == "code");
    CHECK(sent["client_id"] == "asterism");
    CHECK(sent["scope"] == "openid email profile");
    CHECK(sent["redirect_uri"] == "http://127.0.0.1:8000/v1/identity-flows/club/callback");
    CHECK(sent["code_challenge_method"] == "S256");
    CHECK(sent["code_challenge"].size() == 43);
    CHECK(sent["state"].size() == 43);
    CHECK(sent["nonce"].size() == 64);
    CHECK(store.tables.flows.size() == 1);
    CHECK_FALSE(store.tables.flows.contains(sent["state"]));  // a fingerprint of it alone is kept
    const auto& cookie = header_of(begun, "Set-Cookie");
    for (const auto* mark : {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"})
        CHECK(cookie.find(mark) != std::string::npos);
}

TEST_CASE_FIXTURE(Meeting, "identity flow: a new person gets an account and a session") {
    const auto back = visit();
    CHECK(back.status == 200);
    CHECK(body_of(back).at("outcome").as_string() == "signed_in");
    CHECK(body_of(back).at("token").is_null());
    CHECK(is_signed_in());
    CHECK_FALSE(jar.contains("identityflow"));
    const auto me = body_of(ask(get, "/v1/accounts/me"));
    CHECK(me.at("handle").as_string().starts_with("user"));
    CHECK(me.at("email").as_string() == "vera@club.example");
    CHECK(me.at("email_verified").as_bool());
    CHECK(me.at("first_name").as_string() == "Vera");
    CHECK(store.tables.messages.size() == 1);  // the welcome
    CHECK(club.form["grant_type"] == "authorization_code");
    CHECK(club.form["code_verifier"].size() == 64);
    CHECK(club.headers.back() ==
          "Authorization: Basic " + outside::to_base64("asterism:s3cret%20%26%20more"));
    const auto first = me.at("id").as_int64();
    jar.clear();
    CHECK(visit().status == 200);  // and is known the next time, by the subject alone
    club.email = "moved@club.example";
    jar.clear();
    CHECK(visit().status == 200);
    CHECK(body_of(ask(get, "/v1/accounts/me")).at("id").as_int64() == first);
    club.subject = "another";
    club.email = "third@club.example";
    jar.clear();
    CHECK(visit().status == 200);
    CHECK(body_of(ask(get, "/v1/accounts/me")).at("id").as_int64() != first);
}

TEST_CASE_FIXTURE(Meeting, "identity flow: ends the session that asked, and turns the token") {
    account("alice");
    sign_in("alice");
    const auto before = jar;
    CHECK(visit().status == 200);
    CHECK(jar["sessionid"] != before.at("sessionid"));
    CHECK(jar["csrftoken"] != before.at("csrftoken"));
    CHECK(store.tables.sessions.at(0).session.ended);
}

TEST_CASE_FIXTURE(Meeting, "identity flow: a state is good once, whoever shows it") {
    const auto way = set_out();
    const auto browser = jar;
    CHECK(ask(get, way).status == 200);
    jar = browser;
    CHECK(code_of(ask(get, way)) == "flow_void");
    CHECK(told() == "login_failed auth_method=club reason=unknown_state");
    const auto other = set_out();
    jar.clear();
    const auto foreign = ask(get, other);
    CHECK(foreign.status == 400);
    CHECK(told() == "login_failed auth_method=club reason=other_browser");
    CHECK_FALSE(is_signed_in());
    CHECK(store.tables.flows.empty());
}

TEST_CASE_FIXTURE(Meeting, "identity flow: of two browsers neither can finish the other's") {
    const auto mine = set_out();
    const auto my_jar = jar;
    jar.clear();
    const auto theirs = set_out();
    CHECK(ask(get, mine).status == 400);
    CHECK(told() == "login_failed auth_method=club reason=other_browser");
    jar = my_jar;
    CHECK(ask(get, theirs).status == 400);
    CHECK(store.tables.sessions.empty());
}

TEST_CASE_FIXTURE(Meeting, "identity flow: is over after ten minutes") {
    const auto in_time = set_out();
    wait(std::chrono::seconds{599});
    CHECK(ask(get, in_time).status == 200);
    const auto late = set_out();
    wait(std::chrono::seconds{600});
    CHECK(code_of(ask(get, late)) == "flow_void");
    CHECK(told() == "login_failed auth_method=club reason=state_expired");
}

TEST_CASE_FIXTURE(Meeting, "identity flow: belongs to one provider, one surface, one issuer") {
    auto way = set_out();
    ask(get, way.replace(way.find("/club/"), 6, "/guild/"));
    CHECK(told() == "login_failed auth_method=guild reason=other_provider");
    auto elsewhere = set_out();
    elsewhere = "/accounts/club/login/callback/" + elsewhere.substr(elsewhere.find('?'));
    CHECK(header_of(ask(get, elsewhere), "Location") == "/login?error=oauth_error");
    CHECK(told() == "login_failed auth_method=club reason=other_callback");
    auto mixed = set_out();
    mixed = mixed.substr(0, mixed.find("&iss=")) + "&iss=https%3A%2F%2Fguild.example";
    CHECK(code_of(ask(get, mixed)) == "identity_refused");
    CHECK(told() == "login_failed auth_method=club reason=other_issuer");
    auto silent = set_out();
    CHECK(ask(get, silent.substr(0, silent.find("&iss="))).status == 400);
    CHECK(told() == "login_failed auth_method=club reason=other_issuer");
    CHECK(store.tables.sessions.empty());
    CHECK(club.asked["/token"] == 0);
}

TEST_CASE_FIXTURE(Meeting, "identity flow: a provider that promises no issuer need not tell it") {
    club.tells_issuer = false;
    CHECK(visit().status == 200);
}

TEST_CASE_FIXTURE(Meeting, "identity flow: refusals of the provider are told apart") {
    const auto state = [&] {
        const auto way = set_out();
        return way.substr(way.find("&state=") + 7, 43);
    };
    const auto back = [&](const std::string& query) {
        return code_of(ask(get, "/v1/identity-flows/club/callback?" + query));
    };
    CHECK(back("error=access_denied&state=" + state()) == "identity_cancelled");
    CHECK(back("error=server_error&state=" + state()) == "identity_refused");
    CHECK(back("state=" + state()) == "identity_refused");
    CHECK(told() == "login_failed auth_method=club reason=no_code");
    CHECK(back("code=stolen&iss=https%3A%2F%2Fclub.example&state=" + state()) ==
          "identity_refused");
    CHECK(told() == "login_failed auth_method=club reason=code_refused");
    CHECK(back("code=c0de") == "flow_void");
    CHECK(back("code=a&code=b&state=" + state()) == "field_twice");
    CHECK(ask(get, "/v1/identity-flows/nobody/callback?state=x").status == 404);
    CHECK(ask(post, "/v1/identity-flows", R"({"provider":"nobody"})").status == 404);
    CHECK(ask(post, "/v1/identity-flows", R"({"provider":"club","process":"x"})").status == 400);
}

TEST_CASE_FIXTURE(Meeting, "identity flow: what else a provider adds is passed over") {
    CHECK(ask(get, set_out() + "&scope=openid+email&authuser=0&session_state=x&hd=club.example")
              .status == 200);
}

TEST_CASE_FIXTURE(Meeting, "identity flow: leads to a path of our own, or nowhere") {
    const auto own = visit("login", "/sky?x=1");
    CHECK(own.status == 303);
    CHECK(header_of(own, "Location") == "/sky?x=1");
    for (const auto* trick : {"//evil.example", "https://evil.example", "/login"}) {
        CAPTURE(trick);
        CHECK(visit("login", trick).status == 200);
    }
    CHECK(header_of(visit_starview("process=login&next=%2Fmoon"), "Location") == "/moon");
    CHECK(header_of(visit_starview("process=login&next=%2F%2Fevil"), "Location") == "/");
}

TEST_CASE_FIXTURE(Meeting, "identity flow: a session with a CSRF token needs it to set out") {
    account("alice");
    sign_in("alice");
    sends_csrf = false;
    CHECK(ask(post, "/v1/identity-flows", R"({"provider":"club"})").status == 403);
    sends_csrf = true;
    CHECK(ask(post, "/v1/identity-flows", R"({"provider":"club"})",
              {{"Origin", "https://evil.example"}})
              .status == 403);
    const auto pushed =
        ask(get, "/accounts/club/login/?process=connect", {}, {{"Sec-Fetch-Site", "cross-site"}});
    CHECK(header_of(pushed, "Location") == "/login?error=oauth_error");
    CHECK(store.tables.flows.empty());
}

}  // namespace
}  // namespace asterism::http::testing
