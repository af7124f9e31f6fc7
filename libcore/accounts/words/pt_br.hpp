#pragma once

#include "libcore/accounts/mail_words.hpp"

namespace asterism::accounts::words {

/// Brazilian Portuguese.
inline constexpr MailWords pt_br{
    .second = {" segundo", " segundos"},
    .minute = {" minuto", " minutos"},
    .hour = {" hora", " horas"},
    .day = {" dia", " dias"},
    .hello = "Olá, {{name}}!",
    .link_life = "O link vale por {{life}} e só pode ser usado uma vez.",
    .by_hand = "Se o botão não funcionar, abra este endereço:",
    .automatic = "{{site}} enviou esta mensagem automaticamente. Ninguém lê as respostas.",
    .verification = {.subject = "Confirme seu endereço de e-mail",
                     .above = {"Alguém, provavelmente você, se cadastrou em {{site}} com este "
                               "endereço. Confirme que ele é seu."},
                     .button = "Confirmar este endereço",
                     .below = {"Se não foi você, ignore esta mensagem."}},
    .address_in_use =
        {.subject = "Você já tem uma conta",
         .above = {"Alguém tentou se cadastrar em {{site}} com este endereço, mas você já tem uma "
                   "conta lá.",
                   "Se foi você, entre como {{name}}. Se não foi, não é preciso fazer nada."}},
    .welcome = {.subject = "Que bom ter você aqui, {{name}}",
                .above = {"Seu endereço está confirmado. Agora você já pode entrar em {{site}}."},
                .button = "Entrar"},
    .password_reset =
        {.subject = "Defina uma nova senha",
         .above = {"Alguém, provavelmente você, pediu uma nova senha para a conta {{name}} "
                   "({{email}}) em {{site}}.",
                   "O pedido veio do endereço IP {{ip}}."},
         .button = "Definir uma nova senha",
         .below = {"Se não foi você, ignore esta mensagem: sua senha continua a mesma."}},
    .password_changed =
        {.subject = "Sua senha foi alterada",
         .above = {"A senha da sua conta {{name}} ({{email}}) em {{site}} foi alterada.",
                   "A alteração veio do endereço IP {{ip}}.",
                   "Se foi você, não é preciso fazer nada. Se não foi, defina uma nova senha "
                   "imediatamente."},
         .button = "Definir uma nova senha"},
    .email_change = {.subject = "Confirme seu novo endereço de e-mail",
                     .above = {"Você pediu para usar {{new_email}} como seu endereço em {{site}} "
                               "de agora em diante. Confirme que ele é seu."},
                     .button = "Confirmar este endereço",
                     .below = {"Até lá, seu endereço antigo continua em uso.",
                               "Se não foi você, ignore esta mensagem."}},
    .change_notice = {.subject = "Seu endereço de e-mail está prestes a mudar",
                      .above = {"O endereço da sua conta {{name}} em {{site}} vai mudar de "
                                "{{email}} para {{new_email}}.",
                                "Se foi você, confirme a mudança na mensagem enviada ao novo "
                                "endereço. Se não foi, entre e altere sua senha imediatamente."}},
    .account_deleted =
        {.subject = "Sua conta foi excluída",
         .above = {"Sua conta {{name}} em {{site}} e tudo o que pertencia a ela foram excluídos.",
                   "Agradecemos por ter estado conosco."}},
    .warning = {.subject = "Um recado dos moderadores",
                .above = {"Algo que você publicou em {{site}} foi denunciado, e os moderadores "
                          "pedem que você respeite as regras.",
                          "Os moderadores escrevem: {{note}}",
                          "Se acontecer de novo, sua conta {{name}} poderá ser bloqueada."}},
};

}  // namespace asterism::accounts::words
