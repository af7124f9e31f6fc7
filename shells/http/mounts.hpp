#pragma once

#include <vector>

#include "shells/http/cookies.hpp"
#include "shells/http/gateway.hpp"
#include "shells/http/router.hpp"

namespace asterism::http {

/// The surfaces that a site has, each under its own policy.
std::vector<Mount> mounts_of(const GatewayOptions& options, const shop::Policy& shop);

/// The same with the pages that it serves from elsewhere among those which may read and write.
GatewayOptions knowing_its_pages(GatewayOptions options);

/// The dialect that answers for addresses like this one; null: none does.
const Mount* mount_of(const std::vector<Mount>& mounts, std::string_view path);
/// Where that address only sends elsewhere, to whom; else null.
const Detour* detour_of(const std::vector<Mount>& mounts, Verb verb, std::string_view path);
/// Says what an address knows, in its dialect's words.
void describe(const Mount* mount, Response& response);

/// Views into `options`.
CookieStyle cookie_style_of(const GatewayOptions& options);

}  // namespace asterism::http
