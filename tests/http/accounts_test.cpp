// The life of an account on the native surface, through the whole edge.

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using namespace std::chrono_literals;
using enum Verb;

/// A browser of its own on the same site.
struct Browser {
    Site& site;
    std::map<std::string, std::string> jar = {};

    Response ask(Verb verb, std::string_view target, std::string_view body = {},
                 std::vector<Header> fields = {}) {
        site.move();
        std::swap(site.jar, jar);
        auto answer = site.ask(verb, target, body, std::move(fields));
        std::swap(site.jar, jar);
        return answer;
    }
};

std::string link_in(const Site& site, std::string_view before) {
    const auto& text = site.store.tables.messages.back().draft.text;
    const auto start = text.find(before) + before.size();
    return text.substr(start, text.find("/\n", start) - start);
}

std::string new_password(std::string_view token, std::string_view password) {
    return R"({"token":")" + std::string(token) + R"(","password":")" + std::string(password) +
           R"("})";
}

TEST_CASE_FIXTURE(Site, "accounts: a forgotten password, from the page to the new one") {
    account("alice");
    Browser other{*this};
    other.ask(post, "/v1/sessions", R"({"identifier":"alice","password":"Correct.Horse7"})");
    CHECK(other.ask(get, "/v1/accounts/me").status == 200);

    const auto known = ask(post, "/v1/accounts/password-reset", R"({"email":"alice@example.org"})");
    const auto link = link_in(*this, "/password-reset-confirm/");
    const auto unknown = ask(post, "/v1/accounts/password-reset", R"({"email":"no@example.org"})");
    CHECK(known.status == 200);
    CHECK(known.body == unknown.body);
    CHECK(store.tables.messages.size() == 1);

    const auto page = ask(get, "/password-reset-confirm/" + link + "/");
    CHECK(page.status == 200);
    CHECK(page.type.starts_with("text/html"));
    CHECK(page.block.find("Referrer-Policy: no-referrer") != page.block.npos);
    const auto token = link.substr(link.find('/') + 1);
    CHECK(ask(post, "/v1/accounts/password-reset/confirm", new_password(token, "Better.Horse8"))
              .status == 200);
    CHECK(other.ask(get, "/v1/accounts/me").status == 401);
    CHECK(jar.empty());  // nobody is signed in by it
    const auto again =
        ask(post, "/v1/accounts/password-reset/confirm", new_password(token, "Third.Horse99"));
    CHECK(again.status == 400);
    CHECK(code_of(again) == "ticket_void");
    CHECK(
        ask(post, "/v1/sessions", R"({"identifier":"alice","password":"Better.Horse8"})").status ==
        200);
}

TEST_CASE_FIXTURE(Site, "accounts: a mailed secret is no session and no bearer") {
    account("alice");
    ask(post, "/v1/accounts/password-reset", R"({"email":"alice@example.org"})");
    const auto link = link_in(*this, "/password-reset-confirm/");
    const auto token = link.substr(link.find('/') + 1);
    CHECK(ask(get, "/v1/accounts/me", {}, {{"Cookie", "sessionid=" + token}}).status == 401);
    CHECK(ask(get, "/v1/accounts/me", {}, {{"Authorization", "Bearer " + token}}).status == 401);
}

TEST_CASE_FIXTURE(Site, "accounts: links are made of the settings, not of the Host field") {
    account("alice");
    ask(post, "/v1/accounts/password-reset", R"({"email":"alice@example.org"})",
        {{"X-Forwarded-Host", "evil.example"}});
    CHECK(store.tables.messages.back().draft.text.find(
              "http://127.0.0.1:8000/password-reset-confirm/") != std::string::npos);
}

TEST_CASE_FIXTURE(Site, "accounts: names and language are changed in place") {
    account("alice");
    account("bob");
    sign_in("alice");
    const auto view = ask(patch, "/v1/accounts/me",
                          R"({"first_name":"Alice","handle":"Liddell","language":"ZH-cn"})");
    CHECK(view.status == 200);
    CHECK(body_of(view).at("handle").as_string() == "liddell");
    CHECK(body_of(view).at("language").as_string() == "zh-CN");
    CHECK(code_of(ask(patch, "/v1/accounts/me", R"({"handle":"bob"})")) == "handle_taken");
    CHECK(code_of(ask(patch, "/v1/accounts/me", R"({"handle":"admin"})")) == "handle_reserved");
    CHECK(code_of(ask(patch, "/v1/accounts/me", R"({"role":"admin"})")) == "unknown_field");
    CHECK(body_of(ask(get, "/v1/accounts/me")).at("handle").as_string() == "liddell");
}

TEST_CASE_FIXTURE(Site,
                  "accounts: sensitive changes need a fresh proof, and a password renews it") {
    account("alice");
    sign_in("alice");
    now += 20min;
    constexpr std::string_view wish = R"({"new_email":"new@example.org"})";
    const auto refused = ask(put, "/v1/accounts/me/email", wish);
    CHECK(refused.status == 403);
    CHECK(code_of(refused) == "reauthentication_required");
    CHECK(code_of(ask(post, "/v1/sessions/current/proof", R"({"password":"Wrong.Horse7"})")) ==
          "wrong_password");
    const auto before = jar["sessionid"];
    CHECK(ask(post, "/v1/sessions/current/proof", R"({"password":"Correct.Horse7"})").status ==
          200);
    CHECK(jar["sessionid"] != before);
    CHECK(ask(put, "/v1/accounts/me/email", wish).status == 200);
    CHECK(body_of(ask(get, "/v1/accounts/me")).at("email").as_string() == "alice@example.org");
    CHECK(
        ask(post, "/v1/accounts/verification", R"({"token":")" + mailed_token() + R"("})").status ==
        200);
    CHECK(body_of(ask(get, "/v1/accounts/me")).at("email").as_string() == "new@example.org");
    CHECK(code_of(ask(put, "/v1/accounts/me/email", wish)) == "email_unchanged");
    CHECK(header_of(ask(put, "/v1/accounts/me/email", R"({"new_email":"b@example.org"})"),
                    "Retry-After") == "180");
}

TEST_CASE_FIXTURE(Site, "accounts: wrong passwords lock on every path alike") {
    account("alice");
    sign_in("alice");
    ask(post, "/v1/sessions/current/proof", R"({"password":"Wrong.Horse7"})");
    ask(put, "/v1/accounts/me/password",
        R"({"current_password":"Wrong.Horse7","new_password":"Better.Horse8"})");
    ask(put, "/v1/accounts/me/email",
        R"({"current_password":"Wrong.Horse7","new_email":"new@example.org"})");
    ask(del, "/v1/accounts/me", R"({"current_password":"Wrong.Horse7"})");
    const auto fifth = ask(post, "/v1/sessions/current/proof", R"({"password":"Wrong.Horse7"})");
    CHECK(code_of(fifth) == "login_locked");
    jar.clear();
    CHECK(code_of(sign_in("alice")) == "login_locked");
}

TEST_CASE_FIXTURE(Site, "accounts: own sessions are listed and ended, other people's are not") {
    account("alice");
    account("bob");
    Browser bob{*this};
    bob.ask(post, "/v1/sessions", R"({"identifier":"bob","password":"Correct.Horse7"})");
    Browser phone{*this};
    phone.ask(post, "/v1/sessions", R"({"identifier":"alice","password":"Correct.Horse7"})");
    sign_in("alice");
    const auto list = body_of(ask(get, "/v1/accounts/me/sessions"));
    REQUIRE(list.at("items").as_array().size() == 2);
    CHECK_FALSE(list.at("items").at(0).at("current").as_bool());
    CHECK(list.at("items").at(1).at("current").as_bool());
    CHECK(ask(del, "/v1/accounts/me/sessions/1").status == 404);
    CHECK(bob.ask(get, "/v1/accounts/me").status == 200);
    CHECK(ask(del, "/v1/accounts/me/sessions/2").status == 200);
    CHECK(phone.ask(get, "/v1/accounts/me").status == 401);
    phone.ask(post, "/v1/sessions", R"({"identifier":"alice","password":"Correct.Horse7"})");
    CHECK(body_of(ask(del, "/v1/accounts/me/sessions")).at("sessions_ended").as_int64() == 1);
    CHECK(phone.ask(get, "/v1/accounts/me").status == 401);
    CHECK(ask(get, "/v1/accounts/me").status == 200);
}

TEST_CASE_FIXTURE(Site, "accounts: a day-old session goes on under a new cookie") {
    account("alice");
    ask(post, "/v1/sessions",
        R"({"identifier":"alice","password":"Correct.Horse7","remember":true})");
    const auto old = jar;
    now += 23h;
    CHECK(ask(get, "/v1/accounts/me").status == 200);
    CHECK(jar == old);
    now += 1h;
    Browser beside{*this, old};
    CHECK(ask(get, "/v1/accounts/me").status == 200);
    CHECK(jar["sessionid"] != old.at("sessionid"));
    CHECK(jar["csrftoken"] == old.at("csrftoken"));  // pages that are open go on working
    CHECK(beside.ask(get, "/v1/accounts/me").status == 200);
    CHECK(beside.jar == old);
    now += 1min;
    CHECK(beside.ask(get, "/v1/accounts/me").status == 401);
    CHECK(ask(patch, "/v1/accounts/me", R"({"first_name":"Alice"})").status == 200);
}

TEST_CASE_FIXTURE(Site, "accounts: a cookie that the client has chosen is never adopted") {
    account("alice");
    jar["sessionid"] = "chosen";
    sign_in("alice");
    CHECK(jar["sessionid"] != "chosen");
    const auto first = jar["sessionid"];
    sign_in("alice");
    CHECK(jar["sessionid"] != first);
    Browser thief{*this, {{"sessionid", first}}};
    CHECK(thief.ask(get, "/v1/accounts/me").status == 401);
}

TEST_CASE_FIXTURE(Site, "accounts: deleting one takes it away at once, and frees its name") {
    account("alice");
    Browser phone{*this};
    phone.ask(post, "/v1/sessions", R"({"identifier":"alice","password":"Correct.Horse7"})");
    sign_in("alice");
    now += 20min;
    CHECK(code_of(ask(del, "/v1/accounts/me")) == "reauthentication_required");
    const auto gone = ask(del, "/v1/accounts/me", R"({"current_password":"Correct.Horse7"})");
    CHECK(gone.status == 200);
    CHECK(jar.empty());
    CHECK(phone.ask(get, "/v1/accounts/me").status == 401);
    CHECK(sign_in("alice").status == 401);
    account("alice");
    CHECK(sign_in("alice").status == 200);
    const auto& log = store.tables.audit;
    CHECK(std::ranges::count(log, "account_deleted",
                             [](const auto& row) { return row.event.type; }) == 1);
}

TEST_CASE_FIXTURE(Site, "accounts: an administrator helps, and nobody else") {
    account("alice");
    account("owner", Role::admin);
    Browser alice{*this};
    alice.ask(post, "/v1/sessions", R"({"identifier":"alice","password":"Correct.Horse7"})");
    for (const auto* path : {"/v1/admin/accounts/owner", "/v1/admin/accounts/owner/sessions"})
        CHECK(alice.ask(del, path).status == 403);
    sign_in("owner");
    CHECK(body_of(ask(get, "/v1/admin/accounts/alice/sessions")).at("items").as_array().size() ==
          1);
    CHECK(ask(del, "/v1/admin/accounts/alice/sessions").status == 200);
    CHECK(alice.ask(get, "/v1/accounts/me").status == 401);
    CHECK(ask(put, "/v1/admin/accounts/alice/password", R"({"password":"Better.Horse8"})").status ==
          200);
    CHECK(ask(post, "/v1/admin/accounts/alice/verification").status == 200);
    CHECK(ask(del, "/v1/admin/accounts/alice").status == 200);
    CHECK(ask(get, "/v1/admin/accounts/alice").status == 404);
    CHECK(code_of(ask(del, "/v1/admin/accounts/owner")) == "last_admin");
}

}  // namespace
}  // namespace asterism::http
