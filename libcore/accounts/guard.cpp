#include "libcore/accounts/guard.hpp"

#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/mails.hpp"

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

const Fault* unproved(const Run& run, Actor actor, const Sessions& sessions) {
    if (!actor.session) return actor.scopes ? &reauthentication_required : nullptr;
    const auto session = sessions.find(actor.session);
    const bool recent = session && lately_proved(run.policy, *session, run.now.at);
    return recent ? nullptr : &reauthentication_required;
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

Result<Candidate> demand_proof(const Run& run, Actor actor, const Accounts& accounts, Door door,
                               const std::optional<Password>& shown) {
    Candidate candidate;
    candidate.account = accounts.find(actor.account);
    if (!candidate.account) return unknown_account;
    if (shown) {
        candidate.key = account_key(actor.account);
        return count_try(run, accounts, door.lockouts, std::move(candidate));
    }
    if (const Fault* fault = unproved(run, actor, door.sessions)) return *fault;
    candidate.hash = accounts.password_hash(actor.account).value_or("");
    return candidate;
}

PasswordCheck check_shown(const Hasher& hasher, const Candidate& candidate,
                          const std::optional<Password>& shown) {
    if (!shown) return {candidate, true, {}};
    if (!candidate.hash.empty())
        return {candidate, hasher.verify(candidate.hash, shown->view()), {}};
    (void)hasher.hash(shown->view());  // takes as long as looking at a real one
    return {candidate, false, {}};
}

std::optional<Error> proof_refusal(const Run& run, const Accounts& accounts, Door door,
                                   const PasswordCheck& check, std::string_view field,
                                   std::string_view event) {
    const Candidate& candidate = check.candidate;
    if (check.matches && still_so(accounts, candidate)) {
        if (!candidate.key.empty()) door.lockouts.clear(candidate.key);
        return std::nullopt;
    }
    const bool locked = !check.matches && candidate.locks_until;
    if (check.matches && !candidate.key.empty()) run.trail.forgive(candidate.key);
    run.trail.note({locked ? "login_locked" : event, false, candidate.account->id,
                    candidate.account->handle,
                    locked          ? "reason=exceeded_failure_limit"
                    : check.matches ? "reason=changed_meanwhile"
                                    : "reason=invalid_password"});
    if (locked) return locked_error(run, candidate);
    return field_error(wrong_password, field);
}

std::optional<Opened> refreshed(const Run& run, Actor actor, Sessions& sessions) {
    const auto current = sessions.find(actor.session);
    if (!current) return std::nullopt;
    const auto token = random_text(run.entropy, alphanumerics, 43);
    sessions.rotate(current->id, run.fingerprint.of(token), run.now.at);
    sessions.prove(current->id, run.now.at);
    return Opened{current->id, token, current->lifetime};
}

std::optional<Error> too_soon(const Run& run, const Tickets& tickets, const Account& account,
                              Purpose purpose) {
    const auto newest = tickets.newest(account.id, purpose);
    // The mail that comes with registering is not one that somebody asked for.
    if (!newest || newest->issued <= account.created_at || newest->issued > run.now.at)
        return std::nullopt;
    const auto next = newest->issued + run.policy.mail_pause;
    if (run.now.at >= next) return std::nullopt;
    Error error{&mailed_just_now};
    error.retry_after = std::chrono::ceil<std::chrono::seconds>(next - run.now.at);
    return error;
}

bool is_last_admin(const Account& account, Accounts& accounts) {
    return account.role == Role::admin && account.active && accounts.hold_admins() == 1;
}

Result<Account> governed(Actor actor, const Accounts& accounts, const Handle& handle) {
    if (actor.role != Role::admin) return admins_only;
    auto account = accounts.find_by_handle(handle.view());
    if (!account) return field_error(unknown_account, "handle");
    return *std::move(account);
}

void note_act(const Run& run, Actor actor, std::string_view what, const Account& account,
              std::string_view more) {
    auto metadata = "by=" + std::to_string(actor.account.value);
    if (!more.empty()) metadata.append(1, ' ').append(more);
    run.trail.note({what, true, account.id, account.handle, std::move(metadata)});
}

void dismiss(const Run& run, Door door, mail::Outbox outbox, Events& events,
             const Account& account) {
    mail::post(outbox, run.entropy, run.now, account_deleted_mail(run.policy, account));
    door.lockouts.clear(account_key(account.id));
    events.tell(AccountDeleted{account.id, account.handle});
}

}  // namespace asterism::accounts
