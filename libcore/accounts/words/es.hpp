#pragma once

#include "libcore/accounts/mail_words.hpp"

namespace asterism::accounts::words {

/// Spanish.
inline constexpr MailWords es{
    .second = {" segundo", " segundos"},
    .minute = {" minuto", " minutos"},
    .hour = {" hora", " horas"},
    .day = {" día", " días"},
    .hello = "Hola, {{name}}:",
    .link_life = "El enlace es válido durante {{life}} y solo se puede usar una vez.",
    .by_hand = "Si el botón no funciona, abre esta dirección:",
    .automatic = "{{site}} ha enviado este mensaje automáticamente. Nadie lee las respuestas.",
    .verification = {.subject = "Confirma tu dirección de correo electrónico",
                     .above = {"Alguien, seguramente tú, se ha registrado en {{site}} con esta "
                               "dirección. Confirma que es tuya."},
                     .button = "Confirmar esta dirección",
                     .below = {"Si no has sido tú, no hagas caso de este mensaje."}},
    .address_in_use =
        {.subject = "Ya tienes una cuenta",
         .above =
             {"Alguien ha intentado registrarse en {{site}} con esta dirección, pero ya tienes una "
              "cuenta allí.",
              "Si has sido tú, inicia sesión como {{name}}. Si no, no tienes que hacer nada."}},
    .welcome = {.subject = "Te damos la bienvenida, {{name}}",
                .above = {"Tu dirección está confirmada. Ya puedes iniciar sesión en {{site}}."},
                .button = "Iniciar sesión"},
    .password_reset = {.subject = "Elige una contraseña nueva",
                       .above = {"Alguien, seguramente tú, ha pedido una contraseña nueva para la "
                                 "cuenta {{name}} ({{email}}) de {{site}}.",
                                 "La petición llegó desde la dirección IP {{ip}}."},
                       .button = "Elegir una contraseña nueva",
                       .below = {"Si no has sido tú, no hagas caso de este mensaje: tu contraseña "
                                 "seguirá siendo la misma."}},
    .password_changed =
        {.subject = "Se ha cambiado tu contraseña",
         .above = {"Se ha cambiado la contraseña de tu cuenta {{name}} ({{email}}) de {{site}}.",
                   "El cambio se hizo desde la dirección IP {{ip}}.",
                   "Si has sido tú, no tienes que hacer nada. Si no, elige cuanto antes una "
                   "contraseña nueva."},
         .button = "Elegir una contraseña nueva"},
    .email_change = {.subject = "Confirma tu nueva dirección de correo electrónico",
                     .above = {"Has pedido que {{new_email}} sea a partir de ahora tu dirección en "
                               "{{site}}. Confirma que es tuya."},
                     .button = "Confirmar esta dirección",
                     .below = {"Hasta entonces seguirá en uso tu dirección anterior.",
                               "Si no has sido tú, no hagas caso de este mensaje."}},
    .change_notice =
        {.subject = "Tu dirección de correo electrónico está a punto de cambiar",
         .above = {"La dirección de tu cuenta {{name}} de {{site}} va a cambiar de {{email}} a "
                   "{{new_email}}.",
                   "Si has sido tú, confírmalo en el mensaje enviado a la dirección nueva. Si no, "
                   "inicia sesión y cambia tu contraseña cuanto antes."}},
    .account_deleted =
        {.subject = "Se ha eliminado tu cuenta",
         .above = {"Se ha eliminado tu cuenta {{name}} de {{site}} con todo lo que le pertenecía.",
                   "Gracias por haber estado con nosotros."}},
    .warning = {.subject = "Un mensaje de los moderadores",
                .above = {"Alguien ha denunciado algo que publicaste en {{site}}, y los "
                          "moderadores te piden que respetes las normas.",
                          "Los moderadores escriben: {{note}}",
                          "Si vuelve a ocurrir, tu cuenta {{name}} puede quedar bloqueada."}},
};

}  // namespace asterism::accounts::words
