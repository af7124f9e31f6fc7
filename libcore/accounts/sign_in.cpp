#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/opening.hpp"
#include "libcore/accounts/use_cases.hpp"

namespace asterism::accounts {
namespace {

std::optional<Account> named(const Accounts& accounts, const std::string& name) {
    if (name.find('@') == std::string::npos) return accounts.find_by_handle(name);
    if (auto account = accounts.find_by_email(name)) return account;
    return accounts.find_by_handle(name);
}

/// A wrong password and a name that nobody has get the same answer.
const Fault* refusal(const Policy& policy, const Accounts& accounts, const PasswordCheck& check) {
    const auto& account = check.candidate.account;
    if (!check.matches || !account->active)
        return check.candidate.locks_until ? &login_locked : &bad_credentials;
    if (!account->email_verified_at && !policy.admits_unverified) return &email_not_verified;
    if (!still_so(accounts, check.candidate)) return &bad_credentials;
    return nullptr;
}

std::string reason(const PasswordCheck& check) {
    const auto& account = check.candidate.account;
    if (!account) return "reason=user_not_found";
    if (!check.matches) return "reason=invalid_password";
    if (!account->active) return "reason=inactive";
    return account->email_verified_at ? "reason=changed_meanwhile" : "reason=email_not_verified";
}

Error refused(const Run& run, const Fault& fault, const PasswordCheck& check) {
    const auto& account = check.candidate.account;
    const bool locked = &fault == &login_locked;
    run.trail.note({locked ? "login_locked" : "login_failed", false,
                    account ? std::optional(account->id) : std::nullopt,
                    name_for_audit(check.candidate),
                    locked ? "reason=exceeded_failure_limit" : reason(check)});
    if (check.matches && account->active) run.trail.forgive(check.candidate.key);
    if (locked) return locked_error(run, check.candidate);
    // The owner has just proved to be the owner, and needs to know where the mail went.
    if (&fault == &email_not_verified) return {&fault, account->email_as_given};
    return {&fault};
}

}  // namespace

Result<Candidate> reserve_log_in(const Run& run, const Accounts& accounts, Lockouts& lockouts,
                                 const LogIn& input) {
    Candidate candidate;
    candidate.name = lowered(trimmed(input.identifier));
    candidate.account = named(accounts, candidate.name);
    candidate.key = candidate.account ? account_key(candidate.account->id)
                                      : "name:" + run.fingerprint.of(candidate.name);
    return count_try(run, accounts, lockouts, std::move(candidate));
}

PasswordCheck check_log_in(const Hasher& hasher, const Candidate& candidate, const LogIn& input) {
    PasswordCheck check{candidate, false, {}};
    if (candidate.hash.empty()) {
        (void)hasher.hash(input.password.view());  // takes as long as looking at a real one
        return check;
    }
    check.matches = hasher.verify(candidate.hash, input.password.view());
    if (check.matches && hasher.outdated(candidate.hash))
        check.new_hash = hasher.hash(input.password.view());
    return check;
}

Result<SignedIn> log_in(const Run& run, std::optional<Actor> before, Accounts& accounts, Door door,
                        const PasswordCheck& check, const LogIn& input) {
    if (const Fault* fault = refusal(run.policy, accounts, check))
        return refused(run, *fault, check);
    const auto& account = *check.candidate.account;
    door.lockouts.clear(check.candidate.key);
    if (!check.new_hash.empty()) accounts.set_password_hash(account.id, check.new_hash, run.now.at);
    const bool remember = input.remember.value_or(false);
    return open_session(run, before, accounts, door, account, remember,
                        remember ? "remember_me=true" : "remember_me=false");
}

Result<SignedOut> log_out(const Run& run, Actor actor, const Accounts& accounts, Sessions& sessions,
                          const NoInput&) {
    if (actor.session) sessions.end(actor.session, "logout", run.now.at);
    const auto account = accounts.find(actor.account);
    run.trail.note({"logout", true, actor.account, account ? account->handle : ""});
    return SignedOut{};
}

Result<SignedOut> leave(const Run& run, std::optional<Actor> actor, const Accounts& accounts,
                        Sessions& sessions, const NoInput& input) {
    if (!actor) return SignedOut{};
    return log_out(run, *actor, accounts, sessions, input);
}

Result<AccountView> who_am_i(Actor actor, const Accounts& accounts, const NoInput&) {
    const auto account = accounts.find(actor.account);
    if (!account) return unknown_account;
    return view_of(*account);
}

Result<SessionStatus> session_status(std::optional<Actor> actor, const Accounts& accounts,
                                     const NoInput&) {
    const auto account = actor ? accounts.find(actor->account) : std::nullopt;
    if (!account) return SessionStatus{};
    return SessionStatus{true, view_of(*account)};
}

Result<Resumed> resume_session(Now now, const Caller& caller, const Policy& policy,
                               const Fingerprint& fingerprint, const Sessions& sessions,
                               const Token& token) {
    const auto found = sessions.find(fingerprint.of(token.value));
    if (!found || !found->active || found->session.ended || found->session.site != caller.site)
        return bad_credentials;
    const auto& session = found->session;
    if (found->former && !still_taken(session, now.at)) return bad_credentials;
    return Resumed{{session.account, found->role, session.id, session.site},
                   session.lifetime,
                   worth_touching(session, now.at),
                   !alive(session, now.at),
                   !found->former && worth_renewing(policy.sessions, session, now.at),
                   found->versions};
}

Result<Done> keep_session(Now now, Sessions& sessions, const SessionId& id) {
    sessions.touch(id, now.at);
    return Done{};
}

Result<Done> lapse_session(Now now, Sessions& sessions, const SessionId& id) {
    sessions.end(id, "lapsed", now.at);
    return Done{};
}

Result<Opened> renew_session(const Run& run, Sessions& sessions, const Renewal& renewal) {
    const auto session = sessions.find(renewal.session);
    const auto token = random_text(run.entropy, alphanumerics, 43);
    if (!session || !sessions.renew(session->id, run.fingerprint.of(renewal.token),
                                    run.fingerprint.of(token), run.now.at))
        return bad_credentials;
    return Opened{session->id, token, session->lifetime};
}

}  // namespace asterism::accounts
