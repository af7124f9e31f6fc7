#pragma once

#include <string_view>

#include "libcore/accounts/policy.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::crm {

// Mails of sites whose members need no proof of their address to come in, in English alone.

/// Greets a new member, and has the link that proves the address.
mail::Draft joined_mail(const accounts::Policy& policy, const accounts::Account& account,
                        std::string_view token);

/// Tells somebody the user name of the account that has his address.
mail::Draft username_mail(const accounts::Policy& policy, const accounts::Account& account);

/// Tells both addresses that one has taken the other's place; `account` has the new one already.
mail::Draft moved_mail(const accounts::Policy& policy, const accounts::Account& account,
                       std::string_view old_address, std::string_view token);

/// Tells the site that somebody has written, but neither who nor what.
mail::Draft inquiry_notice(const accounts::Policy& policy, Instant at);

}  // namespace asterism::crm
