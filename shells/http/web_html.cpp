#include "shells/http/web_html.hpp"

#include <algorithm>
#include <array>

#include "libcore/mail/templates.hpp"

namespace asterism::http {
namespace {

using mail::escape_html;

struct PageFacts {
    std::string_view path;
    std::string_view title;
    std::string_view about;
};

constexpr PageFacts usual{"", "Starview | Find a dark sky",
                          "Find, share and review places to watch the stars."};

constexpr std::array pages{
    PageFacts{"/", "Starview | Find a dark sky", usual.about},
    PageFacts{"/explore", "Explore stargazing places | Starview",
              "Browse dark-sky places on a map and in a list."},
    PageFacts{"/sky", "Sky conditions | Starview", "Moon, darkness and weather for your place."},
    PageFacts{"/tonight", "Tonight's sky | Starview",
              "Is tonight a good night? Moon, clouds and darkness in one view."},
    PageFacts{"/bortle", "The Bortle scale | Starview",
              "How dark is the sky where you are, and what can be seen there."},
    PageFacts{"/moon", "Moon phase | Starview", "The Moon's phase and light today."},
    PageFacts{"/weather", "Stargazing weather | Starview",
              "Clouds, humidity and wind by the hour."},
    PageFacts{"/privacy", "Privacy | Starview", "What is stored about you, and why."},
    PageFacts{"/terms", "Terms of use | Starview", "The rules of this site."},
    PageFacts{"/accessibility", "Accessibility | Starview", "How this site can be used by all."},
    PageFacts{"/ccpa", "California privacy rights | Starview", "Your rights under the CCPA."},
};

/// Sets the text between the end of `before` and the next `after`, where both stand in the page.
void set_between(std::string& html, std::string_view before, std::string_view after,
                 std::string_view text) {
    const auto start = html.find(before);
    if (start == html.npos) return;
    const auto from = start + before.size();
    const auto to = html.find(after, from);
    if (to != html.npos) html.replace(from, to - from, text);
}

/// Sets the content of the meta tag that has this attribute.
void set_meta(std::string& html, std::string_view attribute, std::string_view text) {
    const auto at = html.find(attribute);
    if (at == html.npos) return;
    const auto open = html.rfind('<', at);
    const auto close = html.find('>', at);
    if (open == html.npos || close == html.npos) return;
    auto tag = html.substr(open, close - open);
    set_between(tag, "content=\"", "\"", text);
    html.replace(open, close - open, tag);
}

void set_canonical(std::string& html, std::string_view url) {
    const auto tag = "<link rel=\"canonical\" href=\"" + std::string(url) + "\">";
    const auto at = html.find("rel=\"canonical\"");
    if (at != html.npos) {
        const auto open = html.rfind('<', at);
        const auto close = html.find('>', at);
        html.replace(open, close + 1 - open, tag);
    } else if (const auto end = html.find("</head>"); end != html.npos) {
        html.insert(end, tag);
    }
}

/// Base64 (RFC 4648 section 4) of bytes given as hex digits.
std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto nibble = [&](std::size_t i) -> unsigned {
        if (i >= hex.size()) return 0;
        return static_cast<unsigned>(hex[i] <= '9' ? hex[i] - '0' : hex[i] - 'a' + 10);
    };
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 3) {  // 3 nibbles are 12 bits are 2 digits
        const unsigned bits = nibble(i) << 8U | nibble(i + 1) << 4U | nibble(i + 2);
        out += digits[bits >> 6U];
        if (i + 2 <= hex.size()) out += digits[bits & 63U];
    }
    while (out.size() % 4 != 0) out += '=';
    return out;
}

/// The scripts that stand in the page itself, as they are between their tags.
std::vector<std::string_view> inline_scripts(std::string_view html) {
    std::vector<std::string_view> out;
    for (auto open = html.find("<script"); open != html.npos; open = html.find("<script", open)) {
        const auto head = html.find('>', open);
        const auto close = html.find("</script>", head == html.npos ? open : head);
        if (head == html.npos || close == html.npos) break;
        const bool outside = html.substr(open, head - open).find(" src=") != html.npos;
        if (!outside) out.push_back(html.substr(head + 1, close - head - 1));
        open = close;
    }
    return out;
}

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_client_page(const std::vector<std::string_view>& segments) {
    constexpr std::array<std::string_view, 19> single{"",
                                                      "login",
                                                      "register",
                                                      "verify-email",
                                                      "email-verified",
                                                      "email-confirm-error",
                                                      "social-account-exists",
                                                      "password-reset",
                                                      "profile",
                                                      "explore",
                                                      "sky",
                                                      "tonight",
                                                      "bortle",
                                                      "moon",
                                                      "weather",
                                                      "privacy",
                                                      "terms",
                                                      "accessibility",
                                                      "ccpa"};
    auto parts = segments;
    if (parts.size() > 1 && parts.back().empty()) parts.pop_back();
    if (parts.size() == 1) return std::ranges::find(single, parts[0]) != single.end();
    if (parts.size() == 2 && parts[0] == "users") return !parts[1].empty();
    if (parts.size() == 3 && parts[0] == "password-reset-confirm")
        return !parts[1].empty() && !parts[2].empty();
    if (parts.size() < 2 || parts[0] != "locations" || !is_number(parts[1])) return false;
    return parts.size() == 2 || (parts.size() == 3 && parts[2] == "photos");
}

std::string with_page_facts(std::string_view html, std::string_view path, std::string_view base_url,
                            const std::optional<PageCard>& card) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    const auto found = std::ranges::find(pages, path, &PageFacts::path);
    const PageFacts& facts = found == pages.end() ? usual : *found;
    const auto title = escape_html(card ? card->title : facts.title);
    const auto about = escape_html(card ? card->about : facts.about);
    const auto image = card ? escape_html(card->image) : std::string();
    const auto url = escape_html(std::string(base_url) + std::string(path == "/" ? "" : path));
    std::string out(html);
    set_between(out, "<title>", "</title>", title);
    set_meta(out, "name=\"description\"", about);
    for (const std::string_view kind :
         {"property=\"og:", "name=\"twitter:", "property=\"twitter:"}) {
        set_meta(out, std::string(kind) + "title\"", title);
        set_meta(out, std::string(kind) + "description\"", about);
        set_meta(out, std::string(kind) + "url\"", url);
        if (!image.empty()) set_meta(out, std::string(kind) + "image\"", image);
    }
    set_canonical(out, url);
    return out;
}

std::string page_policy(std::string_view html, const Fingerprint& fingerprint) {
    std::string scripts;
    for (const auto script : inline_scripts(html))
        scripts += " 'sha256-" + base64_of_hex(fingerprint.of(script)) + "'";
    return "default-src 'self'; script-src 'self'" + scripts +
           " api.mapbox.com cdn.jsdelivr.net kit.fontawesome.com www.googletagmanager.com "
           "www.google-analytics.com; "
           "style-src 'self' 'unsafe-inline' api.mapbox.com cdn.jsdelivr.net rsms.me "
           "kit.fontawesome.com fonts.googleapis.com; "
           "img-src 'self' data: blob: *.mapbox.com api.mapbox.com *.r2.dev media.starview.app; "
           "font-src 'self' data: fonts.gstatic.com rsms.me *.fontawesome.com; "
           "connect-src 'self' api.mapbox.com *.mapbox.com events.mapbox.com *.fontawesome.com "
           "accounts.google.com media.starview.app www.google-analytics.com "
           "analytics.google.com stats.g.doubleclick.net; "
           "worker-src 'self' blob:; child-src 'self' blob:; object-src 'none'; "
           "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
}

}  // namespace asterism::http
