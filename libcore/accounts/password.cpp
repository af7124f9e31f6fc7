#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/mails.hpp"
#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {
namespace {

/// What is wrong with the new password.
std::optional<Error> refusal(const Policy& policy, const Account& account,
                             const ChangePassword& input) {
    if (input.current_password && *input.current_password == input.new_password)
        return field_error(password_unchanged, "new_password");
    auto weak =
        refusal(policy.passwords, input.new_password, owner_of(policy, account), "new_password");
    const bool differ = input.new_password_again && *input.new_password_again != input.new_password;
    if (!differ) return weak;
    auto out = weak ? *std::move(weak) : Error{&passwords_differ, "new_password"};
    out.fields.push_back({"new_password", &passwords_differ});
    return out;
}

}  // namespace

Result<Candidate> reserve_change_password(const Run& run, Actor actor, const Accounts& accounts,
                                          Door door, const ChangePassword& input) {
    const auto account = accounts.find(actor.account);
    if (!account) return unknown_account;
    if (account->has_password && !input.current_password)
        return field_error(current_password_missing, "current_password");
    if (!run.policy.proof_comes_first)
        if (auto error = refusal(run.policy, *account, input)) return *std::move(error);
    return demand_proof(run, actor, accounts, door, input.current_password);
}

PasswordCheck check_change_password(const Hasher& hasher, const Candidate& candidate,
                                    const ChangePassword& input) {
    auto check = check_shown(hasher, candidate, input.current_password);
    if (check.matches) check.new_hash = hasher.hash(input.new_password.view());
    return check;
}

Result<PasswordChanged> change_password(const Run& run, Actor actor, Accounts& accounts, Door door,
                                        mail::Outbox outbox, const PasswordCheck& check,
                                        const ChangePassword& input) {
    if (auto error =
            proof_refusal(run, accounts, door, check, "current_password", "password_change_failed"))
        return *std::move(error);
    const auto& account = *check.candidate.account;
    if (run.policy.proof_comes_first) {
        if (auto error = refusal(run.policy, account, input)) {
            run.trail.forgive(check.candidate.key);  // the try was a right one
            return *std::move(error);
        }
    }
    accounts.set_password_hash(account.id, check.new_hash, run.now.at);
    door.tickets.drop_unused(account.id);
    PasswordChanged changed;
    changed.sessions_ended =
        door.sessions.end_others(account.id, actor.session, "password_changed", run.now.at);
    changed.opened = refreshed(run, actor, door.sessions);
    mail::post(outbox, run.entropy, run.now,
               password_changed_mail(run.policy, account, run.caller.address));
    run.trail.note({"password_changed", true, account.id, account.handle});
    return changed;
}

}  // namespace asterism::accounts
