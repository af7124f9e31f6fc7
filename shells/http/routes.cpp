#include "shells/http/routes.hpp"

#include <algorithm>
#include <array>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/app/json.hpp"
#include "shells/http/payment_call.hpp"
#include "shells/http/problem.hpp"
#include "shells/http/shop_routes.hpp"
#include "shells/http/sky_feed.hpp"
#include "shells/http/way_back.hpp"

namespace asterism::http {
namespace {

using enum Verb;
using enum Access;

constexpr Extras created{.status = 201};
constexpr Extras registers{.status = 201, .even = true};
constexpr Extras opens{.cookie = Cookie::opens, .even = true};
constexpr Extras joins{.status = 201, .cookie = Cookie::opens, .even = true};
constexpr Extras tells_nobody{.even = true};
constexpr Extras reads_profile{.scope = Scope::profile_read};
constexpr Extras keeps_profile{.scope = Scope::profile_read, .kept = true};
constexpr Extras writes_profile{.scope = Scope::profile_write};
constexpr Extras reads_accounts{.scope = Scope::accounts_read};
constexpr Extras writes_accounts{.scope = Scope::accounts_write};
constexpr Extras packed{.packed = true};
constexpr Extras ends{.cookie = Cookie::ends};
constexpr Extras leaves{.flow = FlowCookie::begins};
constexpr Extras returns{
    .cookie = Cookie::opens, .in = way_back_in, .out = way_back_out, .flow = FlowCookie::ends};
constexpr Extras picture{.scope = Scope::profile_write, .file = {"picture", "picture"}};

constexpr Extras photos{.status = 201, .file = {"photos", "photos", 26 * 1024 * 1024, 5}};

constexpr Extras kept{.kept = true};
constexpr Extras geojson{.kept = true, .heart = "favourite", .media_type = "application/geo+json"};
constexpr Extras rarely_counted{.may_be_old = std::chrono::minutes{5}};
constexpr Extras moment{.lasts_with = "at"};
constexpr Extras brisk_moment{.lasts_with = "at", .brisk = true};
constexpr Extras of_date{.lasts_with = "date"};
constexpr Extras of_year{.lasts_with = "year"};
constexpr Extras of_place{.lasts_with = "latitude"};
constexpr Extras feed{.out = feed_out, .lasts_with = "date", .media_type = "text/calendar"};

// clang-format off
constexpr std::array table{
    //    verb   path                                        use case                  who      how often, beside `reads` or `writes`
    Route{post,  "/v1/accounts",                             "register_account",       anyone,  limits::register_account, registers},
    Route{post,  "/v1/accounts/verification",                "verify_email",           anyone,  limits::none},
    Route{post,  "/v1/accounts/verification/resend",         "resend_verification",    anyone,  limits::resend, tells_nobody},
    Route{post,  "/v1/accounts/password-reset",              "request_password_reset", anyone,  limits::reset_ask, tells_nobody},
    Route{post,  "/v1/accounts/password-reset/confirm",      "reset_password",         anyone,  limits::reset_confirm},
    Route{get,   "/v1/accounts/me",                          "who_am_i",               account, limits::none, reads_profile},
    Route{patch, "/v1/accounts/me",                          "update_account",         account, limits::none, writes_profile},
    Route{del,   "/v1/accounts/me",                          "delete_account",         account, limits::none, ends},
    Route{put,   "/v1/accounts/me/email",                    "change_email",           account, limits::email_change},
    Route{put,   "/v1/accounts/me/password",                 "change_password",        account, limits::none, opens},
    Route{get,   "/v1/accounts/me/sessions",                 "list_sessions",          account, limits::none},
    Route{del,   "/v1/accounts/me/sessions",                 "end_other_sessions",     account, limits::none},
    Route{del,   "/v1/accounts/me/sessions/{session}",       "end_session",            account, limits::none},
    Route{post,  "/v1/sessions",                             "log_in",                 anyone,  limits::login, opens},
    Route{get,   "/v1/sessions/current",                     "session_status",         anyone,  limits::none},
    Route{del,   "/v1/sessions/current",                     "log_out",                account, limits::none, ends},
    Route{post,  "/v1/sessions/current/proof",               "prove_account",          account, limits::none, opens},
    Route{get,   "/v1/admin/accounts",                       "list_accounts",          admin,   limits::none, reads_accounts},
    Route{post,  "/v1/admin/accounts",                       "add_account",            admin,   limits::none, created},
    Route{get,   "/v1/admin/accounts/{handle}",              "show_account",           admin,   limits::none, reads_accounts},
    Route{del,   "/v1/admin/accounts/{handle}",              "remove_account",         admin,   limits::none},
    Route{put,   "/v1/admin/accounts/{handle}/role",         "set_role",               admin,   limits::none, writes_accounts},
    Route{post,  "/v1/admin/accounts/{handle}/lock",         "lock_account",           admin,   limits::none, writes_accounts},
    Route{del,   "/v1/admin/accounts/{handle}/lock",         "unlock_account",         admin,   limits::none, writes_accounts},
    Route{put,   "/v1/admin/accounts/{handle}/password",     "set_account_password",   admin,   limits::none},
    Route{post,  "/v1/admin/accounts/{handle}/verification", "verify_account",         admin,   limits::none, writes_accounts},
    Route{get,   "/v1/admin/accounts/{handle}/sessions",     "list_account_sessions",  admin,   limits::none, reads_accounts},
    Route{del,   "/v1/admin/accounts/{handle}/sessions",     "end_account_sessions",   admin,   limits::none, writes_accounts},
    Route{get,   "/v1/admin/audit",                          "list_audit",             staff,   limits::none},
    Route{get,   "/v1/accounts/me/profile",                  "own_profile",            account, limits::none, reads_profile},
    Route{patch, "/v1/accounts/me/profile",                  "update_profile",         account, limits::none, writes_profile},
    Route{put,   "/v1/accounts/me/picture",                  "set_picture",            account, limits::none, picture},
    Route{del,   "/v1/accounts/me/picture",                  "remove_picture",         account, limits::none, writes_profile},
    Route{get,   "/v1/badges",                               "list_badges",            anyone,  limits::none},
    Route{get,   "/v1/accounts/me/badges",                   "show_badges",            account, limits::none, keeps_profile},
    Route{put,   "/v1/accounts/me/badges/pinned",            "pin_badges",             account, limits::none, writes_profile},
    Route{get,   "/v1/profiles/{handle}/badges",             "list_profile_badges",    anyone,  limits::none},
    Route{post,  "/v1/admin/badges/audit",                   "audit_badges",           admin,   limits::none},
    Route{post,  "/v1/admin/badges/recomputation",           "recompute_badges",       admin,   limits::none},
    Route{post,  "/v1/admin/badges/pioneers",                "award_pioneers",         admin,   limits::none},
    Route{post,  "/v1/admin/badges/tenure",                  "award_tenure",           admin,   limits::none},
    Route{get,   "/v1/accounts/me/data",                     "export_own_data",        account, limits::none},
    Route{get,   "/v1/accounts/me/data.zip",                 "export_own_data",        account, limits::none, packed},
    Route{get,   "/v1/profiles/{handle}",                    "show_profile",           anyone,  limits::none},
    Route{get,   "/v1/profiles/{handle}/follow",             "show_follow",            account, limits::none},
    Route{put,   "/v1/profiles/{handle}/follow",             "follow_account",         account, limits::follow},
    Route{del,   "/v1/profiles/{handle}/follow",             "unfollow_account",       account, limits::none},
    Route{get,   "/v1/profiles/{handle}/followers",          "list_followers",         anyone,  limits::none},
    Route{get,   "/v1/profiles/{handle}/following",          "list_following",         anyone,  limits::none},
    Route{get,   "/v1/subjects/{kind}/{subject}/votes",      "show_votes",             anyone,  limits::none},
    Route{post,  "/v1/subjects/{kind}/{subject}/vote",       "cast_vote",              account, limits::vote},
    Route{post,  "/v1/subjects/{kind}/{subject}/reports",    "report_subject",         account, limits::report, created},
    Route{get,   "/v1/moderation/reports",                   "list_reports",           moderator, limits::none},
    Route{post,  "/v1/moderation/{kind}/{subject}/hide",     "hide_subject",           moderator, limits::none},
    Route{post,  "/v1/moderation/{kind}/{subject}/restore",  "restore_subject",        moderator, limits::none},
    Route{post,  "/v1/moderation/{kind}/{subject}/dismiss",  "dismiss_reports",        moderator, limits::none},
    Route{post,  "/v1/moderation/{kind}/{subject}/warn",     "warn_author",            moderator, limits::none},
    Route{post,  "/v1/moderation/{kind}/{subject}/suspend",  "suspend_author",         moderator, limits::none},
    Route{post,  "/v1/moderation/accounts/{handle}/lift",    "lift_suspension",        moderator, limits::none},
    Route{put,   "/v1/admin/profiles/{handle}/mark",         "mark_profile",           staff,   limits::none, writes_accounts},
    Route{get,   "/v1/accounts/me/keys",                     "list_keys",              account, limits::none},
    Route{post,  "/v1/accounts/me/keys",                     "make_key",               account, limits::none, created},
    Route{del,   "/v1/accounts/me/keys/{key}",               "revoke_key",             account, limits::none},
    Route{get,   "/v1/identity-providers",                   "list_identity_providers", anyone, limits::none},
    Route{post,  "/v1/identity-flows",                       "start_identity_flow",    anyone,  limits::identity_flow, leaves},
    Route{get,   "/v1/identity-flows/{provider}/callback",   "finish_identity_flow",   anyone,  limits::none, returns},
    Route{get,   "/v1/accounts/me/identities",               "list_identities",        account, limits::none},
    Route{del,   "/v1/accounts/me/identities/{identity}",    "disconnect_identity",    account, limits::none},
    Route{get,   "/v1/places",                               "list_places",            anyone,  limits::none, kept},
    Route{post,  "/v1/places",                               "add_place",              account, limits::content, created},
    Route{get,   "/v1/places/map",                           "map_places",             anyone,  limits::none, geojson},
    Route{get,   "/v1/places/nearby",                        "nearby_places",          anyone,  limits::none, kept},
    Route{get,   "/v1/places/similar",                       "similar_places",         anyone,  limits::none, kept},
    Route{get,   "/v1/places/heroes",                        "list_heroes",            anyone,  limits::none},
    Route{get,   "/v1/places/{place}",                       "show_place",             anyone,  limits::none, kept},
    Route{patch, "/v1/places/{place}",                       "change_place",           account, limits::none},
    Route{del,   "/v1/places/{place}",                       "remove_place",           account, limits::none},
    Route{patch, "/v1/admin/places/{place}",                 "describe_place",         staff,   limits::none},
    Route{post,  "/v1/admin/places/{place}/enrichment",      "enrich_place",           staff,   limits::none},
    Route{put,   "/v1/admin/places/{place}/mark",            "mark_place",             staff,   limits::none},
    Route{post,  "/v1/places/{place}/favourite",             "toggle_favourite",       account, limits::none},
    Route{put,   "/v1/places/{place}/visit",                 "mark_visited",           account, limits::none},
    Route{del,   "/v1/places/{place}/visit",                 "unmark_visited",         account, limits::none},
    Route{post,  "/v1/places/{place}/visit",                 "toggle_visited",         account, limits::none},
    Route{get,   "/v1/places/{place}/detail",                "show_place_detail",      anyone,  limits::none, kept},
    Route{patch, "/v1/places/{place}/detail",                "revise_place",           account, limits::none},
    Route{post,  "/v1/places/{place}/report",                "report_place",           account, limits::report, created},
    Route{put,   "/v1/places/{place}/summary/feedback",      "judge_summary",          account, limits::none},
    Route{put,   "/v1/admin/places/{place}/summary",         "write_summary",          staff,   limits::none},
    Route{get,   "/v1/places/{place}/reviews",               "list_reviews",           anyone,  limits::none},
    Route{post,  "/v1/places/{place}/reviews",               "write_review",           account, limits::content, created},
    Route{get,   "/v1/reviews/{review}",                     "show_review",            anyone,  limits::none},
    Route{patch, "/v1/reviews/{review}",                     "change_review",          account, limits::none},
    Route{del,   "/v1/reviews/{review}",                     "remove_review",          account, limits::none},
    Route{post,  "/v1/reviews/{review}/vote",                "vote_review",            account, limits::vote},
    Route{post,  "/v1/reviews/{review}/report",              "report_review",          account, limits::report, created},
    Route{get,   "/v1/reviews/{review}/comments",            "list_comments",          anyone,  limits::none},
    Route{post,  "/v1/reviews/{review}/comments",            "write_comment",          account, limits::content, created},
    Route{get,   "/v1/comments/{comment}",                   "show_comment",           anyone,  limits::none},
    Route{patch, "/v1/comments/{comment}",                   "change_comment",         account, limits::none},
    Route{del,   "/v1/comments/{comment}",                   "remove_comment",         account, limits::none},
    Route{post,  "/v1/comments/{comment}/vote",              "vote_comment",           account, limits::vote},
    Route{post,  "/v1/comments/{comment}/report",            "report_comment",         account, limits::report, created},
    Route{get,   "/v1/profiles/{handle}/reviews",            "list_reviews_by",        anyone,  limits::none},
    Route{get,   "/v1/places/{place}/photos",                "list_photos",            anyone,  limits::none},
    Route{post,  "/v1/places/{place}/photos",                "add_place_photos",       account, limits::content, photos},
    Route{post,  "/v1/reviews/{review}/photos",              "add_review_photos",      account, limits::content, photos},
    Route{patch, "/v1/photos/{photo}",                       "change_photo",           account, limits::none},
    Route{del,   "/v1/photos/{photo}",                       "remove_photo",           account, limits::none},
    Route{post,  "/v1/photos/{photo}/vote",                  "vote_photo",             account, limits::vote},
    Route{get,   "/v1/favourites",                           "list_favourites",        account, limits::none},
    Route{post,  "/v1/favourites",                           "add_favourite",          account, limits::none, created},
    Route{get,   "/v1/favourites/{favourite}",               "show_favourite",         account, limits::none},
    Route{patch, "/v1/favourites/{favourite}",               "rename_favourite",       account, limits::none},
    Route{del,   "/v1/favourites/{favourite}",               "remove_favourite",       account, limits::none},
    Route{get,   "/v1/stats",                                "site_statistics",        anyone,  limits::none, rarely_counted},
    Route{get,   "/v1/sky/moon",                             "moon_at",                anyone,  limits::none, brisk_moment},
    Route{get,   "/v1/sky/moon/calendar",                    "moon_calendar",          anyone,  limits::none},
    Route{get,   "/v1/sky/sun",                              "sun_at",                 anyone,  limits::none, brisk_moment},
    Route{get,   "/v1/sky/planets",                          "planets_at",             anyone,  limits::none, brisk_moment},
    Route{get,   "/v1/sky/showers",                          "meteor_showers",         anyone,  limits::none, of_year},
    Route{get,   "/v1/sky/zone",                             "time_zone_at",           anyone,  limits::none, brisk_moment},
    Route{get,   "/v1/sky/tonight",                          "sky_tonight",            anyone,  limits::none, of_date},
    Route{get,   "/v1/sky/dark",                             "dark_windows",           anyone,  limits::none, of_date},
    Route{get,   "/v1/sky/best-nights",                      "best_nights",            anyone,  limits::none, of_date},
    Route{get,   "/v1/sky/calendar",                         "sky_calendar",           anyone,  limits::none, of_date},
    Route{get,   "/v1/sky/calendar.ics",                     "sky_calendar",           anyone,  limits::none, feed},
    Route{get,   "/v1/sky/bortle",                           "bortle_at",              anyone,  limits::none, of_place},
    Route{get,   "/v1/sky/brightness",                       "sky_brightness_at",      anyone,  limits::none, moment},
    Route{get,   "/v1/weather",                              "weather_at",             anyone,  limits::none},
    Route{get,   "/v1/directions",                           "directions_between",     anyone,  limits::directions},
    Route{post,  "/v1/members",                              "join_site",              anyone,  limits::register_account, joins},
    Route{get,   "/v1/page-state",                           "show_page_state",        anyone,  limits::none},
    Route{get,   "/v1/accounts/me/page",                     "show_own_page",          account, limits::none},
    Route{put,   "/v1/accounts/me/details",                  "update_details",         account, limits::email_change},
    Route{post,  "/v1/accounts/me/verification",             "prove_address",          account, limits::none},
    Route{post,  "/v1/accounts/me/verification/resend",      "request_verification",   account, limits::email_change},
    Route{post,  "/v1/accounts/username-request",            "request_username",       anyone,  limits::reset_ask, tells_nobody},
    Route{get,   "/v1/accounts/me/preferences",              "show_preferences",       account, limits::none},
    Route{put,   "/v1/accounts/me/preferences",              "set_preferences",        account, limits::none},
    Route{get,   "/v1/accounts/me/terms",                    "check_terms",            account, limits::none},
    Route{post,  "/v1/accounts/me/terms",                    "agree_to_terms",         account, limits::none, created},
    Route{post,  "/v1/admin/terms",                          "publish_terms",          admin,   limits::none, created},
    Route{get,   "/v1/unsubscriptions/{token}",              "look_up_unsubscribing",  anyone,  limits::none},
    Route{post,  "/v1/unsubscriptions/{token}",              "confirm_unsubscribing",  anyone,  limits::none},
    Route{post,  "/v1/unsubscriptions/{token}/one-click",    "unsubscribe",            anyone,  limits::none},
    Route{post,  "/v1/unsubscriptions/{token}/reasons",      "explain_unsubscribing",  anyone,  limits::none, created},
    Route{post,  "/v1/inquiries",                            "send_inquiry",           anyone,  limits::none, created},
    Route{post,  "/v1/interests",                            "register_interest",      anyone,  limits::none, created},
    Route{post,  "/v1/client-events",                        "log_client_event",       anyone,  limits::none, created},
    Route{get,   "/v1/geolocate",                            "locate_caller",          anyone,  limits::none},
};

// clang-format on

/// One table after the other.
template <std::size_t N, std::size_t M>
constexpr std::array<Route, N + M> joined(const std::array<Route, N>& a,
                                          const std::array<Route, M>& b) {
    return [&]<std::size_t... I, std::size_t... J>(std::index_sequence<I...>,
                                                   std::index_sequence<J...>) {
        return std::array<Route, N + M>{a[I]..., b[J]...};
    }
    (std::make_index_sequence<N>(), std::make_index_sequence<M>());
}

constexpr auto rows = joined(table, shop_rows::table);

constexpr std::array<std::string_view, 1> prefixes{"/v1/"};

}  // namespace

std::string_view RequestFacts::asked(std::string_view name) const {
    std::string_view last;
    for (const auto& [each, value] : query)
        if (each == name) last = value;
    return last;
}

void reply(Response& response, boost::json::object&& body) {
    response.body.clear();
    app::append_json(response.body, boost::json::value(std::move(body)));
}

void reply_list(Response& response, boost::json::array&& body) {
    response.body.clear();
    app::append_json(response.body, boost::json::value(std::move(body)));
}

const Dialect& native() {
    static constexpr Dialect dialect{.name = "native",
                                     .routes = rows,
                                     .prefixes = prefixes,
                                     .refuse = &problem,
                                     .calls = {"/v1/shop/webhooks/stripe", &tell_call}};
    return dialect;
}

}  // namespace asterism::http
