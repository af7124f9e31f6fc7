#include "shells/http/site_pages.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "libcore/base/text.hpp"
#include "shells/http/origin.hpp"

namespace asterism::http {
namespace {

/// Starview's pages that are there without any place or person.
constexpr std::array<std::string_view, 7> pages{"/",       "/explore", "/sky",    "/tonight",
                                                "/bortle", "/moon",    "/weather"};

/// What search engines shall leave alone; the contract's list.
constexpr std::array<std::string_view, 31> kept_from_robots{"/admin/",
                                                            "/api/",
                                                            "/accounts/",
                                                            "/en/",
                                                            "/es/",
                                                            "/fr/",
                                                            "/no/",
                                                            "/zh/",
                                                            "/de/",
                                                            "/it/",
                                                            "/pt/",
                                                            "/ja/",
                                                            "/ko/",
                                                            "/ru/",
                                                            "/ar/",
                                                            "/map",
                                                            "/login",
                                                            "/register",
                                                            "/users/",
                                                            "/signup",
                                                            "/forgot-password",
                                                            "/verify-email",
                                                            "/reset-password",
                                                            "/email-verified",
                                                            "/profile",
                                                            "/account/",
                                                            "/email-confirm-error",
                                                            "/v1/",
                                                            "/password-reset",
                                                            "/password-reset-confirm/",
                                                            "/social-account-exists"};

std::string robots(const SiteFacts& site) {
    std::string out = "User-agent: *\n";
    if (!site.is_public) return out + "Disallow: /\n";
    out += "Allow: /\n";
    for (const auto path : kept_from_robots)
        if (!(site.lists_profiles && path == "/users/"))
            out.append("Disallow: ").append(path) += '\n';
    return out.append("\nSitemap: ").append(site.base_url).append("/sitemap.xml\n");
}

std::string sitemap(const SiteFacts& site) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const auto page : pages)
        out.append("<url><loc>")
            .append(xml_text(site.base_url))
            .append(page)
            .append("</loc><changefreq>weekly</changefreq><priority>1.0</priority></url>\n");
    return out + "</urlset>\n";
}

std::string for_language_models(const SiteFacts& site) {
    std::string out = "# " + std::string(site.name) +
                      "\n\n> Places for looking at the stars, and what the sky is like there: "
                      "the Moon, the dark hours, light pollution and the weather.\n\n## Pages\n\n";
    for (const auto page : pages) out.append("- ").append(site.base_url).append(page) += '\n';
    out.append("\n## For programs\n\n- OpenAPI: ").append(site.base_url);
    return out.append("/v1/openapi.json\n");
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

SiteFacts site_facts(const Request& request, const accounts::Policy& policy, bool dev,
                     bool lists_profiles) {
    const auto origin = lowered(origin_of(policy.base_url));
    const auto host = host_of(request);
    const auto named =
        std::string_view(origin).substr(std::min(origin.find("//") + 2, origin.size()));
    const auto rest = named.starts_with(host) ? named.substr(host.size()) : "?";
    const bool same = !host.empty() && (rest.empty() || rest.starts_with(':'));
    return {policy.base_url, policy.site_name, !dev && same, lists_profiles};
}

bool answer_site_page(std::string_view path, const SiteFacts& site, Response& response) {
    if (path == "/robots.txt") {
        response.body = robots(site);
        response.type = "text/plain; charset=utf-8";
    } else if (path == "/sitemap.xml") {
        response.body = sitemap(site);
        response.type = "application/xml";
    } else if (path == "/llms.txt") {
        response.body = for_language_models(site);
        response.type = "text/plain; charset=utf-8";
    } else {
        return false;
    }
    return true;
}

}  // namespace asterism::http
