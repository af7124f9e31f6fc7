#include "libcore/shop/address.hpp"

#include "libcore/base/text.hpp"

namespace asterism::shop {
namespace {

constexpr std::size_t longest_first_name = 30;
constexpr std::size_t longest_last_name = 150;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

}  // namespace

std::string kept_text(std::string_view told, std::size_t characters) {
    if (!is_plain_utf8(told)) return {};
    std::string out;
    std::size_t count = 0;
    for (const char c : trimmed(told)) {
        if (begins_character(c) && ++count > characters) break;
        out += is_control(c) ? ' ' : c;
    }
    return std::string(trimmed(out));
}

SplitName split_name(std::string_view name) {
    const auto whole = trimmed(name);
    const auto blank = whole.find(' ');
    if (blank == whole.npos) return {kept_text(whole, longest_first_name), ""};
    return {kept_text(whole.substr(0, blank), longest_first_name),
            kept_text(whole.substr(blank), longest_last_name)};
}

PostalAddress kept_address(const PostalAddress& told) {
    return {kept_text(told.name, 200),    kept_text(told.line1, 200),
            kept_text(told.line2, 200),   kept_text(told.city, 200),
            kept_text(told.state, 40),    kept_text(told.zip, 10),
            kept_text(told.country, 200), kept_text(told.country_code, 10)};
}

}  // namespace asterism::shop
