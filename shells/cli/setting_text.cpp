#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "libcore/base/email.hpp"
#include "libcore/base/text.hpp"
#include "shells/app/ip_address.hpp"
#include "shells/cli/setting.hpp"

namespace asterism::cli {
namespace {

template <class Number>
std::optional<Number> read_number(std::string_view text) {
    Number out{};
    const auto* end = text.data() + text.size();
    const auto [stop, ec] = std::from_chars(text.data(), end, out);
    if (ec != std::errc{} || stop != end) return std::nullopt;
    return out;
}

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-' || c == ':';
    });
}

bool is_url(std::string_view text) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!text.starts_with(scheme)) continue;
        const auto rest = text.substr(scheme.size());
        return !rest.empty() && rest.front() != '/' && std::ranges::all_of(rest, [](char c) {
            return c > ' ' && c <= '~' &&
                   std::string_view("\"<>\\@?#").find(c) == std::string_view::npos;
        });
    }
    return false;
}

/// As a browser writes it, so that it can be compared as it is.
bool is_origin(std::string_view text) {
    return is_url(text) && text.find('/', text.find("://") + 3) == std::string_view::npos &&
           lowered(text) == text;
}

bool is_range(std::string_view text) { return app::read_ip_range(text).has_value(); }

template <class Rule>
bool is_list_of(std::string_view text, Rule rule) {
    return std::ranges::all_of(split_list(text), rule);
}

bool is_one_of(std::string_view word, std::string_view words) {
    while (!words.empty()) {
        const auto bar = std::min(words.find('|'), words.size());
        if (words.substr(0, bar) == word) return true;
        words.remove_prefix(std::min(bar + 1, words.size()));
    }
    return false;
}

bool is_within(std::string_view text, std::string_view range) {
    const auto dash = range.find('-');
    const auto value = read_number<long>(text);
    return value && *value >= read_number<long>(range.substr(0, dash)) &&
           *value <= read_number<long>(range.substr(dash + 1));
}

bool is_one_line(std::string_view text) {
    return is_plain_utf8(text) &&
           std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
}

}  // namespace

std::optional<std::chrono::seconds> read_duration(std::string_view text) {
    constexpr std::string_view units = "smhdw";
    constexpr long seconds[] = {1, 60, 3'600, 86'400, 604'800};
    if (text.size() < 2) return std::nullopt;
    const auto unit = units.find(text.back());
    const auto count = read_number<long>(text.substr(0, text.size() - 1));
    if (unit == std::string_view::npos || !count || *count < 1 || *count > 100'000)
        return std::nullopt;
    return std::chrono::seconds(*count * seconds[unit]);
}

std::optional<Rate> read_rate(std::string_view text) {
    const auto slash = std::min(text.find('/'), text.size());
    const auto most = read_number<unsigned>(text.substr(0, slash));
    const auto window = read_duration(text.substr(std::min(slash + 1, text.size())));
    if (!most || *most < 1 || *most > 1'000'000 || !window) return std::nullopt;
    return Rate{*most, *window};
}

std::optional<HostPort> read_address(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto host = text.substr(0, colon);
    const auto port = read_number<std::uint16_t>(text.substr(colon + 1));
    const bool bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    if (!port || !is_host(host) || (host.find(':') != std::string_view::npos) != bracketed)
        return std::nullopt;
    return HostPort{std::string(host), *port};
}

bool is_loopback(std::string_view host) {
    const bool numeric = host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host == "::1" || (numeric && host.starts_with("127."));
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        if (const auto item = trimmed(text.substr(0, comma)); !item.empty()) out.emplace_back(item);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return out;
}

std::string fault_of(const Setting& setting, std::string_view text) {
    if (!is_one_line(text)) return "must be one line of text";
    if (text.empty() && setting.fallback.empty()) return {};
    switch (setting.takes) {
        case Takes::text: return {};
        case Takes::list: return {};
        case Takes::origins:
            return is_list_of(text, is_origin)
                       ? ""
                       : "must be like https://host or http://host:port, in small letters";
        case Takes::ranges:
            return is_list_of(text, is_range) ? ""
                                              : "must be like 192.0.2.1, 10.0.0.0/8 or fd00::/8";
        case Takes::word:
            return is_one_of(text, setting.range) ? ""
                                                  : fmt::format("must be one of {}", setting.range);
        case Takes::number:
            return is_within(text, setting.range)
                       ? ""
                       : fmt::format("must be a number, {}", setting.range);
        case Takes::duration:
            return read_duration(text) ? "" : "must be a time such as 30s, 15m, 24h, 14d";
        case Takes::rate:
            return read_rate(text) ? "" : "must be so many in so long, such as 5/1m or 100/1h";
        case Takes::address:
            return read_address(text) ? "" : "must be HOST:PORT, such as 127.0.0.1:8000";
        case Takes::url:
            return is_url(text) ? "" : "must begin with http:// or https:// and name a host";
        case Takes::email: return Email::parse(text) ? "" : "must be an e-mail address";
    }
    return {};
}

}  // namespace asterism::cli
