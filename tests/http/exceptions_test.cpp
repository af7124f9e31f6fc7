// What the originals' clients need and the strict rules would refuse: each exception that a surface
// makes is one row here, with what makes it safe (security.md, section 2.12). A surface that
// relaxes anything else has no row, and so no leave. Rows for carts, orders, unsubscribing, agents,
// keys and several sites come with them.

#include <string>
#include <vector>

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "libcore/version.hpp"
#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

constexpr std::string_view form_type = "application/x-www-form-urlencoded";
constexpr Header evil{"Origin", "https://evil.example"};

/// An answer without what differs from one request to the next.
std::string seen(const Response& response) {
    auto out = std::to_string(response.status) + "\n" + std::string(response.type) + "\n";
    for (const auto& [name, value] : response.headers)
        out.append(name).append(": ").append(name == "X-Request-Id" ? "*" : value).append("\n");
    auto body = response.body;
    if (const auto at = body.find("urn:request:"); at != body.npos)
        body.erase(at, body.find('"', at) - at);
    return out + std::string(response.block) + body;
}

struct Exceptional : Site {
    Response starview_login(std::string_view name, std::string_view secret = "Wrong.Horse7",
                            std::vector<Header> fields = {}) {
        move();
        return ask(post, "/api/auth/login/",
                   R"({"username":")" + std::string(name) + R"(","password":")" +
                       std::string(secret) + "\"}",
                   std::move(fields));
    }

    Response native_login(std::string_view name, std::string_view secret = "Wrong.Horse7") {
        move();
        return ask(post, "/v1/sessions",
                   R"({"identifier":")" + std::string(name) + R"(","password":")" +
                       std::string(secret) + "\"}");
    }

    /// One whose password nobody has: it signs in elsewhere.
    void passwordless(std::string_view handle) {
        const auto id = account(handle);
        store.write([&](app::Unit& unit) {
            unit.accounts().set_password_hash(id, "", now);
            return true;
        });
    }

    void disable(std::string_view handle) {
        store.write([&](app::Unit& unit) {
            const auto found = unit.accounts().find_by_handle(handle);
            unit.accounts().set_active(found->id, false);
            return true;
        });
    }

    Response register_at_starview(std::string_view name, std::string_view email) {
        return ask(post, "/api/auth/register/",
                   R"({"username":")" + std::string(name) + R"(","email":")" + std::string(email) +
                       R"(","first_name":"A","last_name":"B","password1":"Galaxy!Curve1",)"
                       R"("password2":"Galaxy!Curve1"})");
    }

    Response register_here(std::string_view name, std::string_view email) {
        return ask(post, "/v1/accounts",
                   R"({"handle":")" + std::string(name) + R"(","email":")" + std::string(email) +
                       R"(","password":"Galaxy!Curve1"})");
    }
};

TEST_CASE_FIXTURE(Exceptional, "exceptions: a failed log-in is one answer, whatever was wrong") {
    for (const auto* name : {"alice", "barred"}) account(name);
    disable("barred");
    passwordless("elsewhere");
    const auto usual = seen(starview_login("alice"));
    CHECK(usual.starts_with("400\n"));
    CHECK(seen(starview_login("nobody")) == usual);
    CHECK(seen(starview_login("barred")) == usual);
    CHECK(seen(starview_login("barred", password)) == usual);
    CHECK(seen(starview_login("elsewhere")) == usual);
    const auto strict = seen(native_login("alice"));
    CHECK(strict.starts_with("401\n"));
    for (const auto* name : {"nobody", "barred", "elsewhere"})
        CHECK(seen(native_login(name)) == strict);
    CHECK(seen(native_login("barred", password)) == strict);
}

TEST_CASE_FIXTURE(Exceptional, "exceptions: a lock is one answer, too, for names that nobody has") {
    account("alice");
    account("barbara");
    for (int i = 0; i < 4; ++i)
        for (const auto* name : {"alice", "nobody", "Alice@Example.org"})
            if (i % 2 == 0 || name[0] != 'A') starview_login(name);
    const auto at_fifth = seen(starview_login("nobody"));
    CHECK(at_fifth.starts_with("403\n"));
    const auto locked = seen(starview_login("alice", password));
    CHECK(locked == at_fifth);
    CHECK(seen(starview_login("nobody", password)) == at_fifth);
    CHECK(seen(native_login("alice")) == seen(native_login("nobody")));
    CHECK(starview_login("barbara", password).status == 200);
}

TEST_CASE_FIXTURE(Exceptional, "exceptions: a lock ends after an hour to the second, not before") {
    account("alice");
    for (int i = 0; i < 5; ++i) native_login("alice");
    now += std::chrono::seconds{3'599};
    CHECK(native_login("alice", password).status == 403);
    CHECK(header_of(native_login("alice", password), "Retry-After") == "1");
    now += std::chrono::seconds{1};
    CHECK(native_login("alice", password).status == 200);
}

TEST_CASE_FIXTURE(Exceptional, "exceptions: a mailed link works by GET, and opens nothing else") {
    register_at_starview("vera", "v@example.org");
    const auto token = mailed_token();
    const auto link = "/accounts/confirm-email/" + token + "/";
    CHECK(header_of(ask(get, link), "Location").starts_with("/email-verified"));
    CHECK(jar.empty());
    const auto mails = store.tables.messages.size();
    CHECK(ask(get, link).status == 302);
    CHECK(store.tables.messages.size() == mails);
    for (const auto* name : {"sessionid", "csrftoken"}) jar[name] = token;
    CHECK(ask(get, "/v1/accounts/me").status == 401);
    CHECK(ask(get, "/v1/accounts/me", {}, {{"Authorization", "Bearer " + token}}).status == 401);
}

TEST_CASE_FIXTURE(Exceptional, "exceptions: no CSRF token is asked of visitors, of others it is") {
    account("alice");
    sends_csrf = false;
    jar["sessionid"] = std::string(43, 'x');  // a void one is no session
    CHECK(starview_login("alice", password, {evil}).status == 403);
    CHECK(starview_login("alice", password, {{"Sec-Fetch-Site", "cross-site"}}).status == 403);
    const auto login = starview_login("alice", password);
    CHECK(login.status == 200);
    const auto session = jar.at("sessionid");
    CHECK(session != std::string(43, 'x'));
    const auto csrf = jar.at("csrftoken");
    CHECK(starview_login("alice", password).status == 403);
    CHECK(ask(post, "/api/auth/register/", "{}").status == 403);
    CHECK(ask(post, "/api/auth/resend-verification/", "{}").status == 403);
    sends_csrf = true;
    CHECK(starview_login("alice", password).status == 200);
    CHECK(jar.at("sessionid") != session);
    CHECK(jar.at("csrftoken") != csrf);
}

TEST_CASE_FIXTURE(Exceptional,
                  "exceptions: forms and bodies that are not there need the token, too") {
    account("alice");
    starview_login("alice", password);
    const Header form{"Content-Type", form_type};
    constexpr std::string_view change =
        "current_password=Correct.Horse7&new_password=Better.Horse8";
    constexpr auto path = "/api/users/me/update-password/";
    sends_csrf = false;
    CHECK(ask(post, "/api/auth/logout/").status == 403);
    CHECK(ask(patch, path, change, {form}).status == 403);
    sends_csrf = true;
    CHECK(ask(post, "/api/auth/logout/", {}, {evil}).status == 403);
    CHECK(ask(patch, path, change, {form, evil}).status == 403);
    CHECK(ask(patch, path, change, {form}).status == 200);
    CHECK(ask(post, "/api/auth/logout/").status == 200);
    CHECK(ask(post, "/v1/sessions", "identifier=alice&password=x", {form}).status == 415);
}

TEST_CASE_FIXTURE(Exceptional,
                  "exceptions: a used address is told where its contract asks, and rarely") {
    account("owner");
    const auto told = register_at_starview("second", "owner@example.org");
    CHECK(told.status == 400);
    CHECK(body_of(told).at("errors").as_object().contains("email"));
    int answered = 1;
    while (register_at_starview("second", "owner@example.org").status == 400) ++answered;
    CHECK(answered == 5);
    const auto used = register_here("third", "owner@example.org");
    const auto fresh = register_here("fourth", "fresh@example.org");
    CHECK(used.status == 201);
    CHECK(used.body.size() - std::string("owner").size() ==
          fresh.body.size() - std::string("fresh").size());
    auto same = used.body;
    same.replace(same.find("owner@"), 5, "fresh");
    CHECK(same == fresh.body);
}

TEST_CASE("exceptions: a used address is told nowhere where the operator says so") {
    Exceptional site;
    site.account("owner");
    auto options = site.options();
    options.starview_tells_used_email = false;
    Gateway discreet{site.app, site.signer, site.fingerprint, options};
    std::vector<std::string> answers;
    for (const auto* email : {"owner@example.org", "fresh@example.org"}) {
        Request request{post, "/api/auth/register/"};
        const auto body = R"({"email":")" + std::string(email) +
                          R"(","first_name":"A","last_name":"B","password1":"Galaxy!Curve1",)"
                          R"("password2":"Galaxy!Curve1"})";
        request.headers = {{"Host", "127.0.0.1"}, {"Content-Type", "application/json"}};
        request.body = body;
        request.peer = "192.0.2.1";
        Response response;
        discreet.answer(request, response);
        answers.push_back(seen(response));
    }
    CHECK(answers[0].starts_with("201\n"));
    CHECK(answers[0] == answers[1]);
}

TEST_CASE_FIXTURE(Exceptional,
                  "exceptions: the token's cookie may be read and sent plain or masked") {
    account("alice");
    const auto login = starview_login("alice", password);
    const auto token = jar.at("csrftoken");
    CHECK(token.size() == 32);
    int readable = 0;
    for (const auto& [name, value] : login.headers)
        if (name == "Set-Cookie" && value.starts_with("csrftoken=")) {
            readable += value.find("HttpOnly") == value.npos;
            CHECK(value.find("SameSite=Lax") != value.npos);
        }
    CHECK(readable == 1);
    sends_csrf = false;
    const auto patched = [&](std::string_view sent) {
        return ask(patch, "/api/users/me/update-password/", "{}", {{"X-CSRFToken", sent}}).status;
    };
    CHECK(patched(token) == 400);
    CHECK(patched(std::string(32, 'a') + token) == 400);  // the mask of Django's that adds nothing
    CHECK(patched("") == 403);
    CHECK(patched(token.substr(1)) == 403);
    CHECK(patched(token + token) == 403);
    CHECK(patched(std::string(64, 'a')) == 403);
    const auto other = std::exchange(jar, {});
    account("barbara");
    starview_login("barbara", password);
    CHECK(patched(other.at("csrftoken")) == 403);
}

TEST_CASE_FIXTURE(Exceptional,
                  "exceptions: no answer tells a version but the document of the interface") {
    for (const auto* path : {"/livez", "/readyz", "/health/", "/v1/nowhere", "/api/nowhere/",
                             "/api/auth/status/", "/v1/sessions/current"}) {
        CAPTURE(path);
        const auto answer = ask(get, path);
        CHECK(answer.body.find(version()) == std::string::npos);
        CHECK(header_of(answer, "Server") == "none");
        CHECK(header_of(answer, "X-Powered-By") == "none");
    }
}

}  // namespace
}  // namespace asterism::http
