#include "libcore/places/description.hpp"

#include "libcore/base/text.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

constexpr std::size_t longest_description = 5'000;
constexpr std::size_t longest_link = 500;
constexpr std::size_t longest_phone = 50;

/// Of the web, with a host in it.
bool is_link(std::string_view text) {
    const auto host = text.starts_with("https://")  ? text.substr(8)
                      : text.starts_with("http://") ? text.substr(7)
                                                    : std::string_view();
    return !host.empty() && host[0] != '/' && text.find(' ') == text.npos;
}

void take(std::string& kept, const std::optional<std::string>& said) {
    if (said) kept = trimmed(*said);
}

}  // namespace

std::optional<Error> refusal(const DescribePlace& input) {
    const auto bad_text = [](const auto& text, std::size_t most, bool lines) {
        return text && !fits(*text, most, lines);
    };
    const auto bad_url = [&](const auto& text) {
        return text && !text->empty() && !(is_link(*text) && fits(*text, longest_link));
    };
    if (bad_text(input.description, longest_description, true))
        return field_error(bad_place_text, "description");
    if (bad_url(input.website)) return field_error(bad_link, "website");
    if (bad_text(input.phone_number, longest_phone, false))
        return field_error(bad_place_text, "phone_number");
    if (bad_text(input.phone_display, longest_phone, false))
        return field_error(bad_place_text, "phone_display");
    if (bad_url(input.reservation_url)) return field_error(bad_link, "reservation_url");
    return std::nullopt;
}

void describe(Place& place, const DescribePlace& input) {
    take(place.description, input.description);
    take(place.contact.website, input.website);
    take(place.contact.phone_number, input.phone_number);
    take(place.contact.phone_display, input.phone_display);
    take(place.contact.reservation_url, input.reservation_url);
}

}  // namespace asterism::places
