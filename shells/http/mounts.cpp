#include "shells/http/mounts.hpp"

#include <algorithm>

#include "shells/http/dialects/startupwebapp/startupwebapp.hpp"
#include "shells/http/dialects/starview/starview.hpp"
#include "shells/http/origin.hpp"

namespace asterism::http {
namespace {

accounts::Policy starview_policy(const GatewayOptions& options) {
    auto out = accounts::starview(options.policy);
    out.reveals_used_email = options.starview_tells_used_email;
    return out;
}

}  // namespace

std::vector<Mount> mounts_of(const GatewayOptions& options, const shop::Policy& shop) {
    std::vector<Mount> out{{&native(), options.policy}, {&starview(), starview_policy(options)}};
    if (!options.shop_pages.empty())
        out.push_back({&startupwebapp(),
                       accounts::startupwebapp(options.policy, options.shop_pages),
                       shop::startupwebapp(shop)});
    return out;
}

GatewayOptions knowing_its_pages(GatewayOptions options) {
    const std::string origin(origin_of(options.shop_pages));
    if (origin.empty()) return options;
    for (auto* list : {&options.origins, &options.cors_origins})
        if (std::ranges::find(*list, origin) == list->end()) list->push_back(origin);
    return options;
}

const Mount* mount_of(const std::vector<Mount>& mounts, std::string_view path) {
    for (const Mount& mount : mounts)
        for (const auto prefix : mount.dialect->prefixes)
            if (path.starts_with(prefix)) return &mount;
    return nullptr;
}

const Detour* detour_of(const std::vector<Mount>& mounts, Verb verb, std::string_view path) {
    const auto wanted = verb == Verb::head ? Verb::get : verb;
    for (const Mount& mount : mounts)
        for (const Detour& each : mount.dialect->detours)
            if (each.verb == wanted && each.from == path) return &each;
    return nullptr;
}

void describe(const Mount* mount, Response& response) {
    if (mount && mount->dialect->describe) return mount->dialect->describe(response);
    response.status = 204;
    response.type = {};
}

CookieStyle cookie_style_of(const GatewayOptions& options) {
    const bool plain = options.dev && !options.policy.base_url.starts_with("https://");
    auto out = plain ? plain_cookies : secure_cookies;
    out.domain = options.cookie_domain;
    return out;
}

}  // namespace asterism::http
