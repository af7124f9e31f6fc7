#include "libcore/accounts/guard.hpp"

#include "libcore/accounts/faults.hpp"

namespace asterism::accounts {

std::string account_key(AccountId id) { return "account:" + std::to_string(id.value); }

std::string name_for_audit(const Candidate& candidate) {
    if (candidate.account) return candidate.account->handle;
    auto name = candidate.name.substr(0, 150);
    while (!is_plain_utf8(name)) name.pop_back();  // the cut may go through a character
    return name;
}

Error locked_error(const Run& run, const Candidate& candidate) {
    Error error{&login_locked};
    error.retry_after =
        std::chrono::ceil<std::chrono::seconds>(*candidate.locks_until - run.now.at);
    return error;
}

bool still_so(const Accounts& accounts, const Candidate& candidate) {
    const auto account = accounts.find(candidate.account->id);
    return account && account->active &&
           accounts.password_hash(account->id).value_or("") == candidate.hash;
}

Result<Candidate> count_try(const Run& run, const Accounts& accounts, Lockouts& lockouts,
                            Candidate candidate) {
    const auto [allowed, after] =
        reserve(run.policy.lockout, lockouts.hold(candidate.key), run.now.at);
    candidate.locks_until = after.locked_until;
    if (!allowed) {
        // The lock itself was noted once, by the try that made it.
        run.trail.note({"login_failed", false,
                        candidate.account ? std::optional(candidate.account->id) : std::nullopt,
                        name_for_audit(candidate), "reason=account_locked"});
        return locked_error(run, candidate);
    }
    lockouts.save(candidate.key, after);
    if (candidate.account)
        candidate.hash = accounts.password_hash(candidate.account->id).value_or("");
    return candidate;
}

}  // namespace asterism::accounts
