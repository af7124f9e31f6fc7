#pragma once

#include <string_view>

#include "shells/app/app.hpp"
#include "shells/app/cache.hpp"
#include "shells/http/message.hpp"
#include "shells/http/site_pages.hpp"

namespace asterism::http {

/// What search engines are told of beside the pages that are always there.
struct SitemapParts {
    bool profiles = false;
    bool places = false;

    /// Then /sitemap.xml is an index of parts.
    bool any() const { return profiles || places; }
};

/// What a sitemap is made of.
struct Cartographer {
    app::App& app;
    app::Cache& cache;
    SitemapParts parts;
    const SiteFacts& site;
};

/// /sitemap.xml and its parts, each counted anew every hour; the contract's section 3.9. False:
/// there is no such part.
bool answer_sitemap(std::string_view path, const Cartographer& cartographer, Response& response);

}  // namespace asterism::http
