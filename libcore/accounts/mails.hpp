#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "libcore/accounts/policy.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::accounts {

// Each is written in the account's language, but for the one that names its own, as text and as
// HTML from the same sentences (words/). Where the address of a caller is asked for, it may be
// empty (the machine's own shells have none): the sentence about it is left out then.

/// The mail whose link proves an address.
mail::Draft verification_mail(const Policy& policy, const Account& account, std::string_view token);

/// The mail to the owner of an address that somebody tried to register again.
mail::Draft address_in_use_mail(const Policy& policy, const Account& account);

/// The mail that greets a verified account.
mail::Draft welcome_mail(const Policy& policy, const Account& account);

/// The mail whose link sets a new password; `address` is the caller's.
mail::Draft reset_mail(const Policy& policy, const Account& account, std::string_view token,
                       std::string_view address, Language language);

/// The mail that tells of a new password; `address` is the caller's.
mail::Draft password_changed_mail(const Policy& policy, const Account& account,
                                  std::string_view address);

/// The mail to a new address, whose link makes it the account's.
mail::Draft email_change_mail(const Policy& policy, const Account& account,
                              std::string_view new_address, std::string_view token);

/// The notice to the address that is about to be replaced.
mail::Draft email_change_notice(const Policy& policy, const Account& account,
                                std::string_view new_address);

/// The mail that tells of the account's end.
mail::Draft account_deleted_mail(const Policy& policy, const Account& account);

/// The moderators' word to an account about what it has shown; the note may be empty.
mail::Draft warning_mail(const Policy& policy, const Account& account, std::string_view note);

/// An address of the site's pages, with what stands in braces filled in.
std::string link_to(const Policy& policy, std::string_view path, std::string_view token = {},
                    std::string_view account = {});

/// What stands for an account in the link of a reset mail: its number, in base64url without
/// padding.
std::string reset_name(AccountId account);

/// "24 hours", "3 days", "90 seconds": whole numbers of the largest unit that fits exactly; days
/// from two on.
std::string spelled(std::chrono::seconds life, Language language = Language::en);

}  // namespace asterism::accounts
