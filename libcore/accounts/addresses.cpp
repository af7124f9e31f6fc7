#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/mails.hpp"

namespace asterism::accounts {
namespace {

/// Makes the new address the account's. The link was opened by who reads that mailbox.
Result<EmailVerified> confirm_change(const Run& run, Accounts& accounts, Tickets& tickets,
                                     const Ticket& ticket) {
    const auto account = accounts.find(ticket.account);
    if (ticket.used || run.now.at >= ticket.expires || !account || !account->active)
        return ticket_void;
    if (!tickets.use(ticket.id, run.now.at)) return ticket_void;
    if (!accounts.set_email(account->id, ticket.address, ticket.address_as_given, run.now.at))
        return already_verified;  // by another account, meanwhile
    tickets.drop_unused(account->id);
    run.trail.note({"email_changed", true, account->id, account->handle});
    return EmailVerified{account->handle, ticket.address};
}

/// Why the address cannot be asked for. What would tell of other accounts is told only where the
/// policy allows it.
const Fault* refusal(const Run& run, const Accounts& accounts, const Identities& identities,
                     const Tickets& tickets, const Account& account, const Email& wanted) {
    if (wanted.normal() == account.email) return &email_unchanged;
    if (run.policy.keeps_identity_emails && identities.has_email(wanted.normal()))
        return &email_taken;
    if (!run.policy.reveals_used_email) return nullptr;
    const bool taken =
        accounts.find_by_email(wanted.normal()) ||
        tickets.awaited_by_others(Purpose::change_email, wanted.normal(), account.id, run.now.at);
    return taken ? &email_taken : nullptr;
}

}  // namespace

Result<EmailVerified> verify_email(const Run& run, Accounts& accounts, Tickets& tickets,
                                   mail::Outbox outbox, Events& events, const VerifyEmail& input) {
    const auto print = run.fingerprint.of(input.token);
    if (const auto change = tickets.find(Purpose::change_email, print))
        return confirm_change(run, accounts, tickets, *change);
    const auto ticket = tickets.find(Purpose::verify_email, print);
    if (!ticket) return ticket_void;
    if (ticket->used) return Error{&ticket_void, "used"};
    if (run.now.at >= ticket->expires) return Error{&ticket_void, "expired"};
    const auto account = accounts.find(ticket->account);
    if (!account || account->email != ticket->address) return ticket_void;
    if (account->email_verified_at) return already_verified;
    if (!tickets.use(ticket->id, run.now.at)) return ticket_void;

    accounts.mark_verified(account->id, run.now.at);
    events.tell(AddressVerified{account->id});
    // Where nobody waits for the proof, the mail with the link was the welcome.
    if (!run.policy.admits_unverified)
        mail::post(outbox, run.entropy, run.now, welcome_mail(run.policy, *account));
    run.trail.note({"email_verified", true, account->id, account->handle});
    return EmailVerified{account->handle, account->email};
}

Result<Candidate> reserve_change_email(const Run& run, Actor actor, const Accounts& accounts,
                                       const Identities& identities, Door door,
                                       const ChangeEmail& input) {
    const auto account = accounts.find(actor.account);
    if (!account) return unknown_account;
    if (const Fault* fault =
            refusal(run, accounts, identities, door.tickets, *account, input.new_email))
        return field_error(*fault, "new_email");
    if (auto error = too_soon(run, door.tickets, *account, Purpose::change_email))
        return *std::move(error);
    if (!input.current_password && !run.policy.email_change_asks_again)
        actor.session = {};  // as one that the shell vouches for
    return demand_proof(run, actor, accounts, door, input.current_password);
}

PasswordCheck check_change_email(const Hasher& hasher, const Candidate& candidate,
                                 const ChangeEmail& input) {
    return check_shown(hasher, candidate, input.current_password);
}

Result<EmailChangeStarted> change_email(const Run& run, Actor, const Accounts& accounts, Door door,
                                        mail::Outbox outbox, const PasswordCheck& check,
                                        const ChangeEmail& input) {
    if (auto error = proof_refusal(run, accounts, door, check, "current_password"))
        return *std::move(error);
    const auto& account = *check.candidate.account;
    const auto& wanted = input.new_email;
    const auto token = random_text(run.entropy, lower_alphanumerics, 64);
    // A used address gets a ticket as well, whose link nobody is told: the pause between two mails
    // must not tell it apart.
    door.tickets.drop_unused(account.id, Purpose::change_email);
    door.tickets.add({{},
                      account.id,
                      Purpose::change_email,
                      wanted.normal(),
                      run.now.at + run.policy.email_change_life,
                      false,
                      run.now.at,
                      wanted.given()},
                     run.fingerprint.of(token));
    const auto owner = accounts.find_by_email(wanted.normal());
    mail::post(outbox, run.entropy, run.now,
               email_change_notice(run.policy, account, wanted.given()));
    mail::post(outbox, run.entropy, run.now,
               owner ? address_in_use_mail(run.policy, *owner)
                     : email_change_mail(run.policy, account, wanted.given(), token));
    run.trail.note({"email_change_requested", true, account.id, account.handle});
    return EmailChangeStarted{wanted.given()};
}

}  // namespace asterism::accounts
