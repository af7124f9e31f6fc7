#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// English.
inline constexpr MailWords en{
    .hello = "Hello {{name}},",
    .by_hand = "If the button does not work, open this address:",
    .small = "This mail was sent by {{site}}.",
    .life = "The link works for {{life}}.",
    .prove = "Verify your address",
    .joined = "Welcome to {{site}}",
    .welcome = "Welcome to {{site}}. Your username is {{username}}.",
    .prove_yours = "Please open this link to prove that this address is yours.",
    .not_joined = "If it was not you who registered, answer to this mail and tell us.",
    .forgotten = "Forgot Username Request for {{site}}",
    .asked = "Somebody asked for the username that belongs to this address.",
    .username = "It is {{username}}.",
    .log_in = "Log in",
    .not_asked = "If it was not you who asked, you need not do anything.",
    .moved = "Email Address Changed on {{site}}",
    .from_to =
        "The address of the account {{username}} was {{old_email}} and is {{new_email}} now.",
    .prove_new = "Please open this link to prove that the new address is yours.",
    .not_moved = "If it was not you who changed it, answer to this mail and tell us.",
};

}  // namespace asterism::crm::words
