#include "libcore/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace asterism {
namespace {

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Lead bytes, and what may follow them: The Unicode Standard, table 3-7.
struct Lead {
    std::uint8_t first, last;
    std::size_t length;
    std::uint8_t second_first, second_last;
};

constexpr std::array leads{
    Lead{0x00, 0x7F, 1, 0x00, 0x00}, Lead{0xC2, 0xDF, 2, 0x80, 0xBF},
    Lead{0xE0, 0xE0, 3, 0xA0, 0xBF}, Lead{0xE1, 0xEC, 3, 0x80, 0xBF},
    Lead{0xED, 0xED, 3, 0x80, 0x9F}, Lead{0xEE, 0xEF, 3, 0x80, 0xBF},
    Lead{0xF0, 0xF0, 4, 0x90, 0xBF}, Lead{0xF1, 0xF3, 4, 0x80, 0xBF},
    Lead{0xF4, 0xF4, 4, 0x80, 0x8F},
};

/// The length of the well-formed sequence at the front of `text`, or 0.
std::size_t sequence(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const auto* lead = std::ranges::find_if(
        leads, [&](const Lead& each) { return each.first <= byte(0) && byte(0) <= each.last; });
    if (lead == leads.end() || text.size() < lead->length) return 0;
    if (lead->length > 1 && (byte(1) < lead->second_first || byte(1) > lead->second_last)) return 0;
    for (std::size_t i = 2; i < lead->length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    return lead->length;
}

}  // namespace

bool is_plain_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto length = sequence(text);
        if (length == 0 || text.front() == '\0') return false;
        text.remove_prefix(length);
    }
    return true;
}

std::size_t code_points(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U; }));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool HandleRule::accepts(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return is_alphanumeric(c) || std::string_view{"@.+-_"}.find(c) != std::string_view::npos;
    });
}

bool PersonNameRule::accepts(std::string_view text) {
    const bool one_line = std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<std::uint8_t>(c);
        return byte < 0x20 || byte == 0x7F;
    });
    return one_line && is_plain_utf8(text) && code_points(text) <= 150;
}

}  // namespace asterism
