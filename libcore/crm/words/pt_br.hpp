#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// Brazilian Portuguese.
inline constexpr MailWords pt_br{
    .hello = "Olá, {{name}}!",
    .by_hand = "Se o botão não funcionar, abra este endereço:",
    .small = "Este e-mail foi enviado por {{site}}.",
    .life = "O link vale por {{life}}.",
    .prove = "Confirmar o endereço",
    .joined = "Boas-vindas a {{site}}",
    .welcome = "Boas-vindas a {{site}}. Seu nome de usuário é {{username}}.",
    .prove_yours = "Abra este link para provar que este endereço é seu.",
    .not_joined = "Se não foi você quem se cadastrou, responda a este e-mail e nos avise.",
    .forgotten = "Seu nome de usuário em {{site}}",
    .asked = "Alguém perguntou pelo nome de usuário que pertence a este endereço.",
    .username = "É {{username}}.",
    .log_in = "Entrar",
    .not_asked = "Se não foi você, não é preciso fazer nada.",
    .moved = "Seu endereço de e-mail em {{site}} mudou",
    .from_to = "O endereço da conta {{username}} era {{old_email}} e agora é {{new_email}}.",
    .prove_new = "Abra este link para provar que o novo endereço é seu.",
    .not_moved = "Se não foi você quem o mudou, responda a este e-mail e nos avise.",
};

}  // namespace asterism::crm::words
