#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "libcore/accounts/policy.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::accounts {

/// The mail whose link proves an address.
mail::Draft verification_mail(const Policy& policy, const Account& account, std::string_view token);

/// The mail to the owner of an address that somebody tried to register again.
mail::Draft address_in_use_mail(const Policy& policy, const Account& account);

/// The mail that greets a verified account.
mail::Draft welcome_mail(const Policy& policy, const Account& account);

/// "24 hours", "3 days", "90 seconds": whole numbers of the largest unit that fits exactly; days
/// from two on.
std::string spelled(std::chrono::seconds life);

}  // namespace asterism::accounts
