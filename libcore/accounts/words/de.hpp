#pragma once

#include "libcore/accounts/mail_words.hpp"

namespace asterism::accounts::words {

/// German.
inline constexpr MailWords de{
    .second = {" Sekunde", " Sekunden"},
    .minute = {" Minute", " Minuten"},
    .hour = {" Stunde", " Stunden"},
    .day = {" Tag", " Tage"},
    .hello = "Hallo {{name}},",
    .link_life = "Der Link gilt {{life}} lang und funktioniert nur einmal.",
    .by_hand = "Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:",
    .automatic =
        "{{site}} hat diese E-Mail automatisch verschickt. Antworten darauf liest niemand.",
    .verification =
        {.subject = "Bitte bestätigen Sie Ihre E-Mail-Adresse",
         .above = {"Jemand, vermutlich Sie selbst, hat sich mit dieser Adresse bei {{site}} "
                   "registriert. Bitte bestätigen Sie, dass es Ihre ist."},
         .button = "Adresse bestätigen",
         .below = {"Wenn Sie das nicht waren, beachten Sie diese E-Mail einfach nicht."}},
    .address_in_use = {.subject = "Sie haben bereits ein Konto",
                       .above = {"Jemand wollte sich mit dieser Adresse bei {{site}} registrieren, "
                                 "aber Sie haben dort bereits ein Konto.",
                                 "Wenn Sie das waren, melden Sie sich als {{name}} an. Wenn nicht, "
                                 "ist nichts zu tun."}},
    .welcome =
        {.subject = "Willkommen, {{name}}",
         .above = {"Ihre Adresse ist bestätigt. Sie können sich jetzt bei {{site}} anmelden."},
         .button = "Anmelden"},
    .password_reset = {.subject = "Neues Passwort festlegen",
                       .above = {"Jemand, vermutlich Sie selbst, hat ein neues Passwort für das "
                                 "Konto {{name}} ({{email}}) bei {{site}} angefordert.",
                                 "Die Anfrage kam von der IP-Adresse {{ip}}."},
                       .button = "Neues Passwort festlegen",
                       .below = {"Wenn Sie das nicht waren, beachten Sie diese E-Mail einfach "
                                 "nicht: Ihr Passwort bleibt, wie es ist."}},
    .password_changed =
        {.subject = "Ihr Passwort wurde geändert",
         .above = {"Das Passwort Ihres Kontos {{name}} ({{email}}) bei {{site}} wurde geändert.",
                   "Die Änderung kam von der IP-Adresse {{ip}}.",
                   "Wenn Sie das waren, ist nichts zu tun. Wenn nicht, legen Sie sofort ein neues "
                   "Passwort fest."},
         .button = "Neues Passwort festlegen"},
    .email_change =
        {.subject = "Bitte bestätigen Sie Ihre neue E-Mail-Adresse",
         .above = {"Sie möchten bei {{site}} künftig die Adresse {{new_email}} verwenden. Bitte "
                   "bestätigen Sie, dass es Ihre ist."},
         .button = "Adresse bestätigen",
         .below = {"Bis dahin bleibt Ihre alte Adresse in Gebrauch.",
                   "Wenn Sie das nicht waren, beachten Sie diese E-Mail einfach nicht."}},
    .change_notice =
        {.subject = "Ihre E-Mail-Adresse soll sich ändern",
         .above = {"Die Adresse Ihres Kontos {{name}} bei {{site}} soll von {{email}} zu "
                   "{{new_email}} wechseln.",
                   "Wenn Sie das waren, bestätigen Sie es in der E-Mail an die neue Adresse. Wenn "
                   "nicht, melden Sie sich an und ändern Sie sofort Ihr Passwort."}},
    .account_deleted =
        {.subject = "Ihr Konto wurde gelöscht",
         .above = {"Ihr Konto {{name}} bei {{site}} und alles, was dazu gehörte, wurde gelöscht.",
                   "Danke, dass Sie dabei waren."}},
    .warning = {.subject = "Ein Wort der Moderation",
                .above = {"Etwas, das Sie auf {{site}} gezeigt haben, wurde gemeldet, und die "
                          "Moderation bittet Sie, sich an die Regeln zu halten.",
                          "Die Moderation schreibt: {{note}}",
                          "Sollte es wieder vorkommen, kann Ihr Konto {{name}} gesperrt werden."}},
};

}  // namespace asterism::accounts::words
