#include "libcore/shop/order_letter.hpp"

#include <array>

#include "libcore/base/text.hpp"
#include "libcore/shop/letter_words.hpp"

namespace asterism::shop {
namespace {

// As the shops that came before call their templates, so that what was counted by them stays right.
constexpr std::string_view account_code = "gvREoqen93ffZsmBIc8zl";
constexpr std::string_view guest_code = "FpGyZy6kld9R2XTjqvBQN";

constexpr std::string_view paragraph = "{line_break}";
constexpr std::string_view line = "{short_line_break}";

/// A part of the order below its heading.
struct Part {
    std::string_view LetterWords::*heading;
    std::string_view hole;
};

constexpr std::array parts{
    Part{&LetterWords::order, "{order_information}"},
    Part{&LetterWords::products, "{product_information}"},
    Part{&LetterWords::way, "{shipping_information}"},
    Part{&LetterWords::codes, "{discount_information}"},
    Part{&LetterWords::total, "{order_total_information}"},
    Part{&LetterWords::shipping_address, "{shipping_address_information}"},
    Part{&LetterWords::billing_address, "{billing_address_information}"},
    Part{&LetterWords::payment, "{payment_information}"},
};

std::string text_of(const LetterWords& words, bool guest) {
    std::string out;
    for (const auto& each : {words.hello, words.thanks}) out.append(each).append(paragraph);
    for (const auto& [heading, hole] : parts)
        out.append(words.*heading).append(line).append(hole).append(paragraph);
    for (const auto& each : {words.strange, words.news, words.goodbye})
        out.append(each).append(paragraph);
    out.append(words.terms).append(line);
    if (guest) out.append(line).append(words.keep).append(line);
    return out;
}

std::string_view code_of(bool guest) { return guest ? guest_code : account_code; }

}  // namespace

MailTemplate standard_letter(bool guest, std::string_view from, Language language) {
    const auto& words = letter_words(language);
    return {std::string(code_of(guest)), std::string(words.subject), text_of(words, guest),
            std::string(from), language};
}

std::optional<MailTemplate> read_letter(std::string_view file, bool guest, std::string_view from,
                                        Language language) {
    const auto end = file.find('\n');
    if (end == file.npos || !is_plain_utf8(file)) return std::nullopt;
    const auto title = trimmed(file.substr(0, end));
    const auto text = trimmed(file.substr(end));
    if (title.empty() || text.empty()) return std::nullopt;
    return MailTemplate{std::string(code_of(guest)), std::string(title), std::string(text) + "\n",
                        std::string(from), language};
}

}  // namespace asterism::shop
