#pragma once

#include <string>

#include "libcore/accounts/policy.hpp"
#include "libcore/accounts/ports.hpp"
#include "libcore/accounts/types.hpp"
#include "libcore/audit/types.hpp"
#include "libcore/base/entropy.hpp"
#include "libcore/base/fingerprint.hpp"
#include "libcore/base/time.hpp"

namespace asterism::accounts {

/// What a run brings along besides stored things.
struct Run {
    Now now;
    const Caller& caller;
    const Policy& policy;
    Entropy& entropy;
    const Fingerprint& fingerprint;
    audit::Trail& trail;
};

/// What guards the door.
struct Door {
    using Writes = void;
    Sessions& sessions;
    Lockouts& lockouts;
    Tickets& tickets;
};

// A use case that hashes has two stages before it (libcore/base/use_case.hpp): the first is
// committed by itself, the second runs on the hash pool with no transaction open.

/// The hash of a password that has passed the site's rules.
struct NewPassword {
    std::string hash;
};

/// Whose password is to be looked at, the try counted.
struct Candidate {
    std::string key;  ///< of the lockout; empty: no password is asked for
    std::string name;
    std::optional<Account> account;
    std::string hash;                    ///< empty: none usable
    std::optional<Instant> locks_until;  ///< if this try fails, the key is locked so long
};

/// What the hash pool found out. Only that stage ever sees a password and a hash together.
struct PasswordCheck {
    Candidate candidate;
    bool matches = false;
    std::string new_hash;  ///< to be stored; empty: keep the old one
};

}  // namespace asterism::accounts
