#pragma once

#include <optional>
#include <string>

#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {

/// Signs the account in, whatever the proof was: a new session under a new secret, and the one that
/// asked for it ends. Mailed links to set a new password are void from then on. `how` is told to
/// the audit log.
SignedIn open_session(const Run& run, std::optional<Actor> before, Accounts& accounts, Door door,
                      Account account, bool remember, std::string how);

}  // namespace asterism::accounts
