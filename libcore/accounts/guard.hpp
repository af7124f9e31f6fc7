#pragma once

#include <string>

#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {

/// The lockout key of an account: the same for every spelling of its name and for its address.
std::string account_key(AccountId id);

/// Counts one more try at the candidate's key and reads the hash to compare with. Refused while the
/// key is locked; a locked try is not counted.
Result<Candidate> count_try(const Run& run, const Accounts& accounts, Lockouts& lockouts,
                            Candidate candidate);

/// That the key is locked, and when it will not be.
Error locked_error(const Run& run, const Candidate& candidate);

/// False if the password or the account was changed while the hash was computed.
bool still_so(const Accounts& accounts, const Candidate& candidate);

/// The account's handle, or the name that was tried, cut to a length fit for a log.
std::string name_for_audit(const Candidate& candidate);

}  // namespace asterism::accounts
