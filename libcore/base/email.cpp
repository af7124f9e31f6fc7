#include "libcore/base/email.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"

namespace asterism {
namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_atext(char c) {
    return is_letter(c) || is_digit(c) ||
           std::string_view{"!#$%&'*+-/=?^_`{|}~"}.find(c) != std::string_view::npos;
}

/// Whether `accepts` holds for every part between dots, of which there are at least `least`.
bool each_part(std::string_view text, std::size_t least, bool (*accepts)(std::string_view)) {
    std::size_t parts = 0;
    for (bool more = true; more; ++parts) {
        const auto dot = text.find('.');
        more = dot != std::string_view::npos;
        if (!accepts(text.substr(0, dot))) return false;
        if (more) text.remove_prefix(dot + 1);
    }
    return parts >= least;
}

bool is_atom(std::string_view part) { return !part.empty() && std::ranges::all_of(part, is_atext); }

bool is_label(std::string_view part) {
    if (part.empty() || part.size() > 63 || part.front() == '-' || part.back() == '-') return false;
    return std::ranges::all_of(part,
                               [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_domain(std::string_view domain) {
    const auto top = domain.substr(domain.rfind('.') + 1);
    return each_part(domain, 2, is_label) && !std::ranges::all_of(top, is_digit);
}

}  // namespace

Result<Email> Email::parse(std::string_view raw) {
    const auto given = trimmed(raw);
    const auto at = given.find('@');
    if (given.size() > 254 || at == std::string_view::npos || at > 64) return invalid_email;
    if (!each_part(given.substr(0, at), 1, is_atom) || !is_domain(given.substr(at + 1)))
        return invalid_email;
    return Email(lowered(given), std::string(given));
}

}  // namespace asterism
