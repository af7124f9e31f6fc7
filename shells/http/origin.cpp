#include "shells/http/origin.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"

namespace asterism::http {

std::string_view origin_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == url.npos) return {};
    return url.substr(0, url.find_first_of("/?#", scheme + 3));
}

bool from_own_page(const Request& request, std::string_view own_origin,
                   std::span<const std::string> listed) {
    auto origin = request.header("Origin");
    if (origin.empty()) {
        if (request.header("Sec-Fetch-Site") == "cross-site") return false;
        const auto referer = request.header("Referer");
        if (referer.empty()) return true;
        origin = origin_of(referer);
    }
    const auto own =
        std::string(request.secure ? "https://" : "http://") + lowered(request.header("Host"));
    const auto said = lowered(origin);
    if (said == own || said == own_origin || std::ranges::find(listed, said) != listed.end())
        return true;
    return false;
}

std::string host_of(const Request& request) {
    auto host = request.header("Host");
    const auto bracket = host.rfind(']');
    const auto colon = host.rfind(':');
    if (colon != host.npos && (bracket == host.npos || colon > bracket))
        host = host.substr(0, colon);
    return lowered(host);
}

bool sent_by_own_page(const Request& request, std::string_view own_origin,
                      std::span<const std::string> listed) {
    const auto site = request.header("Sec-Fetch-Site");
    if (!site.empty()) return site == "same-origin" || site == "same-site" || site == "none";
    const bool says = !request.header("Origin").empty() || !request.header("Referer").empty();
    return says && from_own_page(request, own_origin, listed);
}

}  // namespace asterism::http
