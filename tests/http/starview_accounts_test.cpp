// Starview's account pages, as its client uses them: the contract's acceptance checks 2, 3 and 6.

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using namespace std::chrono_literals;
using enum Verb;

std::string text_at(const Response& response, std::string_view name) {
    return std::string(body_of(response).at(name).as_string());
}

std::string location(const Response& response) { return header_of(response, "Location"); }

struct Starview : UnlimitedSite {
    Response log_in(std::string_view name, std::string_view secret = password) {
        move();
        return ask(post, "/api/auth/login/",
                   R"({"username":")" + std::string(name) + R"(","password":")" +
                       std::string(secret) + R"("})");
    }

    bool signed_in() {
        return body_of(ask(get, "/api/auth/status/")).at("authenticated").as_bool();
    }

    /// The address in the newest mail that leads to this part of the site.
    std::string link(std::string_view part) {
        for (auto at = store.tables.messages.rbegin(); at != store.tables.messages.rend(); ++at) {
            const auto& text = at->draft.text;
            const auto found = text.find(part);
            if (found != text.npos) return text.substr(found, text.find('\n', found) - found);
        }
        return {};
    }

    /// Where the client's page for a reset link posts to.
    std::string reset_address() { return "/api/auth" + link("/password-reset-confirm/"); }

    Response set_password(std::string_view address, std::string_view one, std::string_view two) {
        move();
        return ask(post, address,
                   R"({"password1":")" + std::string(one) + R"(","password2":")" +
                       std::string(two) + R"("})");
    }
};

TEST_CASE_FIXTURE(Starview, "starview: from registering to signing out") {
    CHECK(ask(post, "/api/auth/register/",
              R"({"username":"vera","email":"Vera@example.org","first_name":"Vera",)"
              R"("last_name":"Rubin","password1":"Galaxy.Curve7","password2":"Galaxy.Curve7"})")
              .status == 201);
    const auto unproved = log_in("vera", "Galaxy.Curve7");
    CHECK(unproved.status == 403);
    CHECK(text_at(unproved, "email") == "Vera@example.org");
    const auto confirm = link("/accounts/confirm-email/");
    CHECK(location(ask(get, confirm)).starts_with("/email-verified?success="));
    CHECK(location(ask(get, confirm)) == "/email-confirm-error?error=expired");
    CHECK(log_in("VERA", "Galaxy.Curve7").status == 200);
    jar.clear();
    CHECK(log_in("vera@EXAMPLE.org", "Galaxy.Curve7").status == 200);
    CHECK(jar.contains("csrftoken"));
    CHECK(signed_in());
    sends_csrf = false;
    const auto bare = ask(post, "/api/auth/logout/");
    CHECK(bare.status == 403);
    CHECK(text_at(bare, "detail").starts_with("CSRF Failed:"));
    CHECK(ask(post, "/api/auth/logout/", {}, {{"X-CSRFToken", std::string(32, 'x')}}).status ==
          403);
    sends_csrf = true;
    CHECK(ask(post, "/api/auth/logout/").status == 200);
    CHECK_FALSE(signed_in());
}

TEST_CASE_FIXTURE(Starview, "starview: the fifth failure locks, and a reset opens") {
    account("alice");
    for (int i = 0; i < 4; ++i) CHECK(log_in("alice", "Wrong.Horse7").status == 400);
    CHECK(log_in("alice@example.org", "Wrong.Horse7").status == 403);
    CHECK(log_in("alice").status == 403);
    CHECK(ask(post, "/api/auth/password-reset/", R"({"email":"alice@example.org"})").status == 200);
    const auto done = set_password(reset_address(), "Better.Horse8", "Better.Horse8");
    CHECK(done.status == 200);
    CHECK(body_of(done).at("success").as_bool());
    CHECK(jar.empty());
    CHECK(log_in("alice", "Better.Horse8").status == 200);
}

TEST_CASE_FIXTURE(Starview, "starview: a reset refuses in the contract's order and words") {
    account("alice");
    account("bob");
    CHECK(ask(post, "/api/auth/password-reset/", "{}").status == 400);
    CHECK(ask(post, "/api/auth/password-reset/", R"({"email":"nonsense"})").status == 400);
    const auto unknown = ask(post, "/api/auth/password-reset/", R"({"email":"no@example.org"})");
    CHECK(unknown.status == 200);
    move();
    const auto known = ask(post, "/api/auth/password-reset/",
                           R"({"email":"alice@example.org","language":"pt-BR"})");
    CHECK(known.body == unknown.body);
    CHECK(body_of(known).at("email_sent").as_bool());

    const auto address = reset_address();
    const auto token = address.substr(address.find('/', 34));
    const auto field = [&](const Response& answer, std::string_view name) {
        CHECK(answer.status == 400);
        CHECK(body_of(answer).at("errors").as_object().contains(name));
    };
    const auto general = [&](const Response& answer) {
        CHECK(answer.status == 400);
        CHECK(text_at(answer, "error_code") == "VALIDATION_ERROR");
        CHECK_FALSE(body_of(answer).as_object().contains("errors"));
    };
    field(ask(post, address, R"({"password1":"","password2":"x"})"), "password1");
    field(set_password("/api/auth/password-reset-confirm/x/y/", "a", "b"), "password2");
    general(set_password("/api/auth/password-reset-confirm/!!/y/", "weak", "weak"));
    general(set_password("/api/auth/password-reset-confirm/Mg" + token, "weak", "weak"));
    general(set_password("/api/auth/password-reset-confirm/MQ/nonsense/", "weak", "weak"));
    field(set_password(address, "weak", "weak"), "password1");
    CHECK(log_in("alice").status == 200);  // nothing was changed; and this voids the link
    jar.clear();
    general(set_password(address, "Better.Horse8", "Better.Horse8"));
}

TEST_CASE_FIXTURE(Starview, "starview: tells who is signed in, with all that the client reads") {
    account("alice");
    CHECK(ask(get, "/api/users/me/").status == 401);
    log_in("alice");
    const auto me = body_of(ask(get, "/api/users/me/")).as_object();
    for (const auto* key : {"id", "username", "email", "first_name", "last_name", "date_joined",
                            "profile_picture_url", "bio", "is_verified", "has_usable_password",
                            "pinned_badge_ids", "unit_preference", "language_preference"})
        CHECK_MESSAGE(me.contains(key), key);
    CHECK(me.at("username").as_string() == "alice");
    CHECK(me.at("has_usable_password").as_bool());
    store.tables.accounts[0].account.has_password = false;
    store.tables.accounts[0].password_hash.reset();
    CHECK_FALSE(body_of(ask(get, "/api/users/me/")).at("has_usable_password").as_bool());
    CHECK_FALSE(
        body_of(ask(get, "/api/auth/status/")).at("user").at("has_usable_password").as_bool());
}

TEST_CASE_FIXTURE(Starview, "starview: the forms of the settings page") {
    account("alice");
    account("bob");
    log_in("alice");
    const auto me = [&](std::string_view form, std::string_view body) {
        return ask(patch, "/api/users/me/" + std::string(form) + "/", body);
    };
    const auto named = me("update-name", R"({"first_name":" Ada ","last_name":"Byron"})");
    CHECK(named.status == 200);
    CHECK(text_at(named, "first_name") == "Ada");
    CHECK(me("update-name", R"({"first_name":"Ada","last_name":" "})").status == 400);
    CHECK(text_at(me("update-username", R"({"new_username":"Lovelace"})"), "username") ==
          "lovelace");
    for (const auto* name : {"", "x!", "bob", "me"}) {
        CAPTURE(name);
        const auto refused =
            me("update-username", R"({"new_username":")" + std::string(name) + R"("})");
        CHECK(refused.status == 400);
        CHECK_FALSE(body_of(refused).as_object().contains("errors"));
        CHECK(text_at(refused, "detail") != "Validation failed");
    }
    CHECK(text_at(me("update-language-preference", R"({"language_preference":"pt-br"})"),
                  "language_preference") == "pt-BR");
    CHECK(me("update-language-preference", R"({"language_preference":"tlh"})").status == 400);
    CHECK(text_at(ask(get, "/api/users/me/"), "language_preference") == "pt-BR");
    sends_csrf = false;
    CHECK(me("update-name", R"({"first_name":"Eve","last_name":"X"})").status == 403);
}

TEST_CASE_FIXTURE(Starview, "starview: a new address counts once its link was opened") {
    account("alice");
    account("bob");
    log_in("alice");
    const auto wish = [&](std::string_view address) {
        return ask(patch, "/api/users/me/update-email/",
                   R"({"new_email":")" + std::string(address) + R"("})");
    };
    for (const auto* address : {"", "nonsense", "ALICE@example.org", "bob@example.org"}) {
        CAPTURE(address);
        const auto refused = wish(address);
        CHECK(refused.status == 400);
        CHECK_FALSE(body_of(refused).as_object().contains("errors"));
    }
    CHECK(store.tables.messages.empty());
    now += 20min;  // the client's form has no field for the password
    const auto started = wish("new@example.org");
    CHECK(started.status == 200);
    CHECK(text_at(started, "new_email") == "new@example.org");
    CHECK(body_of(started).at("verification_required").as_bool());
    CHECK(text_at(ask(get, "/api/users/me/"), "email") == "alice@example.org");
    CHECK(wish("other@example.org").status == 429);
    CHECK(body_of(wish("other@example.org")).at("retry_after").as_int64() == 180);

    auto kept = std::move(jar);
    jar.clear();
    const auto confirm = link("/accounts/confirm-email/");
    CHECK(location(ask(get, confirm)).starts_with("/email-verified?success="));
    CHECK(jar.empty());
    CHECK(location(ask(get, confirm)) == "/email-confirm-error?error=expired");
    CHECK(log_in("alice@example.org").status == 400);
    jar = std::move(kept);
    CHECK(text_at(ask(get, "/api/users/me/"), "email") == "new@example.org");
}

TEST_CASE_FIXTURE(Starview, "starview: an address awaited or confirmed by another cannot be had") {
    account("alice");
    account("bob");
    constexpr std::string_view wish = R"({"new_email":"new@example.org"})";
    ask(post, "/v1/sessions", R"({"identifier":"bob","password":"Correct.Horse7"})");
    CHECK(ask(put, "/v1/accounts/me/email", wish).status == 200);
    const auto of_bob = link("/accounts/confirm-email/");
    jar.clear();
    log_in("alice");
    CHECK(ask(patch, "/api/users/me/update-email/", wish).status == 400);
    CHECK(ask(put, "/v1/accounts/me/email", wish).status == 200);  // there it does not show
    CHECK(location(ask(get, link("/accounts/confirm-email/"))).starts_with("/email-verified"));
    CHECK(location(ask(get, of_bob)) == "/email-confirm-error?error=already_confirmed");
}

TEST_CASE_FIXTURE(Starview, "starview: a new password keeps this session and ends the others") {
    account("alice");
    log_in("alice");
    auto other = std::move(jar);
    jar.clear();
    log_in("alice");
    const auto before = jar["sessionid"];
    const auto missing =
        ask(patch, "/api/users/me/update-password/", R"({"new_password":"Better.Horse8"})");
    CHECK(missing.status == 400);
    CHECK_FALSE(body_of(missing).as_object().contains("errors"));
    CHECK(ask(patch, "/api/users/me/update-password/",
              R"({"current_password":"Correct.Horse7","new_password":"weak"})")
              .status == 400);
    CHECK(ask(patch, "/api/users/me/update-password/",
              R"({"current_password":"Correct.Horse7","new_password":"Better.Horse8"})")
              .status == 200);
    CHECK(signed_in());
    CHECK(jar["sessionid"] != before);
    jar = std::move(other);
    CHECK_FALSE(signed_in());
}

TEST_CASE_FIXTURE(Starview, "starview: the session cookie has no age unless it is remembered") {
    account("alice");
    CHECK(header_of(log_in("alice"), "Set-Cookie").find("Max-Age") == std::string::npos);
    const auto kept = ask(post, "/api/auth/login/",
                          R"({"username":"alice","password":"Correct.Horse7","remember_me":true})");
    CHECK(header_of(kept, "Set-Cookie").find("Max-Age=2592000") != std::string::npos);
}

}  // namespace
}  // namespace asterism::http
