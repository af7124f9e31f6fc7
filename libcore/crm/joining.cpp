#include "libcore/crm/joining.hpp"

#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/opening.hpp"
#include "libcore/accounts/verification.hpp"
#include "libcore/crm/contacts.hpp"
#include "libcore/crm/faults.hpp"
#include "libcore/crm/forms.hpp"
#include "libcore/crm/mails.hpp"

namespace asterism::crm {
namespace {

using accounts::Account;
using accounts::Run;

constexpr std::size_t longest_first_name = 30;
constexpr std::size_t longest_last_name = 150;

/// A password is compared with the rest of the form once that is right.
Form read(const accounts::Policy& policy, const accounts::Accounts& accounts,
          const JoinSite& input) {
    Form form;
    form.name("first_name", input.first_name, longest_first_name);
    form.name("last_name", input.last_name, longest_last_name);
    form.handle(input.handle, policy.handles);
    const auto handle = Handle::parse(input.handle);
    if (handle && accounts.find_by_handle(handle->view()))
        form.wrong("handle", accounts::handle_taken);
    const auto email = form.email("email", input.email);
    if (email && accounts.find_by_email(email->normal()))
        form.wrong("email", accounts::email_taken);
    form.password(input.password, input.password_again, policy,
                  {input.handle, input.email, input.first_name, input.last_name, policy.site_name});
    return form;
}

/// What the database alone tells.
Error taken(const accounts::Accounts& accounts, std::string_view handle) {
    Form form;
    if (accounts.find_by_handle(handle))
        form.wrong("handle", accounts::handle_taken);
    else
        form.wrong("email", accounts::email_taken);
    return *form.refusal();
}

accounts::RegisterAccount registration(const JoinSite& input) {
    accounts::RegisterAccount out;
    out.handle = *Handle::parse(input.handle);
    out.email = *Email::parse(input.email);
    out.first_name = *PersonName::parse(input.first_name);
    out.last_name = *PersonName::parse(input.last_name);
    return out;
}

/// The address is the account's from now on, and as unproved as a new one.
std::optional<Error> move(const Run& run, Hall hall, Account& account, const Email& wanted) {
    const auto before = account.email_as_given;
    if (!hall.accounts.set_email(account.id, wanted.normal(), wanted.given(), std::nullopt)) {
        Form form;
        form.wrong("email", accounts::email_taken);
        return form.refusal();
    }
    account.email = wanted.normal();
    account.email_as_given = wanted.given();
    hall.door.tickets.drop_unused(account.id);
    const auto token = accounts::issue_verification(run, hall.door.tickets, account);
    mail::post(hall.outbox, run.entropy, run.now, moved_mail(run.policy, account, before, ""));
    mail::post(hall.outbox, run.entropy, run.now, moved_mail(run.policy, account, before, token));
    run.trail.note({"email_changed", true, account.id, account.handle});
    return std::nullopt;
}

}  // namespace

Result<Done> vet_joining(const accounts::Policy& policy, const accounts::Accounts& accounts,
                         const JoinSite& input) {
    if (!policy.admits_unverified) return accounts::email_not_verified;
    if (auto error = read(policy, accounts, input).refusal()) return *std::move(error);
    return Done{};
}

accounts::NewPassword hash_joining(const accounts::Hasher& hasher, const Done&,
                                   const JoinSite& input) {
    return {hasher.hash(input.password)};
}

Result<accounts::SignedIn> join_site(const Run& run, std::optional<Actor> before, Hall hall,
                                     const accounts::NewPassword& password, const JoinSite& input) {
    auto account = accounts::draw_up(run, registration(input));
    const auto id = hall.accounts.add({account, password.hash});
    if (!id) return taken(hall.accounts, account.handle);
    account.id = *id;
    const auto token = accounts::issue_verification(run, hall.door.tickets, account);
    mail::post(hall.outbox, run.entropy, run.now, joined_mail(run.policy, account, token));
    if (const auto terms = hall.terms.newest())
        hall.terms.agree(account.id, terms->version, run.now.at);
    const auto contact = contact_of(run, hall.contacts, account.id);
    hall.contacts.consent(contact.id, newsletter, input.newsletter, "registration", run.now.at);
    run.trail.note({"registration_success", true, *id, account.handle, "verified=false"});
    const bool remember = input.remember.value_or(false);
    return open_session(run, before, hall.accounts, hall.door, account, remember,
                        remember ? "remember_me=true" : "remember_me=false");
}

Result<DetailsUpdated> update_details(const Run& run, Actor actor, Hall hall,
                                      const UpdateDetails& input) {
    auto account = hall.accounts.find(actor.account);
    if (!account) return accounts::unknown_account;
    Form form;
    form.name("first_name", input.first_name, longest_first_name);
    form.name("last_name", input.last_name, longest_last_name);
    const auto email = form.email("email", input.email);
    if (auto error = form.refusal()) return *std::move(error);
    const bool moves = email->normal() != account->email;
    // What it would tell of other accounts is told only where registering tells it, too.
    if (moves && !run.policy.admits_unverified) return field_error(address_needs_proof, "email");
    if (input.first_name != account->first_name || input.last_name != account->last_name) {
        hall.accounts.set_names(account->id, input.first_name, input.last_name);
        run.trail.note({"account_updated", true, account->id, account->handle, "name"});
    }
    if (moves)
        if (auto error = move(run, hall, *account, *email)) return *std::move(error);
    return DetailsUpdated{account->email_as_given, moves};
}

Result<accounts::VerificationSent> request_verification(const Run& run, Actor actor,
                                                        const accounts::Accounts& accounts,
                                                        accounts::Tickets& tickets,
                                                        mail::Outbox outbox,
                                                        const accounts::NoInput&) {
    const auto account = accounts.find(actor.account);
    if (!account) return accounts::unknown_account;
    if (account->email_verified_at) return accounts::already_verified;
    if (auto error = too_soon(run, tickets, *account, accounts::Purpose::verify_email))
        return *std::move(error);
    accounts::send_verification(run, tickets, outbox, *account);
    run.trail.note({"verification_email_resent", true, account->id, account->handle});
    return accounts::VerificationSent{};
}

Result<accounts::EmailVerified> prove_address(const Run& run, Actor actor, Hall hall,
                                              Events& events, const accounts::VerifyEmail& input) {
    const auto ticket =
        hall.door.tickets.find(accounts::Purpose::verify_email, run.fingerprint.of(input.token));
    if (!ticket) return accounts::ticket_void;
    if (ticket->account != actor.account) return Error{&accounts::ticket_void, "used"};
    return verify_email(run, hall.accounts, hall.door.tickets, hall.outbox, events, input);
}

Result<UsernameRequested> request_username(const Run& run, const accounts::Accounts& accounts,
                                           mail::Outbox outbox, const RequestUsername& input) {
    const auto account = accounts.find_by_email(input.email.normal());
    const bool found = account && account->active;
    if (found) mail::post(outbox, run.entropy, run.now, username_mail(run.policy, *account));
    run.trail.note({"username_requested", true, found ? std::optional(account->id) : std::nullopt,
                    found ? account->handle : "", found ? "user_found=true" : "user_found=false"});
    return UsernameRequested{};
}

}  // namespace asterism::crm
