#include "shells/http/headers.hpp"

#include <algorithm>
#include <array>

namespace asterism::http {
namespace {

constexpr std::string_view common =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "X-XSS-Protection: 0\r\n"
    "Vary: Cookie, Origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-site\r\n"
    "Permissions-Policy: geolocation=(self), camera=(), microphone=(), payment=(), usb=(), "
    "magnetometer=(), accelerometer=(), gyroscope=()\r\n";

constexpr std::string_view data_policy =
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

constexpr std::string_view page_policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'";

constexpr std::string_view media_lines =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "X-XSS-Protection: 0\r\n"
    "Referrer-Policy: strict-origin-when-cross-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: cross-origin\r\n"
    "Permissions-Policy: geolocation=(), camera=(), microphone=(), payment=()\r\n"
    "Content-Security-Policy: default-src 'none'; sandbox\r\n";

/// Where mailed links lead, and the pages that they end on.
constexpr std::array<std::string_view, 6> secret_places{
    "/accounts/confirm-email/", "/email-verified",         "/email-confirm-error", "/verify-email",
    "/password-reset",          "/api/auth/password-reset"};

std::string_view hsts_line(Hsts hsts) {
    switch (hsts) {
        case Hsts::none: break;
        case Hsts::year:
            return "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
        case Hsts::preload:
            return "Strict-Transport-Security: max-age=31536000; includeSubDomains; preload\r\n";
    }
    return {};
}

std::string_view referrer_policy(Referrer referrer) {
    switch (referrer) {
        case Referrer::usual: break;
        case Referrer::same_origin: return "same-origin";
        case Referrer::none: return "no-referrer";
    }
    return "strict-origin-when-cross-origin";
}

std::string lines_of(std::string_view policy, HeaderKind kind) {
    std::string out(common);
    out.append("Referrer-Policy: ")
        .append(referrer_policy(kind.referrer))
        .append("\r\nContent-Security-Policy: ")
        .append(policy)
        .append("\r\n");
    return out.append(hsts_line(kind.hsts));
}

}  // namespace

HeaderBlocks::HeaderBlocks(std::string_view policy) {
    for (const Hsts hsts : {Hsts::none, Hsts::year, Hsts::preload})
        for (const Referrer referrer : {Referrer::usual, Referrer::same_origin, Referrer::none})
            lines_[static_cast<std::size_t>(hsts)][static_cast<std::size_t>(referrer)] =
                lines_of(policy, {hsts, referrer});
}

std::string_view HeaderBlocks::of(HeaderKind kind) const {
    return lines_[static_cast<std::size_t>(kind.hsts)][static_cast<std::size_t>(kind.referrer)];
}

std::string_view data_headers(HeaderKind kind) {
    static const HeaderBlocks blocks(data_policy);
    return blocks.of(kind);
}

std::string_view media_headers(HeaderKind kind) {
    static const std::array all{std::string(media_lines),
                                std::string(media_lines).append(hsts_line(Hsts::year)),
                                std::string(media_lines).append(hsts_line(Hsts::preload))};
    return all[static_cast<std::size_t>(kind.hsts)];
}

std::string_view page_headers(HeaderKind kind) {
    static const HeaderBlocks blocks(page_policy);
    return blocks.of(kind);
}

bool is_secret_address(std::string_view path) {
    return std::ranges::any_of(secret_places,
                               [&](std::string_view place) { return path.starts_with(place); });
}

}  // namespace asterism::http
