#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// Spanish.
inline constexpr MailWords es{
    .hello = "Hola, {{name}}:",
    .by_hand = "Si el botón no funciona, abre esta dirección:",
    .small = "Este correo lo ha enviado {{site}}.",
    .life = "El enlace funciona durante {{life}}.",
    .prove = "Confirmar la dirección",
    .joined = "Te damos la bienvenida a {{site}}",
    .welcome = "Te damos la bienvenida a {{site}}. Tu nombre de usuario es {{username}}.",
    .prove_yours = "Abre este enlace para demostrar que esta dirección es tuya.",
    .not_joined = "Si no has sido tú quien se ha registrado, responde a este correo y dínoslo.",
    .forgotten = "Tu nombre de usuario en {{site}}",
    .asked = "Alguien ha preguntado por el nombre de usuario que corresponde a esta dirección.",
    .username = "Es {{username}}.",
    .log_in = "Iniciar sesión",
    .not_asked = "Si no has sido tú, no tienes que hacer nada.",
    .moved = "Ha cambiado tu dirección de correo en {{site}}",
    .from_to = "La dirección de la cuenta {{username}} era {{old_email}} y ahora es {{new_email}}.",
    .prove_new = "Abre este enlace para demostrar que la dirección nueva es tuya.",
    .not_moved = "Si no has sido tú quien la ha cambiado, responde a este correo y dínoslo.",
};

}  // namespace asterism::crm::words
