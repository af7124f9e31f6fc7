#include "shells/http/sitemap.hpp"

#include <charconv>
#include <chrono>
#include <optional>
#include <vector>

#include "libcore/site.hpp"
#include "shells/app/time_text.hpp"

namespace asterism::http {
namespace {

constexpr std::chrono::hours life{1};
constexpr std::string_view pages_part = "/sitemap-pages.xml";
constexpr std::string_view profiles_part = "/sitemap-profiles.xml";
constexpr std::string_view places_part = "/sitemap-places-";
constexpr std::string_view ending = ".xml";

/// How the addresses of a part look, and how much they matter.
struct Kind {
    std::string_view element;
    std::string_view before;  ///< the key
    std::string_view after;
    std::string_view priority = {};
};

constexpr Kind profile{"url", "/users/", "", "0.6"};
constexpr Kind place{"url", "/locations/", "", "0.8"};
constexpr Kind part{"sitemap", "", ""};

std::string opening(std::string_view root) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + std::string(root) +
           " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
}

void append(std::string& out, std::string_view base_url, const Kind& kind, const ListedPage& page) {
    out.append("<").append(kind.element).append("><loc>");
    out.append(xml_text(base_url)).append(kind.before).append(xml_text(page.key));
    out.append(kind.after).append("</loc>");
    if (page.changed_at != Instant{}) {
        out += "<lastmod>";
        app::append_instant(out, std::chrono::floor<std::chrono::seconds>(page.changed_at));
        out += "</lastmod>";
    }
    if (!kind.priority.empty())
        out.append("<priority>").append(kind.priority).append("</priority>");
    out.append("</").append(kind.element).append(">\n");
}

std::string listed(std::string_view base_url, const Kind& kind,
                   const std::vector<ListedPage>& pages) {
    if (pages.empty()) return {};  // a file without addresses is none
    auto out = opening("urlset");
    for (const ListedPage& page : pages) append(out, base_url, kind, page);
    return out + "</urlset>\n";
}

std::string index(const Cartographer& from, const SiteIndex& site) {
    auto out = opening("sitemapindex");
    append(out, from.site.base_url, part, {std::string(pages_part), {}});
    if (from.parts.profiles && !site.profiles(1).empty())
        append(out, from.site.base_url, part, {std::string(profiles_part), {}});
    if (from.parts.places)
        for (const auto& [number, changed_at] : site.place_parts())
            append(out, from.site.base_url, part,
                   {std::string(places_part) + std::to_string(number) + std::string(ending),
                    changed_at});
    return out + "</sitemapindex>\n";
}

/// The number in "/sitemap-places-3.xml".
std::optional<std::int64_t> part_number(std::string_view path) {
    constexpr std::size_t most_digits = 12;
    if (!path.starts_with(places_part) || !path.ends_with(ending)) return std::nullopt;
    path.remove_prefix(places_part.size());
    path.remove_suffix(ending.size());
    std::int64_t out = 0;
    const auto [stop, error] = std::from_chars(path.data(), path.data() + path.size(), out);
    const bool whole = error == std::errc{} && stop == path.data() + path.size();
    const bool plain = !path.empty() && path.size() <= most_digits && path[0] != '0';
    return whole && plain && out > 0 ? std::optional(out) : std::nullopt;
}

/// Empty: there is no such part.
std::string made(std::string_view path, const Cartographer& from, const SiteIndex& site) {
    if (path == "/sitemap.xml") return index(from, site);
    if (path == profiles_part && from.parts.profiles)
        return listed(from.site.base_url, profile, site.profiles(most_listed_profiles));
    const auto number = from.parts.places ? part_number(path) : std::nullopt;
    return number ? listed(from.site.base_url, place, site.places(*number)) : std::string();
}

}  // namespace

bool answer_sitemap(std::string_view path, const Cartographer& from, Response& response) {
    if (!from.parts.any() || !path.starts_with("/sitemap")) return false;
    if (path == pages_part) return answer_site_page("/sitemap.xml", from.site, response);
    const auto key = "sitemap " + std::string(path);
    const auto now = from.app.now();
    if (auto kept = from.cache.find(key, now)) {
        response.body = std::move(kept->text);
    } else {
        from.app.store().read(
            [&](app::Unit& unit) { response.body = made(path, from, unit.site_index()); });
        if (response.body.empty()) return false;
        from.cache.keep(key, response.body, now, life);
    }
    response.type = "application/xml";
    return true;
}

}  // namespace asterism::http
