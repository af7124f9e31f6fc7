#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// Spanish.
inline constexpr LetterWords es{
    .subject = "Confirmación de tu pedido en {ENVIRONMENT_DOMAIN}",
    .hello = "Hola, {recipient_first_name}:",
    .thanks = "gracias por tu pedido. Esto es lo que hemos anotado:",
    .strange = "Si no has sido tú quien ha hecho este pedido, responde a este correo.",
    .news = "Te escribiremos de nuevo cuando haya novedades sobre tu pedido.",
    .goodbye = "¡Gracias por comprar con nosotros!",
    .terms = "Has aceptado nuestras condiciones de venta: {ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep = "Guarda este correo: quien tenga su enlace puede ver el pedido.",
    .order = "PEDIDO",
    .products = "PRODUCTOS",
    .way = "FORMA DE ENVÍO",
    .codes = "CÓDIGOS DE DESCUENTO",
    .total = "TOTAL",
    .shipping_address = "DIRECCIÓN DE ENVÍO",
    .billing_address = "DIRECCIÓN DE FACTURACIÓN",
    .payment = "PAGO",
    .identifier = "Número de pedido: ",
    .pieces = "{each} por unidad, cantidad: {quantity}, subtotal: {subtotal}",
    .unused = "no aplicado",
    .none = "Ninguno",
    .items = "Subtotal de los artículos: ",
    .item_discount = "Descuento en los artículos: ",
    .shipping = "Envío: ",
    .shipping_discount = "Descuento en el envío: ",
    .promotion = "Promoción: ",
    .order_total = "Total del pedido: ",
};

}  // namespace asterism::shop::letters
