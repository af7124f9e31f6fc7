#include "libcore/places/likeness.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

/// Small letters with a mark, in a row of Unicode, and the letter without it.
struct Marked {
    unsigned first;
    unsigned last;
    char letter;
};

constexpr std::array marked{
    Marked{0xE0, 0xE5, 'a'},     Marked{0xE7, 0xE7, 'c'},     Marked{0xE8, 0xEB, 'e'},
    Marked{0xEC, 0xEF, 'i'},     Marked{0xF1, 0xF1, 'n'},     Marked{0xF2, 0xF6, 'o'},
    Marked{0xF9, 0xFC, 'u'},     Marked{0xFD, 0xFD, 'y'},     Marked{0xFF, 0xFF, 'y'},
    Marked{0x100, 0x105, 'a'},   Marked{0x106, 0x10D, 'c'},   Marked{0x10E, 0x10F, 'd'},
    Marked{0x112, 0x11B, 'e'},   Marked{0x11C, 0x123, 'g'},   Marked{0x124, 0x125, 'h'},
    Marked{0x128, 0x130, 'i'},   Marked{0x134, 0x135, 'j'},   Marked{0x136, 0x137, 'k'},
    Marked{0x139, 0x13E, 'l'},   Marked{0x143, 0x148, 'n'},   Marked{0x14C, 0x151, 'o'},
    Marked{0x154, 0x159, 'r'},   Marked{0x15A, 0x161, 's'},   Marked{0x162, 0x165, 't'},
    Marked{0x168, 0x173, 'u'},   Marked{0x174, 0x175, 'w'},   Marked{0x176, 0x178, 'y'},
    Marked{0x179, 0x17E, 'z'},   Marked{0x218, 0x219, 's'},   Marked{0x21A, 0x21B, 't'},
    Marked{0x1EA0, 0x1EB7, 'a'}, Marked{0x1EB8, 0x1EC7, 'e'}, Marked{0x1EC8, 0x1ECB, 'i'},
    Marked{0x1ECC, 0x1EE3, 'o'}, Marked{0x1EE4, 0x1EF1, 'u'}, Marked{0x1EF2, 0x1EF9, 'y'},
};

bool is_accent(unsigned c) { return c >= 0x300 && c <= 0x36F; }

bool is_dash(unsigned c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

/// The next character of well-formed UTF-8, and how many bytes it has.
std::pair<unsigned, std::size_t> character(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (size == 1) return {first, 1};
    if (size > text.size()) return {0, 1};
    unsigned out = first & (0x7FU >> size);
    for (std::size_t at = 1; at < size; ++at) out = out << 6U | (byte(at) & 0x3FU);
    return {out, size};
}

void append_utf8(std::string& out, unsigned c) {
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) return put(0xC0U | c >> 6U), put(0x80U | (c & 0x3FU));
    if (c < 0x10000) put(0xE0U | c >> 12U);
    if (c >= 0x10000) put(0xF0U | c >> 18U), put(0x80U | (c >> 12U & 0x3FU));
    put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
}

/// What a reference such as `amp` or `#x27` stands for.
std::optional<unsigned> referred(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, char>, 6> names{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}}};
    const auto found = std::ranges::find(names, name, [](const auto& each) { return each.first; });
    if (found != names.end()) return static_cast<unsigned>(found->second);
    if (!name.starts_with('#')) return std::nullopt;
    const bool hex = name.starts_with("#x") || name.starts_with("#X");
    name.remove_prefix(hex ? 2 : 1);
    unsigned out = 0;
    const auto* end = name.data() + name.size();
    const auto [stop, ec] = std::from_chars(name.data(), end, out, hex ? 16 : 10);
    const bool fits = ec == std::errc{} && stop == end && out > 0 && out <= 0x10FFFF;
    return fits && (out < 0xD800 || out > 0xDFFF) ? std::optional(out) : std::nullopt;
}

std::string without_references(std::string_view text) {
    constexpr std::size_t longest = 10;
    std::string out;
    while (!text.empty()) {
        const auto end = text.front() == '&' ? text.substr(0, longest).find(';') : text.npos;
        const auto c = end == text.npos ? std::nullopt : referred(text.substr(1, end - 1));
        if (c) {
            append_utf8(out, *c);
            text.remove_prefix(end + 1);
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

std::int64_t cut(double degrees) { return static_cast<std::int64_t>(degrees * 1'000); }

}  // namespace

std::string bare_name(std::string_view name) {
    std::string out;
    const auto folded_name = folded(without_references(name));
    for (std::string_view rest = folded_name; !rest.empty();) {
        const auto [c, size] = character(rest);
        const auto found = std::ranges::find_if(
            marked, [c = c](const Marked& each) { return each.first <= c && c <= each.last; });
        if (found != marked.end())
            out += found->letter;
        else if (is_dash(c))
            out += '-';
        else if (!is_accent(c))
            out += rest.substr(0, size);
        rest.remove_prefix(size);
    }
    return out;
}

std::string likeness(const Place& place) {
    return std::to_string(cut(place.spot.latitude)) + ' ' +
           std::to_string(cut(place.spot.longitude)) + ' ' + bare_name(place.name);
}

bool is_same(const Place& a, const Place& b) {
    return cut(a.spot.latitude) == cut(b.spot.latitude) &&
           cut(a.spot.longitude) == cut(b.spot.longitude) && bare_name(a.name) == bare_name(b.name);
}

}  // namespace asterism::places
