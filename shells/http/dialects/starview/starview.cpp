#include "shells/http/dialects/starview/starview.hpp"

#include <array>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "shells/http/dialects/starview/accounts.hpp"
#include "shells/http/dialects/starview/badges.hpp"
#include "shells/http/dialects/starview/bortle.hpp"
#include "shells/http/dialects/starview/comments.hpp"
#include "shells/http/dialects/starview/detours.hpp"
#include "shells/http/dialects/starview/favourites.hpp"
#include "shells/http/dialects/starview/feedback.hpp"
#include "shells/http/dialects/starview/follows.hpp"
#include "shells/http/dialects/starview/identities.hpp"
#include "shells/http/dialects/starview/locations.hpp"
#include "shells/http/dialects/starview/moon.hpp"
#include "shells/http/dialects/starview/photos.hpp"
#include "shells/http/dialects/starview/platform.hpp"
#include "shells/http/dialects/starview/profiles.hpp"
#include "shells/http/dialects/starview/reviews.hpp"
#include "shells/http/dialects/starview/users.hpp"
#include "shells/http/dialects/starview/ways.hpp"
#include "shells/http/dialects/starview/weather.hpp"
#include "shells/http/problem.hpp"

namespace asterism::http {
namespace {

using enum Verb;
using enum Access;
using namespace starview_dialect;
namespace json = boost::json;

constexpr Extras registers{.status = 201, .in = register_in, .out = register_out, .even = true};
constexpr Extras logs_in{.cookie = Cookie::opens, .in = login_in, .out = login_out, .even = true};
constexpr Extras logs_out{.cookie = Cookie::ends, .out = logout_out};
constexpr Extras tells{.in = no_fields_in, .out = status_out, .exempt = true};
constexpr Extras resends{
    .in = resend_in, .out = resend_out, .refuse = general_refuse, .even = true};
constexpr Extras resets{.in = reset_in, .out = reset_out, .refuse = general_refuse, .even = true};
constexpr Extras sets{.in = reset_confirm_in, .out = reset_confirm_out};
constexpr Extras leaves{
    .status = 302, .cookie = Cookie::ends, .out = home_out, .refuse = home_refuse};
constexpr Extras leaves_by_get{.status = 302,
                               .cookie = Cookie::ends,
                               .out = home_out,
                               .refuse = home_refuse,
                               .own_pages_only = true};
constexpr Extras name{.in = name_in, .out = name_out, .refuse = general_refuse};
constexpr Extras username{.in = username_in, .out = username_out, .refuse = general_refuse};
constexpr Extras email{.in = email_in, .out = email_out, .refuse = general_refuse};
constexpr Extras password{
    .cookie = Cookie::opens, .in = password_in, .out = password_out, .refuse = general_refuse};
constexpr Extras language{.in = language_in, .out = language_out, .refuse = general_refuse};
constexpr Extras confirms{.status = 302, .out = confirm_out, .refuse = confirm_refuse};
constexpr Extras me{.in = no_fields_in, .out = me_out};
constexpr Extras profile{.in = no_fields_in, .out = profile_out, .refuse = user_refuse};
constexpr Extras reviews_by{.in = page_in, .out = reviews_out, .refuse = user_refuse};
constexpr Extras follow{.in = no_fields_in, .out = follow_out, .refuse = user_refuse};
constexpr Extras unfollow{.in = no_fields_in, .out = unfollow_out, .refuse = user_refuse};
constexpr Extras is_following{.in = no_fields_in, .out = is_following_out, .refuse = user_refuse};
constexpr Extras profiles{.in = follow_page_in, .out = profiles_out, .refuse = user_refuse};
constexpr Extras bio{.in = bio_in, .out = bio_out, .refuse = general_refuse};
constexpr Extras location{.in = location_in, .out = location_out, .refuse = general_refuse};
constexpr Extras units{.in = units_in, .out = units_out, .refuse = general_refuse};
constexpr Extras departs{.status = 302,
                         .in = depart_in,
                         .out = depart_out,
                         .refuse = flow_refuse,
                         .flow = FlowCookie::begins};
constexpr Extras returns{.status = 302,
                         .cookie = Cookie::opens,
                         .in = way_back_in,
                         .out = return_out,
                         .refuse = flow_refuse,
                         .flow = FlowCookie::ends};
constexpr Extras socials{.out = socials_out};
constexpr Extras parts{.out = part_out, .refuse = user_refuse};
constexpr Extras picture{.in = picture_in,
                         .out = picture_out,
                         .refuse = general_refuse,
                         .file = {"profile_picture", "picture"}};
constexpr Extras no_picture{.in = no_fields_in, .out = no_picture_out};
constexpr Extras bortle{.in = bortle_in, .out = bortle_out, .refuse = bortle_refuse};
constexpr Extras weather{.in = weather_in, .out = weather_out, .refuse = moon_refuse};
constexpr Extras geolocates{.in = no_fields_in, .out = geolocate_out};
constexpr Extras directs{.in = directions_in, .out = directions_out, .refuse = directions_refuse};
constexpr Extras stats{.in = no_fields_in, .out = stats_out, .may_be_old = std::chrono::minutes{5}};
constexpr Extras moon{.in = moon_in, .out = moon_out, .refuse = moon_refuse};

// clang-format off
constexpr std::array table{
    //    verb   path                                                   use case                  who      how often     shapes
    Route{post,  "/api/auth/register/",                                 "register_account",       anyone,  limits::starview_register, registers},
    Route{post,  "/api/auth/login/",                                    "log_in",                 anyone,  limits::starview_login, logs_in},
    Route{post,  "/api/auth/logout/",                                   "log_out",                account, limits::none, logs_out},
    Route{get,   "/api/auth/status/",                                   "who_is_there",           anyone,  limits::none, tells},
    Route{post,  "/api/auth/resend-verification/",                      "resend_verification",    anyone,  limits::starview_resend, resends},
    Route{post,  "/api/auth/password-reset/",                           "request_password_reset", anyone,  limits::starview_password_reset, resets},
    Route{post,  "/api/auth/password-reset-confirm/{account}/{token}/", "reset_password",         anyone,  limits::starview_password_reset, sets},
    Route{get,   "/accounts/confirm-email/{token}/",                    "verify_email",           anyone,  limits::none, confirms},
    Route{post,  "/accounts/logout/",                                   "leave",                  anyone,  limits::none, leaves},
    Route{get,   "/accounts/logout/",                                   "leave",                  anyone,  limits::none, leaves_by_get},
    Route{get,   "/api/users/me/",                                      "own_profile",            account, limits::none, me},
    Route{patch, "/api/users/me/update-name/",                          "update_account",         account, limits::none, name},
    Route{patch, "/api/users/me/update-username/",                      "update_account",         account, limits::none, username},
    Route{patch, "/api/users/me/update-email/",                         "change_email",           account, limits::email_change, email},
    Route{patch, "/api/users/me/update-password/",                      "change_password",        account, limits::none, password},
    Route{patch, "/api/users/me/update-language-preference/",           "update_account",         account, limits::none, language},
    Route{patch, "/api/users/me/update-bio/",                           "update_profile",         account, limits::none, bio},
    Route{patch, "/api/users/me/update-location/",                      "update_profile",         account, limits::none, location},
    Route{patch, "/api/users/me/update-unit-preference/",               "update_profile",         account, limits::none, units},
    Route{post,  "/api/users/me/upload-picture/",                       "set_picture",            account, limits::none, picture},
    Route{del,   "/api/users/me/remove-picture/",                       "remove_picture",         account, limits::none, no_picture},
    Route{get,   "/api/users/me/badges/collection/",                    "show_badges",            account, limits::none, collection},
    Route{patch, "/api/users/me/badges/pin/",                           "pin_badges",             account, limits::none, pins_badges},
    Route{get,   "/api/users/{handle}/",                                "show_profile",           anyone,  limits::none, profile},
    Route{get,   "/api/users/{handle}/badges/",                         "list_profile_badges",    anyone,  limits::none, badges},
    Route{get,   "/api/users/{handle}/reviews/",                        "list_reviews_by",         anyone,  limits::none, reviews_by},
    Route{get,   "/api/users/{handle}/followers/",                      "list_followers",         anyone,  limits::none, profiles},
    Route{get,   "/api/users/{handle}/following/",                      "list_following",         anyone,  limits::none, profiles},
    Route{get,   "/api/users/{handle}/is-following/",                   "show_follow",            account, limits::none, is_following},
    Route{post,  "/api/users/{handle}/follow/",                         "follow_account",         account, limits::follow, follow},
    Route{del,   "/api/users/{handle}/follow/",                         "unfollow_account",       account, limits::none, unfollow},
    Route{get,   "/accounts/{provider}/login/",                         "start_identity_flow",    anyone,  limits::identity_flow, departs},
    Route{get,   "/accounts/{provider}/login/callback/",                "finish_identity_flow",   anyone,  limits::none, returns},
    Route{get,   "/api/users/me/social-accounts/",                      "list_identities",        account, limits::none, socials},
    Route{del,   "/api/users/me/disconnect-social/{identity}/",         "disconnect_identity",    account, limits::none, parts},
    Route{get,   "/api/bortle/",                                        "bortle_at",              anyone,  limits::none, bortle},
    Route{get,   "/api/locations/",                                     "list_places",            anyone,  limits::none, places},
    Route{post,  "/api/locations/",                                     "add_place",              account, limits::content, adds_place},
    Route{get,   "/api/locations/map_geojson/",                         "map_places",             anyone,  limits::none, map},
    Route{get,   "/api/locations/popular_nearby/",                      "nearby_places",          anyone,  limits::none, nearby},
    Route{get,   "/api/locations/hero_carousel/",                       "list_heroes",            anyone,  limits::none, carousel},
    Route{get,   "/api/locations/{place}/",                             "show_place_detail",      anyone,  limits::none, place},
    Route{put,   "/api/locations/{place}/",                             "revise_place",           account, limits::none, puts_place},
    Route{patch, "/api/locations/{place}/",                             "revise_place",           account, limits::none, patches_place},
    Route{del,   "/api/locations/{place}/",                             "remove_place",           account, limits::none, removes_place},
    Route{get,   "/api/locations/{place}/info_panel/",                  "show_place",             anyone,  limits::none, panel},
    Route{post,  "/api/locations/{place}/toggle_favorite/",             "toggle_favourite",       account, limits::none, likes},
    Route{post,  "/api/locations/{place}/mark-visited/",                "mark_visited",           account, limits::none, visits},
    Route{del,   "/api/locations/{place}/unmark-visited/",              "unmark_visited",         account, limits::none, unvisits},
    Route{post,  "/api/locations/{place}/toggle-visited/",              "toggle_visited",         account, limits::none, toggles_visit},
    Route{post,  "/api/locations/{place}/report/",                      "report_place",           account, limits::report, reports},
    Route{post,  "/api/locations/{place}/summary-feedback/",            "judge_summary",          account, limits::none, helps},
    Route{get,   "/api/locations/{place}/reviews/",                     "list_reviews",           account, limits::none, reviews},
    Route{post,  "/api/locations/{place}/reviews/",                     "write_review",           account, limits::content, adds_review},
    Route{get,   "/api/locations/{place}/reviews/{review}/",            "show_review",            account, limits::none, review},
    Route{put,   "/api/locations/{place}/reviews/{review}/",            "change_review",          account, limits::none, puts_review},
    Route{patch, "/api/locations/{place}/reviews/{review}/",            "change_review",          account, limits::none, patches_review},
    Route{del,   "/api/locations/{place}/reviews/{review}/",            "remove_review",          account, limits::none, removes_review},
    Route{post,  "/api/locations/{place}/reviews/{review}/vote/",       "vote_review",            account, limits::vote, votes},
    Route{post,  "/api/locations/{place}/reviews/{review}/report/",     "report_review",          account, limits::report, reports},
    Route{get,   "/api/locations/{place}/reviews/{review}/comments/",   "list_comments",          account, limits::none, comments},
    Route{post,  "/api/locations/{place}/reviews/{review}/comments/",   "write_comment",          account, limits::content, adds_comment},
    Route{get,   "/api/locations/{place}/reviews/{review}/comments/{comment}/", "show_comment",           account, limits::none, comment},
    Route{put,   "/api/locations/{place}/reviews/{review}/comments/{comment}/", "change_comment",         account, limits::none, puts_comment},
    Route{patch, "/api/locations/{place}/reviews/{review}/comments/{comment}/", "change_comment",         account, limits::none, patches_comment},
    Route{del,   "/api/locations/{place}/reviews/{review}/comments/{comment}/", "remove_comment",         account, limits::none, removes_comment},
    Route{post,  "/api/locations/{place}/reviews/{review}/comments/{comment}/vote/", "vote_comment",           account, limits::vote, votes},
    Route{post,  "/api/locations/{place}/reviews/{review}/comments/{comment}/report/", "report_comment",         account, limits::report, reports},
    Route{get,   "/api/locations/{place}/photos/",                      "list_photos",            anyone,  limits::none, gallery},
    Route{post,  "/api/locations/{place}/photos/",                      "add_place_photos",       account, limits::content, adds_photos},
    Route{post,  "/api/locations/{place}/photos/{photo}/vote/",         "vote_photo",             account, limits::vote, votes_photo},
    Route{del,   "/api/locations/{place}/photos/{photo}/",              "remove_photo",           account, limits::none, removes_photo},
    Route{post,  "/api/locations/{place}/reviews/{review}/add_photos/", "add_review_photos",      account, limits::content, adds_review_photos},
    Route{del,   "/api/locations/{place}/reviews/{review}/photos/{photo}/", "remove_photo",       account, limits::none, removes_review_photo},
    Route{get,   "/api/favorite-locations/",                            "list_favourites",        account, limits::none, favourites},
    Route{post,  "/api/favorite-locations/",                            "add_favourite",          account, limits::none, adds_favourite},
    Route{get,   "/api/favorite-locations/{favourite}/",                "show_favourite",         account, limits::none, favourite},
    Route{put,   "/api/favorite-locations/{favourite}/",                "rename_favourite",       account, limits::none, puts_favourite},
    Route{patch, "/api/favorite-locations/{favourite}/",                "rename_favourite",       account, limits::none, patches_favourite},
    Route{del,   "/api/favorite-locations/{favourite}/",                "remove_favourite",       account, limits::none, removes_favourite},
    Route{get,   "/api/stats/",                                         "site_statistics",        anyone,  limits::none, stats},
    Route{get,   "/api/moon-phases/",                                   "moon_calendar",          anyone,  limits::none, moon},
    Route{get,   "/api/weather/",                                       "weather_at",             anyone,  limits::none, weather},
    Route{get,   "/api/geolocate/",                                     "locate_caller",          anyone,  limits::none, geolocates},
    Route{get,   "/api/directions/",                                    "directions_between",     anyone,  limits::directions, directs},
};
// clang-format on

constexpr std::array<std::string_view, 2> prefixes{"/api/", "/accounts/"};

/// The client's names for our fields.
std::string_view field_here(std::string_view field) {
    if (field == "handle" || field == "identifier") return "username";
    if (field == "password") return "password1";
    if (field == "password_again") return "password2";
    if (field == "type") return "location_type";
    if (field == "place") return "location_id";
    return field;
}

struct Word {
    int status;
    std::string_view code;
};

Word word_of(const Error& error) {
    const auto slug = error.fault->slug;
    if (slug == "csrf_failed" || slug == "foreign_origin") return {403, "PERMISSION_DENIED"};
    if (slug == "method_not_allowed") return {405, "METHOD_NOT_ALLOWED"};
    if (slug == "unsupported_media_type") return {415, "UNSUPPORTED_MEDIA_TYPE"};
    if (slug == "bad_json" || slug == "json_too_deep" || slug == "duplicate_key" ||
        slug == "unfit_number" || slug == "not_an_object" || slug == "bad_query")
        return {400, "PARSE_ERROR"};
    if (slug == "bad_credentials" || slug == "wrong_password") return {400, "VALIDATION_ERROR"};
    switch (error.fault->kind) {
        case Kind::invalid:
        case Kind::conflict: return {400, "VALIDATION_ERROR"};
        case Kind::unauthenticated: return {401, "NOT_AUTHENTICATED"};
        case Kind::forbidden: return {403, "PERMISSION_DENIED"};
        case Kind::missing: return {404, "NOT_FOUND"};
        case Kind::throttled: return {429, "THROTTLED"};
        case Kind::unavailable: return {503, "API_ERROR"};
    }
    return {500, "SERVER_ERROR"};
}

/// What is wrong with a field: one sentence, or a list as the original's serializers give it.
json::value wrong_with(const Error& error, const FieldError& each, bool listed) {
    const bool weak = error.fault->slug == "weak_password";  // one sentence for any weakness
    json::string text(weak ? error.fault->text : each.fault->text);
    if (listed) return json::array{std::move(text)};
    return text;
}

/// One envelope for all, but for the one refusal that the log-in page tells apart.
void answer(const Error& error, Response& response, bool listed) {
    const auto [status, code] = word_of(error);
    response.status = status;
    if (error.fault->slug == "email_not_verified")
        return reply(response, {{"detail", error.fault->text},
                                {"email", error.detail},
                                {"requires_verification", true}});
    json::object body{{"detail", error.fault->text}, {"error_code", code}, {"status_code", status}};
    if (!error.fields.empty() && status == 400) {
        json::object errors;
        for (const FieldError& each : error.fields)
            errors[field_here(each.field)] = wrong_with(error, each, listed);
        body["detail"] = "Validation failed";
        body["errors"] = std::move(errors);
    }
    if (error.retry_after && status == 429) body["retry_after"] = error.retry_after->count();
    reply(response, std::move(body));
}

void refuse(const Error& error, const RequestFacts&, Response& response) {
    answer(error, response, false);
}

/// What a curious client gets for OPTIONS, as small as the contract asks.
void describe(Response& response) {
    reply(response, {{"name", "Starview"},
                     {"description", ""},
                     {"renders", json::array{"application/json"}},
                     {"parses", json::array{"application/json", "application/x-www-form-urlencoded",
                                            "multipart/form-data"}}});
}

}  // namespace

void starview_dialect::general_refuse(const Error& error, const RequestFacts& facts,
                                      Response& response) {
    auto general = error;
    general.fields.clear();
    refuse(general, facts, response);
}

void starview_dialect::listed_refuse(const Error& error, const RequestFacts&, Response& response) {
    answer(error, response, true);
}

const Dialect& starview() {
    static const Dialect dialect{.name = "starview",
                                 .routes = table,
                                 .prefixes = prefixes,
                                 .refuse = &refuse,
                                 .lenient = true,
                                 .slashed = true,
                                 .describe = &describe,
                                 .root = &root_out,
                                 .detours = detours()};
    return dialect;
}

}  // namespace asterism::http
