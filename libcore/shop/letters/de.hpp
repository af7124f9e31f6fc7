#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// German.
inline constexpr LetterWords de{
    .subject = "Bestellbestätigung von {ENVIRONMENT_DOMAIN}",
    .hello = "Hallo {recipient_first_name},",
    .thanks = "vielen Dank für Ihre Bestellung. Das haben wir notiert:",
    .strange = "Wenn nicht Sie das bestellt haben, antworten Sie bitte auf diese E-Mail.",
    .news = "Wir schreiben Ihnen wieder, wenn es Neues zu Ihrer Bestellung gibt.",
    .goodbye = "Vielen Dank für Ihren Einkauf!",
    .terms = "Sie haben unseren Verkaufsbedingungen zugestimmt: {ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep = "Bewahren Sie diese E-Mail auf: Wer ihren Link hat, kann die Bestellung sehen.",
    .order = "BESTELLUNG",
    .products = "ARTIKEL",
    .way = "VERSANDART",
    .codes = "RABATTCODES",
    .total = "SUMME",
    .shipping_address = "LIEFERADRESSE",
    .billing_address = "RECHNUNGSADRESSE",
    .payment = "ZAHLUNG",
    .identifier = "Bestellnummer: ",
    .pieces = "je {each}, Menge: {quantity}, Zwischensumme: {subtotal}",
    .unused = "nicht angerechnet",
    .none = "Keine",
    .items = "Zwischensumme der Artikel: ",
    .item_discount = "Rabatt auf Artikel: ",
    .shipping = "Versand: ",
    .shipping_discount = "Rabatt auf den Versand: ",
    .promotion = "Aktion: ",
    .order_total = "Gesamtbetrag: ",
};

}  // namespace asterism::shop::letters
