#include "shells/http/told_place.hpp"

#include <charconv>
#include <string>

#include "libcore/base/text.hpp"

namespace asterism::http {
namespace {

constexpr std::size_t longest_name = 120;

std::optional<double> degrees(std::string_view text, double most) {
    double out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return out >= -most && out <= most ? std::optional(out) : std::nullopt;
}

std::optional<std::string> name(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.size() > longest_name || !is_plain_utf8(text)) return std::nullopt;
    return std::string(text);
}

/// XX is nowhere and T1 is Tor: no countries.
std::optional<std::string> country(std::string_view code) {
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (code.size() != 2 || !is_letter(code[0]) || !is_letter(code[1]) || code == "XX")
        return std::nullopt;
    return std::string(code);
}

}  // namespace

std::optional<ToldPlace> told_place(const Request& request) {
    if (!request.vouched) return std::nullopt;
    const auto latitude = degrees(trimmed(request.header("CF-IPLatitude")), 90);
    const auto longitude = degrees(trimmed(request.header("CF-IPLongitude")), 180);
    if (!latitude || !longitude) return std::nullopt;
    return ToldPlace{*latitude, *longitude, name(request.header("CF-IPCity")),
                     name(request.header("CF-Region")),
                     country(trimmed(request.header("CF-IPCountry")))};
}

}  // namespace asterism::http
