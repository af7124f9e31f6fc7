#include "shells/http/target.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"

namespace asterism::http {
namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Appends the decoded text; false where an escape is broken.
bool decode(std::string_view raw, bool plus_is_blank, std::string& out) {
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '+' && plus_is_blank) {
            out += ' ';
        } else if (raw[i] != '%') {
            out += raw[i];
        } else {
            if (i + 2 >= raw.size()) return false;
            const int high = hex(raw[i + 1]);
            const int low = hex(raw[i + 2]);
            if (high < 0 || low < 0) return false;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return true;
}

bool is_visible(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7F; });
}

bool is_decent(std::string_view segment) {
    return segment != "." && segment != ".." &&
           segment.find_first_of("/\\") == std::string_view::npos && is_plain_utf8(segment);
}

/// The slashes of `raw` part the segments; one that comes out of an escape is refused.
bool decode_path(std::string_view raw, std::string& path, std::vector<std::size_t>& starts) {
    while (!raw.empty()) {
        raw.remove_prefix(1);
        const auto segment = raw.substr(0, raw.find('/'));
        raw.remove_prefix(segment.size());
        path += '/';
        starts.push_back(path.size());
        if (!decode(segment, false, path)) return false;
        if (!is_decent(std::string_view(path).substr(starts.back()))) return false;
    }
    return true;
}

}  // namespace

bool read_target(std::string_view raw, Target& out) {
    out.path.clear();
    out.segments.clear();
    if (raw.find('#') != raw.npos) return false;
    const auto mark = raw.find('?');
    out.query = mark == raw.npos ? std::string_view{} : raw.substr(mark + 1);
    raw = raw.substr(0, mark);
    if (!raw.starts_with('/') || !is_visible(raw) || raw.find('\\') != raw.npos) return false;
    if (!is_visible(out.query)) return false;
    auto& starts = out.starts;
    starts.clear();
    if (!decode_path(raw, out.path, starts)) return false;
    const std::string_view path = out.path;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto end = i + 1 < starts.size() ? starts[i + 1] - 1 : path.size();
        out.segments.push_back(path.substr(starts[i], end - starts[i]));
    }
    return true;
}

std::optional<Pairs> read_pairs(std::string_view raw) {
    Pairs out;
    while (!raw.empty()) {
        const auto part = raw.substr(0, raw.find('&'));
        raw.remove_prefix(std::min(raw.size(), part.size() + 1));
        if (part.empty()) continue;
        const auto equals = std::min(part.find('='), part.size());
        auto& [name, value] = out.emplace_back();
        if (!decode(part.substr(0, equals), true, name)) return std::nullopt;
        if (!decode(part.substr(std::min(equals + 1, part.size())), true, value))
            return std::nullopt;
        if (!is_plain_utf8(name) || !is_plain_utf8(value)) return std::nullopt;
    }
    return out;
}

std::string encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') ||
                           std::string_view{"-._~"}.find(c) != std::string_view::npos;
        if (plain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
    return out;
}

}  // namespace asterism::http
