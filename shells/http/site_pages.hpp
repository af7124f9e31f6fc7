#pragma once

#include <string_view>

#include "libcore/accounts/policy.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// What machines that read the site are told of it.
struct SiteFacts {
    std::string_view base_url;
    std::string_view name;
    bool is_public = false;  ///< asked for by the name that people use, and not in development
};

SiteFacts site_facts(const Request& request, const accounts::Policy& policy, bool dev);

/// /robots.txt, /sitemap.xml and /llms.txt. Only the public site is for search engines.
bool answer_site_page(std::string_view path, const SiteFacts& site, Response& response);

}  // namespace asterism::http
