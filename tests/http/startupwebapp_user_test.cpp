// StartupWebApp's accounts, key by key as its contract has them.

#include <doctest/doctest.h>

#include "tests/http/shop_member.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

TEST_CASE_FIXTURE(Member, "user: an anonymous page is told so, and given a visitor's name") {
    jar.clear();
    const auto state = look("/user/logged-in");
    const auto body = body_of(state).as_object();
    CHECK(body.at("logged_in").as_bool() == false);
    CHECK(body.at("log_client_events").as_bool());
    CHECK(word_at(state, "client_event_id") == "null");
    CHECK(body.at("cart_item_count").as_int64() == 0);
    CHECK_FALSE(body.contains("first_name"));
    CHECK(jar.contains("csrftoken"));
    const auto visitor = jar.at("anonymousclientevent");
    look("/user/logged-in");
    CHECK(jar.at("anonymousclientevent") == visitor);
    jar["anonymousclientevent"].back() ^= 1;
    const auto forged = jar["anonymousclientevent"];
    look("/user/logged-in");
    CHECK(jar.at("anonymousclientevent") != forged);
}

TEST_CASE_FIXTURE(Member, "user: joins, is let in at once, and is greeted by mail") {
    CHECK(word_at(join(), "create_account") == "true");
    const auto state = look("/user/logged-in");
    const auto body = body_of(state).as_object();
    CHECK(body.at("logged_in").as_bool());
    CHECK(body.at("client_event_id").is_int64());
    CHECK(word_at(state, "member_initials") == "VR");
    CHECK(word_at(state, "email_address") == "selenium@example.org");
    CHECK(subject() == "Welcome to http://localhost:8080");

    CHECK(part("personal_data", "username") == R"("selenium")");
    CHECK(part("personal_data", "newsletter_subscriber") == "true");
    CHECK(part("personal_data", "email_unsubscribed") == "false");
    CHECK(part("personal_data", "joined_date_time") == R"("2026-03-01T12:00:00.000Z")");
    CHECK(part("personal_data", "terms_of_use_agreed_date_time") ==
          R"("2026-03-01T12:00:00.000Z")");
    CHECK(content().at("orders_data").as_object().empty());
    CHECK(part("email_data", "email_verified") == "false");
    CHECK(part("email_data", "verification_request_sent_within_24_hours") == "true");
    now += std::chrono::hours{24};
    CHECK(part("email_data", "verification_request_sent_within_24_hours") == "false");
    look("/user/logout");
    CHECK(word_at(enter("selenium", "Galaxy.Curve7"), "login") == "true");
}

TEST_CASE_FIXTURE(Member, "user: a form is told all that is wrong with it") {
    const auto wrong = form("/user/create-account",
                            "firstname=&lastname=O%27Neill&username=vera&email_address=x"
                            "&password=a&confirm_password=b&newsletter=false&remember_me=false");
    CHECK(wrong.status == 200);
    CHECK(word_at(wrong, "create_account") == "false");
    CHECK(types_at(wrong, "firstname") == "required");
    CHECK(types_at(wrong, "lastname") == "not_valid");
    CHECK(types_at(wrong, "username") == "too_short");
    CHECK(types_at(wrong, "email-address") == "not_valid");
    CHECK(types_at(wrong, "password") ==
          "too_short no_capital_letter no_special_character confirm_password_doesnt_match");
    CHECK(form("/user/create-account", "firstname=x").status == 400);
    CHECK(store.tables.accounts.empty());
    CHECK(store.tables.messages.empty());

    join();
    const auto again = join();
    CHECK(types_at(again, "username") == "unavailable");
    CHECK(types_at(again, "email-address") == "unavailable");
    CHECK(types_at(again, "firstname") == "true");
    const auto like = form(
        "/user/create-account",
        "firstname=Vera&lastname=Rubin&username=galaxycurve&email_address=g%40example.org"
        "&password=Galaxycurve!&confirm_password=Galaxycurve!&newsletter=false&remember_me=false");
    CHECK(types_at(like, "password") == "django_validation");
    CHECK(like.body.find("too similar to the username") != std::string::npos);
}

TEST_CASE_FIXTURE(Member, "user: an address is proved once, by who is signed in") {
    join();
    const auto code = mailed("?email_verification_code=");
    CHECK(code.find_first_of("%+/= ") == code.npos);
    const auto proof = "email_verification_code=" + code;
    const auto said = [&](std::string_view body) {
        return word_at(form("/user/verify-email-address-response", body),
                       "verify_email_address_response");
    };
    CHECK(said("email_verification_code=x") == "signature-invalid");
    CHECK(word_at(look("/user/verify-email-address"), "verify_email_address") ==
          "verification_email_sent");
    CHECK(said(proof) == "signature-invalid");  // a newer link has taken its place
    const auto newer = "email_verification_code=" + mailed("?email_verification_code=");
    look("/user/logout");
    CHECK(said(newer) == "user_not_authenticated");
    join("somebody");
    CHECK(said(newer) == "code-doesnt-match");
    look("/user/logout");
    enter("selenium", "Galaxy.Curve7");
    CHECK(said(newer) == "success");
    CHECK(said(newer) == "code-doesnt-match");
    CHECK(part("email_data", "email_verified") == "true");
}

TEST_CASE_FIXTURE(Member, "user: a link that is a day old proves nothing") {
    join();
    now += std::chrono::hours{24};
    CHECK(word_at(form("/user/verify-email-address-response",
                       "email_verification_code=" + mailed("?email_verification_code=")),
                  "verify_email_address_response") == "signature-expired");
}

TEST_CASE_FIXTURE(Member, "user: changes names and address, and both addresses are told") {
    join();
    const auto before = store.tables.messages.size();
    const auto changed = form("/user/update-my-information",
                              "firstname=Cecilia&lastname=Payne&email_address=New%40example.org");
    CHECK(word_at(changed, "update_my_information") == "success");
    CHECK(part("personal_data", "first_name") == R"("Cecilia")");
    CHECK(part("email_data", "email_address") == R"("New@example.org")");
    CHECK(part("email_data", "email_verified") == "false");
    REQUIRE(store.tables.messages.size() == before + 2);
    CHECK(store.tables.messages[before].draft.to == "selenium@example.org");
    CHECK(store.tables.messages[before].draft.text.find("verification_code") == std::string::npos);
    CHECK(store.tables.messages[before + 1].draft.to == "New@example.org");

    const auto wrong = form("/user/update-my-information", "firstname=&lastname=x&email_address=x");
    CHECK(word_at(wrong, "update_my_information") == "errors");
    CHECK(types_at(wrong, "firstname") == "required");
    CHECK(types_at(wrong, "lastname") == "true");
    CHECK(types_at(wrong, "email-address") == "not_valid");
    account("other");
    const auto taken = form("/user/update-my-information",
                            "firstname=Cecilia&lastname=Payne&email_address=OTHER%40example.org");
    CHECK(types_at(taken, "email-address") == "unavailable");
    CHECK(part("email_data", "email_address") == R"("New@example.org")");
}

TEST_CASE_FIXTURE(Member, "user: a new password needs the current one, which is looked at first") {
    join();
    const auto change = [&](std::string_view current, std::string_view next,
                            std::string_view again) {
        return form("/user/change-my-password", "current_password=" + std::string(current) +
                                                    "&new_password=" + std::string(next) +
                                                    "&confirm_new_password=" + std::string(again));
    };
    const auto wrong = change("Wrong.Horse7", "a", "b");
    CHECK(word_at(wrong, "change_my_password") == "errors");
    CHECK(types_at(wrong, "current-password") == "current_password_invalid");
    CHECK(types_at(wrong, "password") == "none");
    CHECK(types_at(change("", "Spiral.Arms7", "Spiral.Arms7"), "current-password") ==
          "current_password_invalid");
    CHECK(types_at(change("Galaxy.Curve7", "Galaxy.Curve7", "Galaxy.Curve7"), "password") ==
          "new_password_same_as_current_password");
    CHECK(types_at(change("Galaxy.Curve7", "a", "b"), "password") ==
          "too_short no_capital_letter no_special_character confirm_password_doesnt_match");
    CHECK(types_at(change("Galaxy.Curve7", "", ""), "password") == "required");

    const auto elsewhere = jar;
    jar.clear();
    open_page();
    enter("selenium", "Galaxy.Curve7");
    const auto session = jar.at("sessionid");
    CHECK(word_at(change("Galaxy.Curve7", "Spiral.Arms7", "Spiral.Arms7"), "change_my_password") ==
          "success");
    CHECK(jar.at("sessionid") != session);
    CHECK(subject().find("Password") != std::string::npos);
    CHECK(word_at(look("/user/account-content"), "user-api-version") == "0.0.1");
    CHECK(content().at("authenticated").as_string() == "true");
    jar = elsewhere;
    CHECK(content().at("authenticated").as_string() == "false");
    open_page();
    CHECK(word_at(change("Spiral.Arms7", "x", "x"), "change_my_password") ==
          "user_not_authenticated");
    CHECK(word_at(enter("selenium", "Galaxy.Curve7"), "login") == "false");
    CHECK(word_at(enter("selenium", "Spiral.Arms7"), "login") == "true");
}

TEST_CASE_FIXTURE(Member, "user: a forgotten user name is mailed to its address, and nobody told") {
    join();
    const auto known = form("/user/forgot-username", "email_address=selenium%40example.org");
    CHECK(word_at(known, "forgot_username") == "success");
    CHECK(subject().find("Username") != std::string::npos);
    CHECK(store.tables.messages.back().draft.text.find("selenium") != std::string::npos);
    const auto mails = store.tables.messages.size();
    CHECK(form("/user/forgot-username", "email_address=nobody%40example.org").body == known.body);
    CHECK(form("/user/forgot-username", "email_address=x").body == known.body);
    CHECK(store.tables.messages.size() == mails);
}

TEST_CASE_FIXTURE(Member, "user: a forgotten password is set by the link, once and in an hour") {
    join();
    look("/user/logout");
    const auto ask_for = [&](std::string_view name, std::string_view email) {
        return word_at(form("/user/reset-password", "username=" + std::string(name) +
                                                        "&email_address=" + std::string(email)),
                       "reset_password");
    };
    const auto mails = store.tables.messages.size();
    CHECK(ask_for("selenium", "other%40example.org") == "success");
    CHECK(ask_for("nobody", "selenium%40example.org") == "success");
    CHECK(store.tables.messages.size() == mails);
    CHECK(ask_for("selenium", "SELENIUM%40example.org") == "success");
    const auto code = mailed("?password_reset_code=");
    const auto set = [&](std::string_view name, std::string_view with, std::string_view one,
                         std::string_view two) {
        return form("/user/set-new-password", "username=" + std::string(name) +
                                                  "&password_reset_code=" + std::string(with) +
                                                  "&new_password=" + std::string(one) +
                                                  "&confirm_new_password=" + std::string(two));
    };
    const auto unknown = set("nobody", code, "x", "y");
    CHECK(word_at(unknown, "set_new_password") == "username-not-found");
    CHECK(word_at(unknown, "error") != "none");
    CHECK(word_at(set("selenium", "x", "x", "y"), "set_new_password") == "signature-invalid");
    account("another");
    CHECK(word_at(set("another", code, "x", "y"), "set_new_password") == "code-doesnt-match");
    const auto weak = set("selenium", code, "a", "b");
    CHECK(word_at(weak, "set_new_password") == "password-error");
    CHECK(types_at(weak, "new-password") ==
          "too_short no_capital_letter no_special_character confirm_password_doesnt_match");
    CHECK(types_at(set("selenium", code, "", ""), "new-password") == "required");
    CHECK(word_at(set("selenium", code, "Spiral.Arms7", "Spiral.Arms7"), "set_new_password") ==
          "success");
    CHECK(word_at(set("selenium", code, "Spiral.Arms7", "Spiral.Arms7"), "set_new_password") ==
          "code-doesnt-match");
    CHECK(word_at(enter("selenium", "Spiral.Arms7"), "login") == "true");
    look("/user/logout");
    ask_for("selenium", "selenium%40example.org");
    now += std::chrono::hours{1};
    CHECK(word_at(set("selenium", mailed("?password_reset_code="), "Other.Arms7", "Other.Arms7"),
                  "set_new_password") == "signature-expired");
}

}  // namespace
}  // namespace asterism::http
