#include "shells/http/dialects/starview/starview.hpp"

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;
namespace json = boost::json;

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

std::string text_at(const Response& response, std::string_view name) {
    return std::string(body_of(response).at(name).as_string());
}

TEST_CASE_FIXTURE(Site, "starview: registers from JSON and from a form") {
    const auto made =
        ask(post, "/api/auth/register/",
            R"({"username":"Vera","email":"v@example.org","first_name":"Vera",)"
            R"("last_name":"Rubin","password1":"Galaxy!Curve1","password2":"Galaxy!Curve1"})");
    CHECK(made.status == 201);
    CHECK(body_of(made).at("requires_verification").as_bool());
    CHECK(ask(post, "/api/auth/register/",
              "email=h%40example.org&first_name=H&last_name=L&password1=Cepheid.Star1"
              "&password2=Cepheid.Star1",
              {{"Content-Type", form_type}})
              .status == 201);
    CHECK(store.tables.accounts.size() == 2);
}

TEST_CASE_FIXTURE(Site, "starview: reads a form in parts, and no files in it") {
    account("alice");
    const auto part = [](std::string name, std::string_view text) {
        return "--xYz\r\nContent-Disposition: form-data; name=" + std::move(name) + "\r\n\r\n" +
               std::string(text) + "\r\n";
    };
    const auto log_in = [&](const std::string& body) {
        return ask(post, "/api/auth/login/", body,
                   {{"Content-Type", "multipart/form-data; boundary=xYz"}})
            .status;
    };
    const auto name = part("\"username\"", "alice");
    const auto secret = part("\"password\"", "Correct.Horse7");
    CHECK(log_in(name + secret + "--xYz--\r\n") == 200);
    // Of a field that comes twice the last counts, as Django has it.
    CHECK(log_in(part("\"username\"", "nobody") + secret + name + "--xYz--\r\n") == 200);
    CHECK(log_in(name + secret + part("\"username\"", "nobody") + "--xYz--\r\n") != 200);
    CHECK(log_in(name + secret) == 400);
    CHECK(log_in(part("\"username\"; filename=\"a.txt\"", "alice") + secret + "--xYz--\r\n") ==
          400);
    CHECK(log_in(part("\"username\"", "\xff") + secret + "--xYz--\r\n") == 400);
}

TEST_CASE_FIXTURE(Site, "starview: refuses a registration by field, in the contract's order") {
    account("taken");

    struct Row {
        const char* body;
        const char* field;  ///< empty: a general refusal
    };

    constexpr Row rows[]{
        {R"({"email":"","first_name":"A","last_name":"B","password1":"x","password2":"x"})", ""},
        {R"({"username":"x!","email":"a@example.org","first_name":"A","last_name":"B","password1":"x","password2":"y"})",
         "username"},
        {R"({"username":"taken","email":"a@example.org","first_name":"A","last_name":"B","password1":"x","password2":"y"})",
         "username"},
        {R"({"username":"free","email":"nonsense","first_name":"A","last_name":"B","password1":"x","password2":"y"})",
         "email"},
        {R"({"username":"free","email":"taken@example.org","first_name":"A","last_name":"B","password1":"x","password2":"y"})",
         "email"},
        {R"({"username":"free","email":"a@example.org","first_name":"A","last_name":"B","password1":"x","password2":"y"})",
         "password2"},
        {R"({"username":"free","email":"a@example.org","first_name":"A","last_name":"B","password1":"NoDigit.here","password2":"NoDigit.here"})",
         "password1"},
    };
    for (const auto& [body, field] : rows) {
        const auto this_body = body;
        CAPTURE(this_body);
        move();
        const auto answer = ask(post, "/api/auth/register/", body);
        CHECK(answer.status == 400);
        CHECK(text_at(answer, "error_code") == "VALIDATION_ERROR");
        const auto told = body_of(answer);
        const auto* errors = told.as_object().if_contains("errors");
        CHECK((errors != nullptr) == (*field != '\0'));
        if (errors) CHECK(errors->as_object().contains(field));
    }
}

TEST_CASE_FIXTURE(Site, "starview: any weak password gets the one text of the contract") {
    for (const std::string secret :
         {"Short!1", "NoDigit.here", "nocapital.1", "NoSpecial1", "Summer2024!"}) {
        CAPTURE(secret);
        const auto answer = ask(
            post, "/api/auth/register/",
            R"({"username":"free","email":"a@example.org","first_name":"A","last_name":"B","password1":")" +
                secret + R"(","password2":")" + secret + "\"}");
        CHECK(body_of(answer).at("errors").at("password1").as_string() ==
              "This password does not meet the site's rules.");
    }
}

TEST_CASE_FIXTURE(Site, "starview: signs in, tells the status and signs out without a body") {
    account("alice");
    const auto login = ask(post, "/api/auth/login/",
                           R"({"username":" Alice ","password":"Correct.Horse7","next":"/sky"})");
    CHECK(login.status == 200);
    CHECK(text_at(login, "redirect_url") == "/sky");
    const auto status = body_of(ask(get, "/api/auth/status/"));
    CHECK(status.at("authenticated").as_bool());
    CHECK(status.at("user").at("username").as_string() == "alice");
    CHECK(text_at(ask(post, "/api/auth/logout/"), "redirect_url") == "/");
    CHECK(body_of(ask(get, "/api/auth/status/")).at("user").is_null());
    const auto again = ask(post, "/api/auth/logout/");
    CHECK(again.status == 401);
    CHECK(text_at(again, "error_code") == "NOT_AUTHENTICATED");
    CHECK(header_of(again, "WWW-Authenticate") == "none");
}

TEST_CASE_FIXTURE(Site, "starview: leads nowhere but into the site after signing in") {
    account("alice");
    for (const std::string next : {"//evil.example", "/\\\\evil", "https://evil.example",
                                   "javascript:x", "/login?x", "/a\\nb", ""}) {
        CAPTURE(next);
        jar.clear();
        move();
        const auto login =
            ask(post, "/api/auth/login/",
                R"({"username":"alice","password":"Correct.Horse7","next":")" + next + "\"}");
        CHECK(text_at(login, "redirect_url") == "/");
    }
}

TEST_CASE_FIXTURE(Site, "starview: only the unverified refusal speaks of verifying") {
    account("alice");
    const auto login = [&](const char* body) { return ask(post, "/api/auth/login/", body); };
    const auto empty = login(R"({"username":"","password":""})");
    const auto unknown = login(R"({"username":"nobody","password":"Correct.Horse7"})");
    const auto wrong = login(R"({"username":"alice","password":"Wrong.Horse7"})");
    CHECK(unknown.status == 400);
    CHECK(unknown.body == wrong.body);
    move();
    for (int i = 0; i < 4; ++i) login(R"({"username":"alice","password":"Wrong.Horse7"})");
    const auto locked = login(R"({"username":"alice","password":"Correct.Horse7"})");
    CHECK(locked.status == 403);
    for (const auto& answer : {empty, unknown, wrong, locked})
        CHECK(text_at(answer, "detail").find("erif") == std::string::npos);
}

TEST_CASE_FIXTURE(Site, "starview: a mailed link works once and then leads to the error page") {
    ask(post, "/api/auth/register/",
        R"({"username":"vera","email":"v@example.org","first_name":"Vera",)"
        R"("last_name":"Rubin","password1":"Galaxy!Curve1","password2":"Galaxy!Curve1"})");
    const auto link = "/accounts/confirm-email/" + mailed_token() + "/";
    const auto first = ask(get, link);
    CHECK(first.status == 302);
    CHECK(header_of(first, "Location").starts_with("/email-verified?success="));
    CHECK(header_of(ask(get, link), "Location") == "/email-confirm-error?error=expired");
    CHECK(ask(get, "/email-verified").status == 200);
    const auto again = ask(post, "/api/auth/resend-verification/", R"({"email":"v@example.org"})");
    CHECK(again.status == 400);
    CHECK(text_at(again, "detail").find("already verified") != std::string::npos);
    CHECK(ask(post, "/api/auth/resend-verification/", R"({"email":"who@example.org"})").status ==
          200);
}

TEST_CASE_FIXTURE(Site, "starview: what a form must hold is asked for in words") {
    account("alice");
    CHECK(text_at(ask(post, "/api/auth/resend-verification/", R"({"email":" "})"), "detail") ==
          "Enter your e-mail address.");
    CHECK(text_at(ask(post, "/api/auth/login/", R"({"username":"alice"})"), "detail") ==
          "Enter your user name and your password.");
    ask(post, "/api/auth/login/", R"({"username":"alice","password":"Correct.Horse7"})");
    CHECK(text_at(ask(patch, "/api/users/me/update-password/", "{}"), "detail") ==
          "Enter the new password.");
    const auto broken =
        ask(post, "/api/auth/login/", "username=%zz", {{"Content-Type", form_type}});
    CHECK(text_at(broken, "error_code") == "PARSE_ERROR");
    const auto typed = ask(post, "/api/auth/login/", "x", {{"Content-Type", "text/csv"}});
    CHECK(typed.status == 415);
    CHECK(text_at(typed, "error_code") == "UNSUPPORTED_MEDIA_TYPE");
}

TEST_CASE_FIXTURE(Site, "starview: changes the password and keeps this session") {
    account("alice");
    ask(post, "/api/auth/login/", R"({"username":"alice","password":"Correct.Horse7"})");
    const auto wrong = ask(patch, "/api/users/me/update-password/",
                           R"({"current_password":"Wrong.Horse7","new_password":"Better.Horse8"})");
    CHECK(wrong.status == 400);
    CHECK(ask(patch, "/api/users/me/update-password/",
              R"({"current_password":"Correct.Horse7","new_password":"Better.Horse8"})")
              .status == 200);
    CHECK(body_of(ask(get, "/api/auth/status/")).at("authenticated").as_bool());
}

TEST_CASE_FIXTURE(Site, "starview: an address without its slash is sent to the one with it") {
    const auto moved = ask(get, "/api/auth/status?x=1");
    CHECK(moved.status == 301);
    CHECK(header_of(moved, "Location") == "/api/auth/status/?x=1");
    CHECK(ask(post, "/api/auth/login", "{}").status == 404);
    const auto wrong = ask(get, "/api/auth/login/");
    CHECK(wrong.status == 405);
    CHECK(text_at(wrong, "error_code") == "METHOD_NOT_ALLOWED");
    CHECK(header_of(wrong, "Allow") == "POST, OPTIONS");
}

TEST_CASE_FIXTURE(Site, "starview: the Moon of a range, and its key dates") {
    const auto range =
        body_of(ask(get, "/api/moon-phases/?start_date=2026-03-01&end_date=2026-03-03"));
    CHECK(range.at("daily").as_array().size() == 3);
    CHECK(range.at("daily").at(0).at("data_type").as_string() == "computed");
    CHECK(range.at("current").at("timestamp").as_string() == "2026-03-01T12:00:00+00:00");
    CHECK(range.at("key_dates").at("next_full_moon").as_string() == "2026-03-03");
    const auto keys = body_of(ask(
        get, "/api/moon-phases/?start_date=2026-03-01&end_date=2026-03-31&key_dates_only=true"));
    const auto& events = keys.at("key_dates").as_array();
    REQUIRE(events.size() == 4);
    CHECK(events[0].at("phase_name").as_string() == "Full Moon");
    CHECK(events[0].at("illumination").to_number<double>() == 100);
    for (const auto* query : {"start_date=2026-13-01", "start_date=2026-03-02&end_date=2026-03-01",
                              "start_date=2026-03-01&end_date=2026-04-02"}) {
        CAPTURE(query);
        const auto refused = ask(get, "/api/moon-phases/?" + std::string(query));
        CHECK(refused.status == 400);
        CHECK(text_at(refused, "error") == "validation_error");
    }
}

}  // namespace
}  // namespace asterism::http
