#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// Italian.
inline constexpr LetterWords it{
    .subject = "Conferma dell'ordine da {ENVIRONMENT_DOMAIN}",
    .hello = "Ciao {recipient_first_name},",
    .thanks = "grazie per il tuo ordine. Ecco che cosa abbiamo annotato:",
    .strange = "Se non sei stato tu a ordinare, rispondi a questa e-mail.",
    .news = "Ti scriveremo di nuovo quando ci saranno novità sul tuo ordine.",
    .goodbye = "Grazie per aver acquistato da noi!",
    .terms = "Hai accettato le nostre condizioni di vendita: {ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep = "Conserva questa e-mail: chiunque abbia il suo link può vedere l'ordine.",
    .order = "ORDINE",
    .products = "PRODOTTI",
    .way = "METODO DI SPEDIZIONE",
    .codes = "CODICI SCONTO",
    .total = "TOTALE",
    .shipping_address = "INDIRIZZO DI SPEDIZIONE",
    .billing_address = "INDIRIZZO DI FATTURAZIONE",
    .payment = "PAGAMENTO",
    .identifier = "Numero dell'ordine: ",
    .pieces = "{each} ciascuno, quantità: {quantity}, subtotale: {subtotal}",
    .unused = "non applicato",
    .none = "Nessuno",
    .items = "Subtotale degli articoli: ",
    .item_discount = "Sconto sugli articoli: ",
    .shipping = "Spedizione: ",
    .shipping_discount = "Sconto sulla spedizione: ",
    .promotion = "Promozione: ",
    .order_total = "Totale dell'ordine: ",
};

}  // namespace asterism::shop::letters
