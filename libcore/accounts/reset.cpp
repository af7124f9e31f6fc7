#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/mails.hpp"

namespace asterism::accounts {
namespace {

Language wished(const RequestPasswordReset& input, const Account& account) {
    const auto language = input.language ? language_named(*input.language) : std::nullopt;
    return language.value_or(account.language);
}

bool is_named(const Account& account, const std::optional<std::string>& handle) {
    return !handle || lowered(*handle) == account.handle;
}

/// Why the link opens nothing, in words that clients tell apart.
Error is_void(const Run& run, std::string why) {
    run.trail.note({"password_reset_failed", false, std::nullopt, "", "reason=invalid_token"});
    return {&ticket_void, std::move(why)};
}

/// The open ticket behind a link, tied to the account that the link names.
Result<Ticket> ticket_of(const Run& run, const Accounts& accounts, const Tickets& tickets,
                         const ResetPassword& input) {
    const auto ticket = tickets.find(Purpose::reset_password, run.fingerprint.of(input.token));
    if (!ticket) return is_void(run, "");
    const auto account = accounts.find(ticket->account);
    const bool named = !input.account || *input.account == reset_name(ticket->account);
    if (!named || !account || !account->active || account->email != ticket->address)
        return is_void(run, "");
    if (ticket->used || !is_named(*account, input.handle)) return is_void(run, "used");
    if (run.now.at >= ticket->expires) return is_void(run, "expired");
    return *ticket;
}

/// What is wrong with the new password.
std::optional<Error> refusal(const Policy& policy, const Account& account,
                             const ResetPassword& input) {
    auto weak = refusal(policy.passwords, input.password, owner_of(policy, account), "password");
    if (!input.password_again || *input.password_again == input.password) return weak;
    auto out = weak ? *std::move(weak) : Error{&passwords_differ, "password"};
    out.fields.push_back({"password", &passwords_differ});
    return out;
}

}  // namespace

Result<ResetRequested> request_password_reset(const Run& run, const Accounts& accounts,
                                              Tickets& tickets, mail::Outbox outbox,
                                              const RequestPasswordReset& input) {
    const auto account = accounts.find_by_email(input.email.normal());
    const bool found = account && account->active && is_named(*account, input.handle);
    const Account& to = found ? *account : Account{};
    // All the work is done for a stranger's address, too, so that time does not tell it apart.
    const auto token = random_text(run.entropy, alphanumerics, 43);  // 256 bits
    const auto print = run.fingerprint.of(token);
    auto draft = reset_mail(run.policy, to, token, run.caller.address, wished(input, to));
    tickets.drop_unused(to.id, Purpose::reset_password);
    if (found) {
        tickets.add({{},
                     to.id,
                     Purpose::reset_password,
                     to.email,
                     run.now.at + run.policy.reset_life,
                     false,
                     run.now.at},
                    print);
        mail::post(outbox, run.entropy, run.now, std::move(draft));
    }
    run.trail.note({"password_reset_requested", true, found ? std::optional(to.id) : std::nullopt,
                    to.handle, found ? "user_found=true" : "user_found=false"});
    return ResetRequested{};
}

Result<Done> vet_reset(const Run& run, const Accounts& accounts, const Tickets& tickets,
                       const ResetPassword& input) {
    if (input.handle && !accounts.find_by_handle(lowered(*input.handle)))
        return field_error(unknown_account, "handle");
    if (!run.policy.proof_comes_first && input.password_again &&
        *input.password_again != input.password)
        return field_error(passwords_differ, "password_again");
    const auto ticket = ticket_of(run, accounts, tickets, input);
    if (!ticket) return ticket.error();
    if (auto error = refusal(run.policy, *accounts.find(ticket->account), input))
        return *std::move(error);
    return Done{};
}

NewPassword hash_reset(const Hasher& hasher, const Done&, const ResetPassword& input) {
    return {hasher.hash(input.password.view())};
}

Result<SessionsEnded> reset_password(const Run& run, Accounts& accounts, Door door, Keys& keys,
                                     mail::Outbox outbox, Events& events,
                                     const NewPassword& password, const ResetPassword& input) {
    const auto ticket = ticket_of(run, accounts, door.tickets, input);
    if (!ticket) return ticket.error();
    if (!door.tickets.use(ticket->id, run.now.at)) return is_void(run, "used");
    const auto account = *accounts.find(ticket->account);
    accounts.set_password_hash(account.id, password.hash, run.now.at);
    if (!account.email_verified_at) {
        accounts.mark_verified(account.id, run.now.at);
        events.tell(AddressVerified{account.id});
    }
    door.lockouts.clear(account_key(account.id));
    door.tickets.drop_unused(account.id);
    keys.revoke_all(account.id, run.now.at);
    const auto ended = door.sessions.end_others(account.id, {}, "password_reset", run.now.at);
    mail::post(outbox, run.entropy, run.now,
               password_changed_mail(run.policy, account, run.caller.address));
    run.trail.note({"password_changed", true, account.id, account.handle,
                    account.email_verified_at ? "method=reset lockout_cleared=true"
                                              : "method=reset lockout_cleared=true verified=true"});
    return SessionsEnded{ended};
}

}  // namespace asterism::accounts
