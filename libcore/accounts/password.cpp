#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {

Result<Candidate> reserve_change_password(const Run& run, Actor actor, const Accounts& accounts,
                                          Lockouts& lockouts, const ChangePassword& input) {
    Candidate candidate;
    candidate.account = accounts.find(actor.account);
    if (!candidate.account) return unknown_account;
    const auto owner = owner_of(run.policy, *candidate.account);
    if (auto error = refusal(run.policy.passwords, input.new_password, owner, "new_password"))
        return *error;
    candidate.key = account_key(actor.account);
    return count_try(run, accounts, lockouts, std::move(candidate));
}

PasswordCheck check_change_password(const Hasher& hasher, const Candidate& candidate,
                                    const ChangePassword& input) {
    PasswordCheck check{candidate, false, {}};
    check.matches =
        !candidate.hash.empty() && hasher.verify(candidate.hash, input.current_password.view());
    if (check.matches) check.new_hash = hasher.hash(input.new_password.view());
    return check;
}

Result<PasswordChanged> change_password(const Run& run, Actor actor, Accounts& accounts, Door door,
                                        const PasswordCheck& check, const ChangePassword&) {
    const auto& account = *check.candidate.account;
    if (!check.matches || !still_so(accounts, check.candidate)) {
        const bool locked = !check.matches && check.candidate.locks_until;
        if (check.matches) run.trail.forgive(check.candidate.key);
        run.trail.note({locked ? "login_locked" : "password_change_failed", false, account.id,
                        account.handle,
                        locked          ? "reason=exceeded_failure_limit"
                        : check.matches ? "reason=changed_meanwhile"
                                        : "reason=invalid_password"});
        if (locked) return locked_error(run, check.candidate);
        return field_error(wrong_password, "current_password");
    }
    door.lockouts.clear(check.candidate.key);
    accounts.set_password_hash(account.id, check.new_hash, run.now.at);
    PasswordChanged changed;
    changed.sessions_ended =
        door.sessions.end_others(account.id, actor.session, "password_changed", run.now.at);
    if (const auto current = door.sessions.find(actor.session)) {
        // The session goes on under a new secret: whoever copied the old one is out.
        const auto token = random_text(run.entropy, alphanumerics, 43);
        door.sessions.rotate(current->id, run.fingerprint.of(token));
        changed.opened = Opened{current->id, token, current->lifetime};
    }
    run.trail.note({"password_changed", true, account.id, account.handle});
    return changed;
}

}  // namespace asterism::accounts
