#include "shells/http/headers.hpp"

namespace asterism::http {
namespace {

constexpr std::string_view common =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "X-XSS-Protection: 0\r\n"
    "Vary: Cookie, Origin\r\n"
    "Referrer-Policy: strict-origin-when-cross-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-site\r\n"
    "Permissions-Policy: geolocation=(self), camera=(), microphone=(), payment=()\r\n";

constexpr std::string_view https_only =
    "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";

constexpr std::string_view data_policy =
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

constexpr std::string_view page_policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'";

}  // namespace

std::string headers_with_policy(std::string_view policy, bool https) {
    std::string out(common);
    out.append("Content-Security-Policy: ").append(policy).append("\r\n");
    if (https) out += https_only;
    return out;
}

std::string_view data_headers(bool https) {
    static const std::string plain = headers_with_policy(data_policy, false);
    static const std::string secure = headers_with_policy(data_policy, true);
    return https ? secure : plain;
}

std::string_view page_headers(bool https) {
    static const std::string plain = headers_with_policy(page_policy, false);
    static const std::string secure = headers_with_policy(page_policy, true);
    return https ? secure : plain;
}

}  // namespace asterism::http
