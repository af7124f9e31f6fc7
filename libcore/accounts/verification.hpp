#pragma once

#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {

/// Mails the link that proves the account's address. Only the newest ticket opens anything.
void send_verification(const Run& run, Tickets& tickets, mail::Outbox outbox,
                       const Account& account);

}  // namespace asterism::accounts
