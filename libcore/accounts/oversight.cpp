#include "libcore/accounts/oversight.hpp"

#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/mails.hpp"

namespace asterism::accounts {

Result<SessionList> list_account_sessions(Now now, Actor actor, const Accounts& accounts,
                                          const Sessions& sessions, const ShowAccount& input) {
    const auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    return list_sessions(now, {account->id, account->role, actor.session}, sessions, {});
}

Result<SessionsEnded> end_account_sessions(const Run& run, Actor actor, const Accounts& accounts,
                                           Sessions& sessions, const ShowAccount& input) {
    const auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    const auto ended = sessions.end_others(account->id, {}, "ended_by_admin", run.now.at);
    note_act(run, actor, "sessions_ended", *account, "count=" + std::to_string(ended));
    return SessionsEnded{ended};
}

Result<Done> vet_account_password(Actor actor, const Policy& policy, const Accounts& accounts,
                                  const SetAccountPassword& input) {
    const auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    if (auto error =
            refusal(policy.passwords, input.password, owner_of(policy, *account), "password"))
        return *std::move(error);
    return Done{};
}

NewPassword hash_account_password(const Hasher& hasher, const Done&,
                                  const SetAccountPassword& input) {
    return {hasher.hash(input.password.view())};
}

Result<SessionsEnded> set_account_password(const Run& run, Actor actor, Accounts& accounts,
                                           Door door, mail::Outbox outbox,
                                           const NewPassword& password,
                                           const SetAccountPassword& input) {
    const auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    accounts.set_password_hash(account->id, password.hash, run.now.at);
    door.lockouts.clear(account_key(account->id));
    door.tickets.drop_unused(account->id);
    const auto ended = door.sessions.end_others(account->id, {}, "password_changed", run.now.at);
    mail::post(outbox, run.entropy, run.now,
               password_changed_mail(run.policy, *account, run.caller.address));
    note_act(run, actor, "password_changed", *account, "method=admin");
    return SessionsEnded{ended};
}

Result<AccountView> verify_account(const Run& run, Actor actor, Accounts& accounts,
                                   Tickets& tickets, Events& events, const ShowAccount& input) {
    auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    if (account->email_verified_at) return view_of(*account);
    accounts.mark_verified(account->id, run.now.at);
    events.tell(AddressVerified{account->id});
    account->email_verified_at = run.now.at;
    tickets.drop_unused(account->id, Purpose::verify_email);
    note_act(run, actor, "email_verified", *account, "method=admin");
    return view_of(*account);
}

Result<Deletion> remove_account(const Run& run, Actor actor, Accounts& accounts, Door door,
                                mail::Outbox outbox, Events& events, const ShowAccount& input) {
    const auto account = governed(actor, accounts, input.handle);
    if (!account) return account.error();
    if (is_last_admin(*account, accounts)) return last_admin;
    dismiss(run, door, outbox, events, *account);
    note_act(run, actor, "account_deleted", *account);
    return Deletion{};
}

}  // namespace asterism::accounts
