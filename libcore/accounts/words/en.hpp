#pragma once

#include "libcore/accounts/mail_words.hpp"

namespace asterism::accounts::words {

/// English.
inline constexpr MailWords en{
    .second = {" second", " seconds"},
    .minute = {" minute", " minutes"},
    .hour = {" hour", " hours"},
    .day = {" day", " days"},
    .hello = "Hello {{name}},",
    .link_life = "The link is good for {{life}} and works once.",
    .by_hand = "If the button does not work, open this address:",
    .automatic = "{{site}} sent this mail automatically. Nobody reads replies to it.",
    .verification = {.subject = "Please confirm your e-mail address",
                     .above = {"Somebody, most likely you, registered at {{site}} with this "
                               "address. Please confirm that it is yours."},
                     .button = "Confirm this address",
                     .below = {"If it was not you, just ignore this mail."}},
    .address_in_use =
        {.subject = "You already have an account",
         .above = {"Somebody tried to register at {{site}} with this address, but you already have "
                   "an account there.",
                   "If it was you, sign in as {{name}}. If not, there is nothing to do."}},
    .welcome = {.subject = "Welcome, {{name}}",
                .above = {"Your address is confirmed. You can sign in at {{site}} now."},
                .button = "Sign in"},
    .password_reset =
        {.subject = "Set a new password",
         .above = {"Somebody, most likely you, asked for a new password for the account {{name}} "
                   "({{email}}) at {{site}}.",
                   "The request came from the IP address {{ip}}."},
         .button = "Set a new password",
         .below = {"If it was not you, just ignore this mail: your password stays as it is."}},
    .password_changed =
        {.subject = "Your password was changed",
         .above = {"The password of your account {{name}} ({{email}}) at {{site}} was changed.",
                   "The change came from the IP address {{ip}}.",
                   "If it was you, there is nothing to do. If not, set a new password at once."},
         .button = "Set a new password"},
    .email_change = {.subject = "Please confirm your new e-mail address",
                     .above = {"You asked to use {{new_email}} as your address at {{site}} from "
                               "now on. Please confirm that it is yours."},
                     .button = "Confirm this address",
                     .below = {"Until then your old address stays in use.",
                               "If it was not you, just ignore this mail."}},
    .change_notice = {.subject = "Your e-mail address is about to change",
                      .above = {"The address of your account {{name}} at {{site}} is to change "
                                "from {{email}} to {{new_email}}.",
                                "If it was you, confirm it in the mail that went to the new "
                                "address. If not, sign in and change your password at once."}},
    .account_deleted =
        {.subject = "Your account was deleted",
         .above = {"Your account {{name}} at {{site}} and what belonged to it were deleted.",
                   "Thank you for having been with us."}},
    .warning = {.subject = "A word from the moderators",
                .above = {"Something that you have shown at {{site}} was reported, and the "
                          "moderators ask you to keep to the rules.",
                          "The moderators write: {{note}}",
                          "If it happens again, your account {{name}} may be locked."}},
};

}  // namespace asterism::accounts::words
