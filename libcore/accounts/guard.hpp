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

/// Why the actor has to sign in again before a sensitive change (security.md R42); null where the
/// proof is recent, and where the shell vouches for the actor. An API key proves nobody.
const Fault* unproved(const Run& run, Actor actor, const Sessions& sessions);

/// The account's handle, or the name that was tried, cut to a length fit for a log.
std::string name_for_audit(const Candidate& candidate);

// What sensitive changes ask of their actor (security.md R42): the password in the call, whose try
// counts like one of signing in, or to have shown it to this session lately.

/// Refused if neither is there. An actor that came neither by a session nor by a key needs neither:
/// the machine's own shells vouch for it.
Result<Candidate> demand_proof(const Run& run, Actor actor, const Accounts& accounts, Door door,
                               const std::optional<Password>& shown);

/// Looks at the password, where one was shown.
PasswordCheck check_shown(const Hasher& hasher, const Candidate& candidate,
                          const std::optional<Password>& shown);

/// Why the proof does not hold, noted in the log as `event`; `field` is the password's. Forgives
/// the try where it was a right one.
std::optional<Error> proof_refusal(const Run& run, const Accounts& accounts, Door door,
                                   const PasswordCheck& check, std::string_view field,
                                   std::string_view event = "reauthentication_failed");

/// The actor's session under a new secret: whoever copied the old one is out. None where there is
/// no session.
std::optional<Opened> refreshed(const Run& run, Actor actor, Sessions& sessions);

/// How long it is until the next mail of this purpose, if the last one went out just now.
std::optional<Error> too_soon(const Run& run, const Tickets& tickets, const Account& account,
                              Purpose purpose);

bool is_last_admin(const Account& account, Accounts& accounts);

/// The account of that name, or why this actor may not touch it.
Result<Account> governed(Actor actor, const Accounts& accounts, const Handle& handle);

/// Notes an event of an account that somebody else is the author of.
void note_act(const Run& run, Actor actor, std::string_view what, const Account& account,
              std::string_view more = {});

/// Says good-bye to the owner and tells all modules; the audit log stays.
void dismiss(const Run& run, Door door, mail::Outbox outbox, Events& events,
             const Account& account);

}  // namespace asterism::accounts
