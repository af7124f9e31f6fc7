#include "libcore/shop/order_letter.hpp"

#include "libcore/base/text.hpp"

namespace asterism::shop {
namespace {

// As the shops that came before call their templates, so that what was counted by them stays right.
constexpr std::string_view account_code = "gvREoqen93ffZsmBIc8zl";
constexpr std::string_view guest_code = "FpGyZy6kld9R2XTjqvBQN";

constexpr std::string_view subject = "Order confirmation from {ENVIRONMENT_DOMAIN}";

constexpr std::string_view above =
    "Hi {recipient_first_name},{line_break}"
    "thank you for your order. This is what we have noted:{line_break}"
    "ORDER{short_line_break}{order_information}{line_break}"
    "PRODUCTS{short_line_break}{product_information}{line_break}"
    "SHIPPING METHOD{short_line_break}{shipping_information}{line_break}"
    "DISCOUNT CODES{short_line_break}{discount_information}{line_break}"
    "TOTAL{short_line_break}{order_total_information}{line_break}"
    "SHIPPING ADDRESS{short_line_break}{shipping_address_information}{line_break}"
    "BILLING ADDRESS{short_line_break}{billing_address_information}{line_break}"
    "PAYMENT{short_line_break}{payment_information}{line_break}"
    "If it was not you who ordered this, please answer this mail.{line_break}"
    "We will write again when there is news of your order.{line_break}"
    "Thank you for shopping with us!{line_break}"
    "You agreed to our terms of sale: {ENVIRONMENT_DOMAIN}/terms-of-sale{short_line_break}";

constexpr std::string_view for_guests =
    "{short_line_break}Keep this mail: whoever has its link can see the order.{short_line_break}";

std::string_view code_of(bool guest) { return guest ? guest_code : account_code; }

}  // namespace

MailTemplate standard_letter(bool guest, std::string_view from) {
    MailTemplate out{std::string(code_of(guest)), std::string(subject), std::string(above),
                     std::string(from)};
    if (guest) out.text += for_guests;
    return out;
}

std::optional<MailTemplate> read_letter(std::string_view file, bool guest, std::string_view from) {
    const auto end = file.find('\n');
    if (end == file.npos || !is_plain_utf8(file)) return std::nullopt;
    const auto title = trimmed(file.substr(0, end));
    const auto text = trimmed(file.substr(end));
    if (title.empty() || text.empty()) return std::nullopt;
    MailTemplate out{std::string(code_of(guest)), std::string(title), std::string(text) + "\n",
                     std::string(from)};
    return out;
}

}  // namespace asterism::shop
