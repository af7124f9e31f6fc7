#pragma once

#include "libcore/base/result.hpp"

namespace asterism::accounts {

// Registering, in the order of the checks.
inline constexpr Fault handle_not_allowed{
    "handle_not_allowed", Kind::invalid,
    "A user name here has 3 to 30 letters, digits, underscores and hyphens."};
inline constexpr Fault handle_reserved{"handle_reserved", Kind::invalid,
                                       "This user name is reserved."};
inline constexpr Fault handle_taken{"handle_taken", Kind::conflict,
                                    "This user name is already taken."};
inline constexpr Fault email_taken{"email_taken", Kind::conflict,
                                   "This e-mail address cannot be used."};
inline constexpr Fault passwords_differ{"passwords_differ", Kind::invalid,
                                        "The two passwords are not the same."};
inline constexpr Fault weak_password{"weak_password", Kind::invalid,
                                     "This password does not meet the site's rules."};

// What is wrong with a weak password: the reason by field, in the order of the checks.
inline constexpr Fault password_too_short{"password_too_short", Kind::invalid,
                                          "This password is too short."};
inline constexpr Fault password_too_long{"password_too_long", Kind::invalid,
                                         "This password is too long."};
inline constexpr Fault password_no_capital{"password_no_capital", Kind::invalid,
                                           "This password needs a capital letter, A to Z."};
inline constexpr Fault password_no_digit{"password_no_digit", Kind::invalid,
                                         "This password needs a digit."};
inline constexpr Fault password_no_special{"password_no_special", Kind::invalid,
                                           "This password needs a special character, such as !."};
inline constexpr Fault password_too_common{
    "password_too_common", Kind::invalid,
    "This password is one that many people use, and that others try first."};
inline constexpr Fault password_too_similar{
    "password_too_similar", Kind::invalid,
    "This password is too much like the user name, the e-mail address or the name."};
inline constexpr Fault password_of_context{
    "password_of_context", Kind::invalid,
    "Without the site's name and the user name this password is too short."};

// Proving an address.
inline constexpr Fault ticket_void{"ticket_void", Kind::invalid,
                                   "This link has expired or was used before."};
inline constexpr Fault already_verified{"already_verified", Kind::conflict,
                                        "This address is already verified."};

// Signing in. No text but the last may hold "verify": clients look for that word.
inline constexpr Fault login_locked{
    "login_locked", Kind::forbidden,
    "Too many failed attempts. This account is locked for a while; try again later."};
inline constexpr Fault bad_credentials{"bad_credentials", Kind::unauthenticated,
                                       "The user name or the password is not right."};
inline constexpr Fault email_not_verified{
    "email_not_verified", Kind::forbidden,
    "Please verify your e-mail address first: open the link in the mail we sent."};

// Changing what is sensitive.
inline constexpr Fault reauthentication_required{
    "reauthentication_required", Kind::forbidden,
    "Sign in again, or give your current password, to change this."};
inline constexpr Fault current_password_missing{"current_password_missing", Kind::invalid,
                                                "Enter your current password."};
inline constexpr Fault wrong_password{"wrong_password", Kind::forbidden,
                                      "The current password is not right."};

inline constexpr Fault password_unchanged{"password_unchanged", Kind::invalid,
                                          "The new password is the current one."};

inline constexpr Fault email_unchanged{"email_unchanged", Kind::invalid,
                                       "This is your address already."};
inline constexpr Fault mailed_just_now{
    "mailed_just_now", Kind::throttled,
    "A mail was sent just now. Wait a few minutes before you ask for another."};
inline constexpr Fault unknown_language{"unknown_language", Kind::invalid,
                                        "This language is not offered here."};
inline constexpr Fault unknown_session{"unknown_session", Kind::missing,
                                       "There is no such session."};

// Looking after accounts.
inline constexpr Fault admins_only{"admins_only", Kind::forbidden,
                                   "Only an administrator may do this."};
inline constexpr Fault unknown_account{"unknown_account", Kind::missing,
                                       "There is no such account."};
inline constexpr Fault last_admin{"last_admin", Kind::conflict,
                                  "The last administrator keeps that role and stays active."};
inline constexpr Fault bad_page_size{"bad_page_size", Kind::invalid,
                                     "The limit is a number from 1 to 200."};

// API keys.
inline constexpr Fault bad_key{"bad_key", Kind::unauthenticated,
                               "This API key is unknown, revoked or expired."};
inline constexpr Fault unknown_key{"unknown_key", Kind::missing, "There is no such API key."};
inline constexpr Fault bad_key_name{"bad_key_name", Kind::invalid,
                                    "A key has a name of 1 to 80 characters on one line."};
inline constexpr Fault no_scopes{"no_scopes", Kind::invalid, "A key needs one scope or more."};
inline constexpr Fault bad_key_life{"bad_key_life", Kind::invalid,
                                    "A key is good for 1 to 3650 days."};
inline constexpr Fault too_many_keys{"too_many_keys", Kind::conflict,
                                     "An account has up to 20 keys: revoke one first."};

}  // namespace asterism::accounts
