#pragma once

#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {

/// The account to be, before its number.
Account draw_up(const Run& run, const RegisterAccount& input);

/// A new ticket that proves the account's address; the token is for the mail. Only the newest one
/// opens anything.
std::string issue_verification(const Run& run, Tickets& tickets, const Account& account);

/// Mails the link that proves the account's address. Only the newest ticket opens anything.
void send_verification(const Run& run, Tickets& tickets, mail::Outbox outbox,
                       const Account& account);

}  // namespace asterism::accounts
