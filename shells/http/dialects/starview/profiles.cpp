#include "shells/http/dialects/starview/profiles.hpp"

#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "libcore/base/text.hpp"

namespace asterism::http::starview_dialect {
namespace {

namespace json = boost::json;

constexpr Fault nobody{"not_found", Kind::missing, "Resource not found"};

json::object private_user(json::object& profile) {
    auto& account = profile["account"].get_object();
    return {{"id", account["id"]},
            {"username", account["handle"]},
            {"email", account["email"]},
            {"first_name", account["first_name"]},
            {"last_name", account["last_name"]},
            {"date_joined", account["created_at"]},
            {"profile_picture_url", picture_url(profile["picture"])},
            {"bio", profile["bio"]},
            {"is_verified", profile["verified"]},
            {"has_usable_password", profile["has_password"]},
            {"pinned_badge_ids", profile["pinned_badges"]},
            {"unit_preference", profile["units"]},
            {"language_preference", account["language"]}};
}

json::object stats_of(json::object& stats) {
    return {
        {"review_count", stats["reviews"]},      {"locations_reviewed", stats["places_reviewed"]},
        {"favorite_count", stats["favourites"]}, {"helpful_votes_received", stats["helpful_votes"]},
        {"follower_count", stats["followers"]},  {"following_count", stats["following"]}};
}

/// One field, under our name; empty where the client leaves it out.
json::object renamed(json::object& sent, std::string_view from, std::string_view to) {
    const auto* value = sent.if_contains(from);
    return {{to, value && !value->is_null() ? *value : json::value("")}};
}

}  // namespace

std::string picture_url(const json::value& picture) {
    if (!picture.is_string()) return "/static/images/default_profile_pic.jpg";
    return "/media/" + std::string(picture.get_string());
}

Result<json::object> no_fields_in(json::object&&, const RequestFacts&) { return json::object{}; }

void status_out(json::object&& view, const RequestFacts&, Response& response) {
    auto& profile = view["profile"];
    const bool present = profile.is_object();
    json::value user;
    if (present) user = private_user(profile.get_object());
    reply(response, {{"authenticated", present}, {"user", std::move(user)}});
}

void me_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, private_user(view));
}

json::object public_user(json::object&& profile) {
    return {{"id", profile["id"]},
            {"username", profile["handle"]},
            {"first_name", profile["first_name"]},
            {"last_name", profile["last_name"]},
            {"date_joined", profile["joined_at"]},
            {"profile_picture_url", picture_url(profile["picture"])},
            {"bio", profile["bio"]},
            {"is_verified", profile["verified"]},
            {"stats", stats_of(profile["stats"].get_object())},
            {"is_following", profile["followed"]},
            {"pinned_badge_ids", profile["pinned_badges"]}};
}

void profile_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, public_user(std::move(view)));
}

void user_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    const bool astray = error.fault->kind == Kind::invalid && !error.fields.empty() &&
                        (error.fields[0].field == "handle" || error.fields[0].field == "identity");
    general_refuse(astray ? Error{&nobody} : error, facts, response);
}

Result<json::object> bio_in(json::object&& sent, const RequestFacts&) {
    return renamed(sent, "bio", "bio");
}

void bio_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Bio updated."}, {"bio", view["bio"]}});
}

Result<json::object> location_in(json::object&& sent, const RequestFacts&) {
    return renamed(sent, "location", "location");
}

void location_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Location updated."}, {"location", view["location"]}});
}

Result<json::object> units_in(json::object&& sent, const RequestFacts&) {
    auto out = renamed(sent, "unit_preference", "units");
    if (auto& units = out["units"]; units.is_string())
        units = json::string(lowered(trimmed(units.get_string())));
    return out;
}

void units_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Unit preference updated."}, {"unit_preference", view["units"]}});
}

/// What the form holds besides is the client's business.
Result<json::object> picture_in(json::object&& sent, const RequestFacts&) {
    json::object out;
    if (const auto* picture = sent.if_contains("picture")) out["picture"] = *picture;
    return out;
}

void picture_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response,
          {{"detail", "Profile picture uploaded."}, {"image_url", picture_url(view["picture"])}});
}

void no_picture_out(json::object&& view, const RequestFacts&, Response& response) {
    reply(response, {{"detail", "Profile picture removed."},
                     {"default_image_url", picture_url(view["picture"])}});
}

}  // namespace asterism::http::starview_dialect
