#pragma once

#include "libcore/accounts/mail_words.hpp"

namespace asterism::accounts::words {

/// Italian.
inline constexpr MailWords it{
    .second = {" secondo", " secondi"},
    .minute = {" minuto", " minuti"},
    .hour = {" ora", " ore"},
    .day = {" giorno", " giorni"},
    .hello = "Ciao {{name}},",
    .link_life = "Il link è valido per {{life}} e si può usare una sola volta.",
    .by_hand = "Se il pulsante non funziona, apri questo indirizzo:",
    .automatic = "{{site}} ha inviato questo messaggio automaticamente. Nessuno legge le risposte.",
    .verification =
        {.subject = "Conferma il tuo indirizzo e-mail",
         .above = {"Qualcuno, probabilmente tu, si è registrato su {{site}} con questo indirizzo. "
                   "Conferma che è il tuo."},
         .button = "Conferma questo indirizzo",
         .below = {"Se la richiesta non è tua, ignora semplicemente questo messaggio."}},
    .address_in_use =
        {.subject = "Hai già un account",
         .above = {"Qualcuno ha provato a registrarsi su {{site}} con questo indirizzo, ma lì hai "
                   "già un account.",
                   "Se la richiesta è tua, accedi come {{name}}. Altrimenti non devi fare nulla."}},
    .welcome = {.subject = "Ti diamo il benvenuto, {{name}}",
                .above = {"Il tuo indirizzo è confermato. Ora puoi accedere a {{site}}."},
                .button = "Accedi"},
    .password_reset = {.subject = "Imposta una nuova password",
                       .above = {"Qualcuno, probabilmente tu, ha chiesto una nuova password per "
                                 "l’account {{name}} ({{email}}) su {{site}}.",
                                 "La richiesta è arrivata dall’indirizzo IP {{ip}}."},
                       .button = "Imposta una nuova password",
                       .below = {"Se la richiesta non è tua, ignora semplicemente questo "
                                 "messaggio: la tua password resta la stessa."}},
    .password_changed =
        {.subject = "La tua password è stata cambiata",
         .above = {"La password del tuo account {{name}} ({{email}}) su {{site}} è stata cambiata.",
                   "La modifica è arrivata dall’indirizzo IP {{ip}}.",
                   "Se la modifica è tua, non devi fare nulla. Altrimenti imposta subito una nuova "
                   "password."},
         .button = "Imposta una nuova password"},
    .email_change =
        {.subject = "Conferma il tuo nuovo indirizzo e-mail",
         .above = {"Hai chiesto di usare d’ora in poi {{new_email}} come indirizzo su {{site}}. "
                   "Conferma che è il tuo."},
         .button = "Conferma questo indirizzo",
         .below = {"Fino ad allora resta in uso il vecchio indirizzo.",
                   "Se la richiesta non è tua, ignora semplicemente questo messaggio."}},
    .change_notice = {.subject = "Il tuo indirizzo e-mail sta per cambiare",
                      .above = {"L’indirizzo del tuo account {{name}} su {{site}} sta per passare "
                                "da {{email}} a {{new_email}}.",
                                "Se la richiesta è tua, confermala nel messaggio inviato al nuovo "
                                "indirizzo. Altrimenti accedi e cambia subito la password."}},
    .account_deleted = {.subject = "Il tuo account è stato eliminato",
                        .above = {"Il tuo account {{name}} su {{site}} e tutto ciò che gli "
                                  "apparteneva sono stati eliminati.",
                                  "Grazie per il tempo passato con noi."}},
    .warning = {.subject = "Un messaggio dai moderatori",
                .above = {"Qualcosa che hai pubblicato su {{site}} è stato segnalato, e i "
                          "moderatori ti chiedono di rispettare le regole.",
                          "I moderatori scrivono: {{note}}",
                          "Se accadrà di nuovo, il tuo account {{name}} potrà essere bloccato."}},
};

}  // namespace asterism::accounts::words
