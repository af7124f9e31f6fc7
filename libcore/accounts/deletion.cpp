#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"

namespace asterism::accounts {

Result<Candidate> reserve_deletion(const Run& run, Actor actor, const Accounts& accounts, Door door,
                                   const DeleteAccount& input) {
    return demand_proof(run, actor, accounts, door, input.current_password);
}

PasswordCheck check_deletion(const Hasher& hasher, const Candidate& candidate,
                             const DeleteAccount& input) {
    return check_shown(hasher, candidate, input.current_password);
}

Result<Deletion> delete_account(const Run& run, Actor, Accounts& accounts, Door door,
                                mail::Outbox outbox, Events& events, const PasswordCheck& check,
                                const DeleteAccount&) {
    if (auto error = proof_refusal(run, accounts, door, check, "current_password"))
        return *std::move(error);
    const auto& account = *check.candidate.account;
    if (is_last_admin(account, accounts)) return last_admin;
    dismiss(run, door, outbox, events, account);
    run.trail.note({"account_deleted", true, account.id, account.handle});
    return Deletion{};
}

void sweep(Accounts& accounts, const AccountDeleted& event) { accounts.remove(event.account); }

}  // namespace asterism::accounts
