#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// German.
inline constexpr MailWords de{
    .hello = "Hallo {{name}},",
    .by_hand = "Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:",
    .small = "Diese E-Mail hat {{site}} verschickt.",
    .life = "Der Link gilt {{life}} lang.",
    .prove = "Adresse bestätigen",
    .joined = "Willkommen bei {{site}}",
    .welcome = "Willkommen bei {{site}}. Ihr Benutzername ist {{username}}.",
    .prove_yours = "Bitte öffnen Sie diesen Link, um zu zeigen, dass diese Adresse Ihre ist.",
    .not_joined =
        "Wenn nicht Sie sich registriert haben, antworten Sie auf diese E-Mail und sagen Sie es "
        "uns.",
    .forgotten = "Ihr Benutzername bei {{site}}",
    .asked = "Jemand hat nach dem Benutzernamen gefragt, der zu dieser Adresse gehört.",
    .username = "Er lautet {{username}}.",
    .log_in = "Anmelden",
    .not_asked = "Wenn Sie das nicht waren, ist nichts zu tun.",
    .moved = "Ihre E-Mail-Adresse bei {{site}} hat sich geändert",
    .from_to = "Die Adresse des Kontos {{username}} war {{old_email}} und ist jetzt {{new_email}}.",
    .prove_new = "Bitte öffnen Sie diesen Link, um zu zeigen, dass die neue Adresse Ihre ist.",
    .not_moved =
        "Wenn nicht Sie sie geändert haben, antworten Sie auf diese E-Mail und sagen Sie es uns.",
};

}  // namespace asterism::crm::words
