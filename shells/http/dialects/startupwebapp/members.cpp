#include "shells/http/dialects/startupwebapp/members.hpp"

#include <array>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "shells/http/dialects/startupwebapp/form_errors.hpp"
#include "shells/http/dialects/startupwebapp/shapes.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

namespace json = boost::json;

constexpr std::array join_fields{
    FormField{"firstname", "first_name"}, FormField{"lastname", "last_name"},
    FormField{"username", "handle"}, FormField{"email-address", "email"},
    FormField{"password", "password"}};

constexpr std::array detail_fields{FormField{"firstname", "first_name"},
                                   FormField{"lastname", "last_name"},
                                   FormField{"email-address", "email"}};

/// The second try at a password. An empty one is no password, but has to differ from the first.
std::string again(const json::object& sent) {
    auto typed = text(sent, "confirm_new_password");
    return typed.empty() ? std::string(" ") : typed;
}

/// What such a form lacks first, in the words for what is wrong with it.
void lacks_new_password(const Error& error, const RequestFacts& facts, Response& response) {
    response.status = 400;
    if (error.detail == "username")
        return answer(
            response, facts,
            {{key_of(facts), "username-not-found"}, {"error", "Please type in your username."}});
    if (error.detail == "password_reset_code")
        return answer_word(response, facts, "signature-invalid");
    answer(response, facts,
           {{key_of(facts), "password-error"},
            {"errors", {{"new-password", error_list(*error.fault)}}}});
}

/// Why a mailed link opens nothing.
std::string_view void_word(const Error& error) {
    if (error.detail == "expired") return "signature-expired";
    return error.detail == "used" ? "code-doesnt-match" : "signature-invalid";
}

}  // namespace

Result<json::object> join_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"firstname", "lastname", "username", "email_address", "password",
                                  "confirm_password", "newsletter", "remember_me"});
        !all)
        return all.error();
    return json::object{{"handle", text(sent, "username")},
                        {"first_name", text(sent, "firstname")},
                        {"last_name", text(sent, "lastname")},
                        {"email", text(sent, "email_address")},
                        {"password", text(sent, "password")},
                        {"password_again", text(sent, "confirm_password")},
                        {"newsletter", is_true(sent, "newsletter")},
                        {"remember", is_true(sent, "remember_me")}};
}

void join_out(json::object&&, const RequestFacts& facts, Response& response) {
    answer(response, facts, {{key_of(facts), "true"}, {"endpoint", "account_created"}});
}

void join_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    answer_errors(error, facts, response, "false", join_fields);
}

Result<json::object> details_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"firstname", "lastname", "email_address"}); !all)
        return all.error();
    return json::object{{"first_name", text(sent, "firstname")},
                        {"last_name", text(sent, "lastname")},
                        {"email", text(sent, "email_address")}};
}

void details_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    answer_errors(error, facts, response, "errors", detail_fields);
}

Result<json::object> password_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"current_password", "new_password", "confirm_new_password"});
        !all)
        return all.error();
    json::object out{{"new_password", text(sent, "new_password")},
                     {"new_password_again", again(sent)}};
    // Nobody's password is empty, and so nothing is proved by one.
    if (auto shown = text(sent, "current_password"); !shown.empty())
        out["current_password"] = std::move(shown);
    return out;
}

/// Only one field is told of.
void password_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    const auto slug = error.fault->slug;
    const bool current = slug == "wrong_password" || slug == "login_locked" ||
                         slug == "current_password_missing" || error.detail == "current_password";
    if (current && !facts.path.empty()) {
        answer(response, facts,
               {{key_of(facts), "errors"},
                {"errors", {{"current-password", error_list(*error.fault)}}}});
        if (slug == field_missing.slug) response.status = 400;
        return;
    }
    if (slug == "invalid_password" && facts.sent && text(*facts.sent, "new_password").empty())
        return answer(
            response, facts,
            {{key_of(facts), "errors"}, {"errors", {{"password", error_list(field_missing)}}}});
    constexpr std::array fields{FormField{"password", "new_password"}};
    answer_errors(error, facts, response, "errors", fields);
}

void mailed_out(json::object&&, const RequestFacts& facts, Response& response) {
    answer_word(response, facts, "verification_email_sent");
}

void mailed_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    const auto slug = error.fault->slug;
    if (slug == "too_often") return answer_word(response, facts, "email_failed");
    if (refused_alike(error, facts, response)) return;
    // One that went out just now is as good.
    const bool there = slug == "already_verified" || slug == "mailed_just_now";
    answer_word(response, facts, there ? "verification_email_sent" : "email_failed");
}

Result<json::object> proof_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"email_verification_code"}); !all) return all.error();
    return json::object{{"token", text(sent, "email_verification_code")}};
}

void proof_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    const bool before = error.fault->slug == "already_verified";
    answer_word(response, facts, before ? "code-doesnt-match" : void_word(error));
    if (error.fault->slug == field_missing.slug) response.status = 400;
}

void success_out(json::object&&, const RequestFacts& facts, Response& response) {
    answer_word(response, facts, "success");
}

Result<json::object> forgotten_name_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"email_address"}); !all) return all.error();
    return json::object{{"email", text(sent, "email_address")}};
}

Result<json::object> forgotten_password_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(sent, {"username", "email_address"}); !all) return all.error();
    return json::object{{"handle", text(sent, "username")}, {"email", text(sent, "email_address")}};
}

void silent_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    if (error.fault->slug == field_missing.slug) return general_refuse(error, facts, response);
    answer_word(response, facts, "success");
}

Result<json::object> new_password_in(json::object&& sent, const RequestFacts&) {
    if (auto all = require(
            sent, {"username", "password_reset_code", "new_password", "confirm_new_password"});
        !all)
        return all.error();
    return json::object{{"handle", text(sent, "username")},
                        {"token", text(sent, "password_reset_code")},
                        {"password", text(sent, "new_password")},
                        {"password_again", again(sent)}};
}

void new_password_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    if (refused_alike(error, facts, response)) return;
    const auto slug = error.fault->slug;
    if (slug == field_missing.slug) return lacks_new_password(error, facts, response);
    if (slug == "unknown_account")
        return answer(response, facts,
                      {{key_of(facts), "username-not-found"},
                       {"error", "There is no account with this username."}});
    if (slug == "ticket_void") return answer_word(response, facts, void_word(error));
    const bool none =
        slug == "invalid_password" && facts.sent && text(*facts.sent, "new_password").empty();
    json::object errors;
    if (none) {
        errors["new-password"] = error_list(field_missing);
    } else {
        constexpr std::array fields{FormField{"new-password", "password"}};
        auto told = error;
        for (FieldError& each : told.fields) each.field = "password";
        errors = errors_by_field(told, fields);
    }
    answer(response, facts, {{key_of(facts), "password-error"}, {"errors", std::move(errors)}});
}

}  // namespace asterism::http::startupwebapp_dialect
