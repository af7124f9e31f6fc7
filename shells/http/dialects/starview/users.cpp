#include "shells/http/dialects/starview/users.hpp"

#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/starview/shapes.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault names_required{"names_required", Kind::invalid,
                               "Enter your first name and your last name."};
constexpr Fault username_required{"username_required", Kind::invalid, "Enter a user name."};
constexpr Fault new_email_required{"email_required", Kind::invalid, "Enter your e-mail address."};
constexpr Fault password_required{"password_required", Kind::invalid, "Enter the new password."};
constexpr Fault language_required{"language_required", Kind::invalid, "Choose a language."};

}  // namespace

Result<json::object> name_in(json::object&& sent, const RequestFacts&) {
    json::object out{{"first_name", text(sent, "first_name")},
                     {"last_name", text(sent, "last_name")}};
    if (empty(out, "first_name") || empty(out, "last_name")) return names_required;
    return out;
}

void name_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Name updated."},
                     {"first_name", view["first_name"]},
                     {"last_name", view["last_name"]}});
}

Result<json::object> username_in(json::object&& sent, const RequestFacts&) {
    auto handle = text(sent, "new_username");
    if (handle.empty()) return username_required;
    return json::object{{"handle", std::move(handle)}};
}

void username_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "User name updated."}, {"username", view["handle"]}});
}

Result<json::object> email_in(json::object&& sent, const RequestFacts&) {
    json::object out{{"new_email", text(sent, "new_email")}};
    if (empty(out, "new_email")) return new_email_required;
    if (!empty(sent, "current_password"))
        out["current_password"] = std::move(sent["current_password"]);
    return out;
}

void email_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Open the link in the mail we sent to the new address."},
                     {"new_email", view["new_email"]},
                     {"verification_required", view["verification_required"]}});
}

Result<json::object> password_in(json::object&& sent, const RequestFacts&) {
    if (empty(sent, "new_password")) return password_required;
    json::object out{{"new_password", std::move(sent["new_password"])}};
    if (!empty(sent, "current_password"))
        out["current_password"] = std::move(sent["current_password"]);
    return out;
}

void password_out(json::object&&, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Password updated."}});
}

Result<json::object> language_in(json::object&& sent, const RequestFacts&) {
    auto language = text(sent, "language_preference");
    if (language.empty()) return language_required;
    return json::object{{"language", std::move(language)}};
}

void language_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Language updated."}, {"language_preference", view["language"]}});
}

}  // namespace asterism::http::starview_dialect
