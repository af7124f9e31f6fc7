#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// French.
inline constexpr LetterWords fr{
    .subject = "Confirmation de votre commande sur {ENVIRONMENT_DOMAIN}",
    .hello = "Bonjour {recipient_first_name},",
    .thanks = "merci de votre commande. Voici ce que nous avons noté :",
    .strange =
        "Si ce n'est pas vous qui avez passé cette commande, veuillez répondre à cet e-mail.",
    .news = "Nous vous écrirons de nouveau dès qu'il y aura du nouveau au sujet de votre commande.",
    .goodbye = "Merci de votre achat !",
    .terms = "Vous avez accepté nos conditions de vente : {ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep = "Conservez cet e-mail : quiconque a son lien peut voir la commande.",
    .order = "COMMANDE",
    .products = "PRODUITS",
    .way = "MODE DE LIVRAISON",
    .codes = "CODES DE RÉDUCTION",
    .total = "TOTAL",
    .shipping_address = "ADRESSE DE LIVRAISON",
    .billing_address = "ADRESSE DE FACTURATION",
    .payment = "PAIEMENT",
    .identifier = "Numéro de commande : ",
    .pieces = "{each} l'unité, quantité : {quantity}, sous-total : {subtotal}",
    .unused = "non appliqué",
    .none = "Aucun",
    .items = "Sous-total des articles : ",
    .item_discount = "Réduction sur les articles : ",
    .shipping = "Livraison : ",
    .shipping_discount = "Réduction sur la livraison : ",
    .promotion = "Promotion : ",
    .order_total = "Total de la commande : ",
};

}  // namespace asterism::shop::letters
