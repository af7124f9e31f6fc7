#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/mails.hpp"
#include "libcore/accounts/verification.hpp"

namespace asterism::accounts {
namespace {

Owner owner_of(const Policy& policy, const RegisterAccount& input) {
    const auto view = [](const auto& name) { return name ? name->view() : std::string_view(); };
    return {view(input.handle), input.email.normal(), view(input.first_name), view(input.last_name),
            policy.site_name};
}

std::string text_of(const std::optional<PersonName>& name) { return name ? name->str() : ""; }

}  // namespace

Account draw_up(const Run& run, const RegisterAccount& input) {
    Account account;
    account.uid = random_uuid(run.entropy);
    account.email = input.email.normal();
    account.email_as_given = input.email.given();
    account.handle =
        input.handle ? input.handle->str() : "user" + random_text(run.entropy, hex_digits, 7);
    account.first_name = text_of(input.first_name);
    account.last_name = text_of(input.last_name);
    account.created_at = run.now.at;
    account.language = run.caller.language.value_or(Language::en);
    return account;
}

Result<Done> vet_registration(const Policy& policy, const Accounts& accounts,
                              const Identities& identities, const RegisterAccount& input) {
    if (input.handle) {
        if (const Fault* fault = refusal(*input.handle, policy.handles))
            return field_error(*fault, "handle");
        if (accounts.find_by_handle(input.handle->view()))
            return field_error(handle_taken, "handle");
    }
    if (policy.reveals_used_email && accounts.find_by_email(input.email.normal()))
        return field_error(email_taken, "email");
    if (policy.keeps_identity_emails && identities.has_email(input.email.normal()))
        return field_error(email_taken, "email");
    if (input.password_again && *input.password_again != input.password)
        return field_error(passwords_differ, "password_again");
    const auto owner = owner_of(policy, input);
    if (auto error = refusal(policy.passwords, input.password, owner, "password")) return *error;
    return Done{};
}

NewPassword hash_registration(const Hasher& hasher, const Done&, const RegisterAccount& input) {
    return {hasher.hash(input.password.view())};
}

Result<Registered> register_account(const Run& run, Accounts& accounts, Tickets& tickets,
                                    mail::Outbox outbox, const NewPassword& password,
                                    const RegisterAccount& input) {
    auto account = draw_up(run, input);
    if (const auto id = accounts.add({account, password.hash})) {
        account.id = *id;
        send_verification(run, tickets, outbox, account);
        run.trail.note({"registration_success", true, *id, account.handle, "verified=false"});
        return Registered{account.email_as_given};
    }
    const auto owner = accounts.find_by_email(input.email.normal());
    if (!owner) return field_error(handle_taken, "handle");
    if (run.policy.reveals_used_email) return field_error(email_taken, "email");
    mail::post(outbox, run.entropy, run.now, address_in_use_mail(run.policy, *owner));
    run.trail.note({"registration_refused", false, owner->id, owner->handle, "reason=used_email"});
    return Registered{account.email_as_given};
}

Result<VerificationSent> resend_verification(const Run& run, const Accounts& accounts,
                                             Tickets& tickets, mail::Outbox outbox,
                                             const ResendVerification& input) {
    const auto account = accounts.find_by_email(input.email.normal());
    if (!account || !account->active) return VerificationSent{};
    if (account->email_verified_at) {
        if (run.policy.reveals_used_email) return already_verified;
        return VerificationSent{};
    }
    if (auto error = too_soon(run, tickets, *account, Purpose::verify_email)) {
        if (run.policy.reveals_used_email) return *std::move(error);
        return VerificationSent{};
    }
    send_verification(run, tickets, outbox, *account);
    run.trail.note({"verification_email_resent", true, account->id, account->handle});
    return VerificationSent{};
}

}  // namespace asterism::accounts
