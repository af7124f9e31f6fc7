#include <array>

#include "shells/http/dialects/startupwebapp/areas.hpp"
#include "shells/http/dialects/startupwebapp/entry.hpp"
#include "shells/http/dialects/startupwebapp/members.hpp"
#include "shells/http/dialects/startupwebapp/own_page.hpp"
#include "shells/http/dialects/startupwebapp/shapes.hpp"
#include "shells/http/dialects/startupwebapp/visitors.hpp"
#include "shells/http/dialects/startupwebapp/wishes.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

using enum Verb;
using enum Access;

constexpr Extras front{.in = nothing_in, .out = front_page};
constexpr Extras token{.in = nothing_in, .out = token_out, .hands_csrf = true};
constexpr Extras enters{.cookie = Cookie::opens,
                        .in = login_in,
                        .out = login_out,
                        .refuse = login_refuse,
                        .even = true};
constexpr Extras leaves{.cookie = Cookie::ends,
                        .in = nothing_in,
                        .out = logout_out,
                        .no_foreign_pages = true,
                        .mark = event_cookie};

constexpr Extras state{.in = nothing_in,
                       .out = logged_in_out,
                       .in_the_clear = true,
                       .hands_csrf = true,
                       .mark = event_cookie};
constexpr Extras content{.in = nothing_in, .out = content_out, .refuse = content_refuse};
constexpr Extras joins{
    .cookie = Cookie::opens, .in = join_in, .out = join_out, .refuse = join_refuse, .even = true};
constexpr Extras details{.in = details_in, .out = success_out, .refuse = details_refuse};
constexpr Extras password{
    .cookie = Cookie::opens, .in = password_in, .out = success_out, .refuse = password_refuse};
constexpr Extras mails_proof{
    .in = nothing_in, .out = mailed_out, .refuse = mailed_refuse, .no_foreign_pages = true};
constexpr Extras proves{.in = proof_in, .out = success_out, .refuse = proof_refuse};
constexpr Extras forgot_name{
    .in = forgotten_name_in, .out = success_out, .refuse = silent_refuse, .even = true};
constexpr Extras forgot_password{
    .in = forgotten_password_in, .out = success_out, .refuse = silent_refuse, .even = true};
constexpr Extras resets{
    .in = new_password_in, .out = success_out, .refuse = new_password_refuse, .even = true};
constexpr Extras terms{.in = nothing_in, .out = terms_out, .refuse = terms_refuse};
constexpr Extras agrees{.in = agree_in, .out = agree_out, .refuse = agree_refuse};
constexpr Extras wishes{.in = preferences_in, .out = success_out, .refuse = preferences_refuse};
constexpr Extras link{.in = link_in, .out = link_out, .refuse = link_refuse};
constexpr Extras shown_link{.in = shown_link_in, .out = link_out, .refuse = link_refuse};
constexpr Extras sent_link{.in = sent_link_in, .out = link_out, .refuse = link_refuse};
/// RFC 8058: whoever keeps the mailbox posts, not a page.
constexpr Extras one_click{
    .in = one_click_in, .out = link_out, .refuse = link_refuse, .by_address = true};
constexpr Extras reasons{.in = reasons_in, .out = success_out, .refuse = link_refuse};
constexpr Extras message{.in = message_in, .out = message_out, .refuse = message_refuse};
constexpr Extras interest{.in = interest_in, .out = success_out, .refuse = interest_refuse};

// clang-format off
constexpr std::array table{
    //    verb   path                                      use case                 who      how often     shapes
    Route{get,   "/user/",                                 "session_status",        anyone,  limits::none, front},
    Route{get,   "/user/token",                            "session_status",        anyone,  limits::none, token},
    Route{get,   "/user/logged-in",                        "show_page_state",       anyone,  limits::none, state},
    Route{post,  "/user/login",                            "log_in",                anyone,  limits::startupwebapp_login, enters},
    Route{get,   "/user/logout",                           "log_out",               account, limits::none, leaves},
    Route{post,  "/user/logout",                           "log_out",               account, limits::none, leaves},
    Route{get,   "/user/account-content",                  "show_own_page",         account, limits::none, content},
    Route{post,  "/user/create-account",                   "join_site",             anyone,  limits::startupwebapp_create_account, joins},
    Route{get,   "/user/verify-email-address",             "request_verification",  account, limits::email_change, mails_proof},
    Route{post,  "/user/verify-email-address-response",    "prove_address",         account, limits::none, proves},
    Route{post,  "/user/update-my-information",            "update_details",        account, limits::none, details},
    Route{post,  "/user/change-my-password",               "change_password",       account, limits::none, password},
    Route{post,  "/user/change-password",                  "change_password",       account, limits::none, password},
    Route{post,  "/user/update-communication-preferences", "set_preferences",       account, limits::none, wishes},
    Route{post,  "/user/forgot-username",                  "request_username",      anyone,  limits::reset_ask, forgot_name},
    Route{post,  "/user/reset-password",                   "request_password_reset", anyone, limits::startupwebapp_reset, forgot_password},
    Route{post,  "/user/set-new-password",                 "reset_password",        anyone,  limits::none, resets},
    Route{get,   "/user/email-unsubscribe-lookup",         "look_up_unsubscribing", anyone,  limits::none, shown_link},
    Route{post,  "/user/email-unsubscribe-confirm",        "confirm_unsubscribing", anyone,  limits::none, sent_link},
    Route{post,  "/user/email-unsubscribe-why",            "explain_unsubscribing", anyone,  limits::none, reasons},
    Route{get,   "/user/email-unsubscribe",                "unsubscribe",           anyone,  limits::none, link},
    Route{post,  "/user/email-unsubscribe",                "unsubscribe",           anyone,  limits::none, one_click},
    Route{get,   "/user/terms-of-use-agree-check",         "check_terms",           account, limits::none, terms},
    Route{post,  "/user/terms-of-use-agree",               "agree_to_terms",        account, limits::none, agrees},
    Route{post,  "/user/put-chat-message",                 "send_inquiry",          anyone,  limits::none, message},
    Route{post,  "/user/pythonabot-notify-me",             "register_interest",     anyone,  limits::none, interest},
};
// clang-format on

}  // namespace

std::span<const Route> user_routes() { return table; }

}  // namespace asterism::http::startupwebapp_dialect
