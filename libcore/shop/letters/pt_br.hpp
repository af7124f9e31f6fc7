#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// Brazilian Portuguese.
inline constexpr LetterWords pt_br{
    .subject = "Confirmação do seu pedido em {ENVIRONMENT_DOMAIN}",
    .hello = "Olá, {recipient_first_name},",
    .thanks = "obrigado pelo seu pedido. Foi isto que anotamos:",
    .strange = "Se não foi você quem fez este pedido, responda a este e-mail.",
    .news = "Escreveremos de novo quando houver novidades sobre o seu pedido.",
    .goodbye = "Obrigado por comprar conosco!",
    .terms = "Você aceitou nossos termos de venda: {ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep = "Guarde este e-mail: quem tiver o link dele pode ver o pedido.",
    .order = "PEDIDO",
    .products = "PRODUTOS",
    .way = "FORMA DE ENVIO",
    .codes = "CÓDIGOS DE DESCONTO",
    .total = "TOTAL",
    .shipping_address = "ENDEREÇO DE ENTREGA",
    .billing_address = "ENDEREÇO DE COBRANÇA",
    .payment = "PAGAMENTO",
    .identifier = "Número do pedido: ",
    .pieces = "{each} cada, quantidade: {quantity}, subtotal: {subtotal}",
    .unused = "não aplicado",
    .none = "Nenhum",
    .items = "Subtotal dos itens: ",
    .item_discount = "Desconto nos itens: ",
    .shipping = "Frete: ",
    .shipping_discount = "Desconto no frete: ",
    .promotion = "Promoção: ",
    .order_total = "Total do pedido: ",
};

}  // namespace asterism::shop::letters
