#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// English.
inline constexpr LetterWords en{
    .subject = "Order confirmation from {ENVIRONMENT_DOMAIN}",
    .hello = "Hi {recipient_first_name},",
    .thanks = "thank you for your order. This is what we have noted:",
    .strange = "If it was not you who ordered this, please answer this mail.",
    .news = "We will write again when there is news of your order.",
    .goodbye = "Thank you for shopping with us!",
    .terms = "You agreed to our terms of sale: {ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep = "Keep this mail: whoever has its link can see the order.",
    .order = "ORDER",
    .products = "PRODUCTS",
    .way = "SHIPPING METHOD",
    .codes = "DISCOUNT CODES",
    .total = "TOTAL",
    .shipping_address = "SHIPPING ADDRESS",
    .billing_address = "BILLING ADDRESS",
    .payment = "PAYMENT",
    .identifier = "Order identifier: ",
    .pieces = "{each} each, quantity: {quantity}, subtotal: {subtotal}",
    .unused = "not applied",
    .none = "None",
    .items = "Item subtotal: ",
    .item_discount = "Item discount: ",
    .shipping = "Shipping: ",
    .shipping_discount = "Shipping discount: ",
    .promotion = "Promotion: ",
    .order_total = "Order total: ",
};

}  // namespace asterism::shop::letters
