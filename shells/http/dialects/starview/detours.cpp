#include "shells/http/dialects/starview/detours.hpp"

#include <array>

namespace asterism::http::starview_dialect {
namespace {

// clang-format off
constexpr std::array all{
    //     from                                   to
    Detour{"/accounts/",                          "/accounts/login/"},
    Detour{"/accounts/login/",                    "/login"},
    Detour{"/accounts/login/code/confirm/",       "/login"},
    Detour{"/accounts/signup/",                   "/register"},
    Detour{"/accounts/inactive/",                 "/login?error=inactive"},
    Detour{"/accounts/reauthenticate/",           "/login?reauth=required"},
    Detour{"/accounts/email/",                    "/profile"},
    Detour{"/accounts/confirm-email/",            "/verify-email"},
    Detour{"/accounts/password/change/",          "/profile"},
    Detour{"/accounts/password/set/",             "/profile"},
    Detour{"/accounts/password/reset/",           "/password-reset"},
    Detour{"/accounts/password/reset/done/",      "/password-reset?sent=true"},
    Detour{"/accounts/password/reset/key/done/",  "/login?password_reset=success"},
    Detour{"/accounts/3rdparty/",                 "/profile?social_connected=true"},
    Detour{"/accounts/3rdparty/",                 "/profile?social_disconnected=true", 302, Verb::post},
    Detour{"/accounts/3rdparty/signup/",          "/register"},
    Detour{"/accounts/3rdparty/login/cancelled/", "/login?error=oauth_cancelled"},
    Detour{"/accounts/3rdparty/login/error/",     "/login?error=oauth_error"},
    Detour{"/accounts/social/signup/",            "/register"},
    Detour{"/accounts/social/login/cancelled/",   "/login?error=oauth_cancelled"},
    Detour{"/accounts/social/login/error/",       "/login?error=oauth_error"},
    Detour{"/accounts/social/connections/",       "/accounts/3rdparty/", 301},
};
// clang-format on

}  // namespace

std::span<const Detour> detours() { return all; }

}  // namespace asterism::http::starview_dialect
