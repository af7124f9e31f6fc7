#pragma once

#include <string_view>

#include "libcore/base/language.hpp"

namespace asterism::shop {

/// All that the mail about an order says in one language: a file of its own in letters/. Holes are
/// those of the shop's own templates, but for `pieces`.
struct LetterWords {
    std::string_view subject;  ///< names {ENVIRONMENT_DOMAIN}
    std::string_view hello;    ///< names {recipient_first_name}
    std::string_view thanks;
    std::string_view strange;  ///< what to do where somebody else ordered
    std::string_view news;
    std::string_view goodbye;
    std::string_view terms;  ///< names {ENVIRONMENT_DOMAIN}
    std::string_view keep;   ///< for guests: whoever has the link can see the order

    // What stands above its parts.
    std::string_view order;
    std::string_view products;
    std::string_view way;  ///< of shipping
    std::string_view codes;
    std::string_view total;
    std::string_view shipping_address;
    std::string_view billing_address;
    std::string_view payment;

    // What stands within them. Those before an amount or a name bring their colon and blank along.
    std::string_view identifier;
    std::string_view pieces;  ///< names {each}, {quantity} and {subtotal}
    std::string_view unused;  ///< of a code that took nothing off
    std::string_view none;    ///< there are no codes
    std::string_view items;
    std::string_view item_discount;
    std::string_view shipping;
    std::string_view shipping_discount;
    std::string_view promotion;
    std::string_view order_total;
};

const LetterWords& letter_words(Language language);

}  // namespace asterism::shop
