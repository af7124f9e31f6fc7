#include "shells/http/dialects/starview/accounts.hpp"

#include <array>
#include <string>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "libcore/base/path.hpp"
#include "shells/http/dialects/starview/shapes.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault all_required{"all_fields_required", Kind::invalid, "All fields are required."};
constexpr Fault login_required{"credentials_required", Kind::invalid,
                               "Enter your user name and your password."};
constexpr Fault email_required{"email_required", Kind::invalid, "Enter your e-mail address."};
constexpr Fault new_password_required{"password_required", Kind::invalid,
                                      "Enter the new password."};

/// Where to go after signing in.
std::string next_page(const RequestFacts& facts) {
    return own_path(facts.sent ? text(*facts.sent, "next") : std::string());
}

}  // namespace

Result<json::object> register_in(json::object&& sent, const RequestFacts&) {
    json::object out;
    for (const std::string_view name : {"email", "first_name", "last_name"}) {
        out[name] = text(sent, name);
        if (empty(out, name)) return all_required;
    }
    if (empty(sent, "password1") || empty(sent, "password2")) return all_required;
    out["password"] = std::move(sent["password1"]);
    out["password_again"] = std::move(sent["password2"]);
    if (const auto handle = text(sent, "username"); !handle.empty()) out["handle"] = handle;
    return out;
}

void register_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Account created. Open the link in the mail we sent you."},
                     {"email_sent", true},
                     {"requires_verification", true}});
}

Result<json::object> login_in(json::object&& sent, const RequestFacts&) {
    if (text(sent, "username").empty() || empty(sent, "password")) return login_required;
    json::object out{{"identifier", text(sent, "username")},
                     {"password", std::move(sent["password"])}};
    if (!empty(sent, "remember_me")) out["remember"] = std::move(sent["remember_me"]);
    return out;
}

void login_out(json::object&&, const RequestFacts& facts, Response& response) {
    reply(response, {{"detail", "Login successful."}, {"redirect_url", next_page(facts)}});
}

void logout_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Logout successful."}, {"redirect_url", "/"}});
}

Result<json::object> resend_in(json::object&& sent, const RequestFacts&) {
    auto email = text(sent, "email");
    if (email.empty()) return email_required;
    return json::object{{"email", std::move(email)}};
}

void resend_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "If the address is known here, a new link is on its way."},
                     {"email_sent", true}});
}

Result<json::object> reset_in(json::object&& sent, const RequestFacts&) {
    json::object out{{"email", text(sent, "email")}};
    if (empty(out, "email")) return email_required;
    if (auto language = text(sent, "language"); !language.empty()) out["language"] = language;
    return out;
}

void reset_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "If the address is known here, a mail with a link is on its way."},
                     {"email_sent", true}});
}

Result<json::object> reset_confirm_in(json::object&& sent, const RequestFacts&) {
    if (empty(sent, "password1") || empty(sent, "password2"))
        return field_error(new_password_required, "password");
    return json::object{{"password", std::move(sent["password1"])},
                        {"password_again", std::move(sent["password2"])}};
}

void reset_confirm_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response,
          {{"detail", "Your password is set. You can sign in with it."}, {"success", true}});
}

void home_out(json::object&&, const RequestFacts&, Response& response) { redirect(response, "/"); }

void home_refuse(const Error&, const RequestFacts&, Response& response) { redirect(response, "/"); }

void confirm_out(json::object&&, const RequestFacts& facts, Response& response) {
    redirect(response, "/email-verified?success=" + std::string(facts.request_id));
}

void confirm_refuse(const Error& error, const RequestFacts&, Response& response) {
    const bool before = error.fault->slug == "already_verified";
    redirect(response, before ? "/email-confirm-error?error=already_confirmed"
                              : "/email-confirm-error?error=expired");
}

}  // namespace asterism::http::starview_dialect
