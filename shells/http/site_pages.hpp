#pragma once

#include <string>
#include <string_view>

#include "libcore/accounts/policy.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// What machines that read the site are told of it.
struct SiteFacts {
    std::string_view base_url;
    std::string_view name;
    bool is_public = false;       ///< asked for by the name that people use, and not in development
    bool lists_profiles = false;  ///< of people, for search engines
};

/// For the text of an element of XML.
std::string xml_text(std::string_view text);

SiteFacts site_facts(const Request& request, const accounts::Policy& policy, bool dev,
                     bool lists_profiles = false);

/// /robots.txt, /sitemap.xml and /llms.txt. Only the public site is for search engines.
bool answer_site_page(std::string_view path, const SiteFacts& site, Response& response);

}  // namespace asterism::http
