#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {

Result<Candidate> reserve_change_password(const Run& run, Actor actor, const Accounts& accounts,
                                          Door door, const ChangePassword& input) {
    const auto account = accounts.find(actor.account);
    if (!account) return unknown_account;
    if (account->has_password && !input.current_password)
        return field_error(current_password_missing, "current_password");
    const auto owner = owner_of(run.policy, *account);
    if (auto error = refusal(run.policy.passwords, input.new_password, owner, "new_password"))
        return *std::move(error);
    return demand_proof(run, actor, accounts, door, input.current_password);
}

PasswordCheck check_change_password(const Hasher& hasher, const Candidate& candidate,
                                    const ChangePassword& input) {
    auto check = check_shown(hasher, candidate, input.current_password);
    if (check.matches) check.new_hash = hasher.hash(input.new_password.view());
    return check;
}

Result<PasswordChanged> change_password(const Run& run, Actor actor, Accounts& accounts, Door door,
                                        const PasswordCheck& check, const ChangePassword&) {
    if (auto error =
            proof_refusal(run, accounts, door, check, "current_password", "password_change_failed"))
        return *std::move(error);
    const auto& account = *check.candidate.account;
    accounts.set_password_hash(account.id, check.new_hash, run.now.at);
    door.tickets.drop_unused(account.id);
    PasswordChanged changed;
    changed.sessions_ended =
        door.sessions.end_others(account.id, actor.session, "password_changed", run.now.at);
    changed.opened = refreshed(run, actor, door.sessions);
    run.trail.note({"password_changed", true, account.id, account.handle});
    return changed;
}

}  // namespace asterism::accounts
