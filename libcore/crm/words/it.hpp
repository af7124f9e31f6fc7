#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// Italian.
inline constexpr MailWords it{
    .hello = "Ciao {{name}},",
    .by_hand = "Se il pulsante non funziona, apri questo indirizzo:",
    .small = "Questa e-mail è stata inviata da {{site}}.",
    .life = "Il link è valido per {{life}}.",
    .prove = "Conferma l'indirizzo",
    .joined = "Benvenuto su {{site}}",
    .welcome = "Benvenuto su {{site}}. Il tuo nome utente è {{username}}.",
    .prove_yours = "Apri questo link per dimostrare che questo indirizzo è tuo.",
    .not_joined = "Se non sei stato tu a registrarti, rispondi a questa e-mail e faccelo sapere.",
    .forgotten = "Il tuo nome utente su {{site}}",
    .asked = "Qualcuno ha chiesto il nome utente che corrisponde a questo indirizzo.",
    .username = "È {{username}}.",
    .log_in = "Accedi",
    .not_asked = "Se non sei stato tu a chiederlo, non devi fare nulla.",
    .moved = "Il tuo indirizzo e-mail su {{site}} è cambiato",
    .from_to = "L'indirizzo dell'account {{username}} era {{old_email}} e ora è {{new_email}}.",
    .prove_new = "Apri questo link per dimostrare che il nuovo indirizzo è tuo.",
    .not_moved = "Se non sei stato tu a cambiarlo, rispondi a questa e-mail e faccelo sapere.",
};

}  // namespace asterism::crm::words
