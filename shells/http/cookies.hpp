#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/entropy.hpp"
#include "libcore/base/id.hpp"
#include "shells/app/signer.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// How a site names and marks its cookies.
struct CookieStyle {
    std::string_view session;  ///< HttpOnly
    std::string_view csrf;     ///< readable by the page, which sends it back as X-CSRFToken
    bool secure;
    std::string_view flow;               ///< of a way to a provider and back; HttpOnly
    std::string_view visitor = "an_ct";  ///< of a visitor's cart; HttpOnly
    /// Whose pages read the CSRF cookie where they are on another host than this; empty: on this.
    std::string_view domain = {};
};

inline constexpr CookieStyle plain_cookies{"sessionid", "csrftoken", false, "identityflow"};
inline constexpr CookieStyle secure_cookies{"__Host-sessionid", "csrftoken", true,
                                            "__Host-identityflow"};

/// The value of a cookie; none where it is missing, empty or sent twice.
std::optional<std::string_view> cookie(const Request& request, std::string_view name);

void set_cookie(Response& response, const CookieStyle& style, std::string_view name,
                std::string_view value, std::optional<std::chrono::seconds> max_age);
void expire_cookie(Response& response, const CookieStyle& style, std::string_view name);

/// Takes the same time wherever they differ.
bool same_secret(std::string_view a, std::string_view b);

/// The token that belongs to a session: 32 letters and digits, an HMAC of the session's id, so that
/// a planted cookie is no use.
std::string csrf_token(const app::Signer& signer, SessionId session);

/// The same for who has no session: only another site's page could not read it.
std::string fresh_csrf_token(Entropy& entropy);
/// Whether a text could be such a token.
bool is_csrf_token(std::string_view text);

/// What the request shows as its token: its header field's, or the form's.
std::string csrf_token_of(const Request& request);

/// Whether `sent` is that token, plain or masked the way Django's clients do (64 characters).
/// Takes the same time wherever they differ.
bool csrf_matches(std::string_view token, std::string_view sent);

}  // namespace asterism::http
