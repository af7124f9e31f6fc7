#include "libcore/accounts/identity_entry.hpp"

#include "libcore/accounts/faults.hpp"
#include "libcore/accounts/identity_faults.hpp"
#include "libcore/accounts/mails.hpp"
#include "libcore/accounts/opening.hpp"
#include "libcore/accounts/verification.hpp"

namespace asterism::accounts {
namespace {

std::string method(const Visit& visit) { return "auth_method=" + visit.provider; }

/// As a name may be here, or empty.
std::string fit_name(std::string_view told) {
    const auto name = PersonName::parse(told);
    return name ? name->str() : "";
}

EntryFacts facts_of(const Visit& visit, IdentityDesk desk, const ProvenIdentity& proven) {
    EntryFacts facts;
    if (const auto known = desk.identities.find(proven.issuer, proven.subject)) {
        facts.owner = desk.accounts.find(known->account);
        return facts;
    }
    facts.tells_email = proven.email.has_value();
    facts.vouches = proven.email_verified;
    facts.links = visit.run.policy.links_proved_emails;
    if (proven.email) facts.namesake = desk.accounts.find_by_email(proven.email->normal());
    if (facts.namesake)
        facts.namesake_has_password = desk.accounts.password_hash(facts.namesake->id).has_value();
    return facts;
}

bool add_identity(const Visit& visit, IdentityDesk desk, AccountId account,
                  const ProvenIdentity& proven) {
    const bool added = desk.identities
                           .add({{},
                                 account,
                                 visit.provider,
                                 proven.issuer,
                                 proven.subject,
                                 proven.email ? proven.email->normal() : "",
                                 fit_name(proven.name),
                                 visit.run.now.at})
                           .has_value();
    if (added) desk.events.tell(IdentityConnected{account});
    return added;
}

/// An account without a password. None if its address was taken meanwhile.
std::optional<Account> make_account(const Visit& visit, Accounts& accounts,
                                    const ProvenIdentity& proven) {
    Account account;
    account.uid = random_uuid(visit.run.entropy);
    account.email = proven.email->normal();
    account.email_as_given = proven.email->given();
    if (proven.email_verified) account.email_verified_at = visit.run.now.at;
    account.first_name = fit_name(proven.first_name);
    account.last_name = fit_name(proven.last_name);
    account.created_at = visit.run.now.at;
    account.language = visit.run.caller.language.value_or(Language::en);
    for (int tries = 0; tries < 5; ++tries) {  // a made-up handle may be somebody's
        account.handle = "user" + random_text(visit.run.entropy, hex_digits, 7);
        if (const auto id = accounts.add({account, {}})) {
            account.id = *id;
            return account;
        }
    }
    return std::nullopt;
}

FlowEnd signed_in(const Visit& visit, IdentityDesk desk, const Account& account) {
    auto in = open_session(visit.run, visit.actor, desk.accounts, desk.door, account, false,
                           method(visit) + " remember_me=false");
    return {FlowOutcome::signed_in,
            {},
            std::move(in.account),
            std::move(in.token),
            std::move(in.opened)};
}

void note_link(const Visit& visit, const Account& account) {
    visit.run.trail.note({"identity_connected", true, account.id, account.handle, method(visit)});
}

Result<FlowEnd> sign_up(const Visit& visit, IdentityDesk desk, const ProvenIdentity& proven) {
    const auto& run = visit.run;
    const auto account = make_account(visit, desk.accounts, proven);
    if (!account) return refused(visit, log_in_first, "used_email");
    if (!add_identity(visit, desk, account->id, proven))
        return refused(visit, identity_refused, "connected_meanwhile");
    const bool verified = account->email_verified_at.has_value();
    run.trail.note({"registration_success", true, account->id, account->handle,
                    method(visit) + (verified ? " verified=true" : " verified=false")});
    if (verified) {
        mail::post(desk.outbox, run.entropy, run.now, welcome_mail(run.policy, *account));
        return signed_in(visit, desk, *account);
    }
    send_verification(run, desk.door.tickets, desk.outbox, *account);
    return FlowEnd{FlowOutcome::verification_required, {}, view_of(*account), {}, {}};
}

}  // namespace

EntryDecision decide(const EntryFacts& facts) {
    if (const auto& owner = facts.owner) {
        if (!owner->active) return {Entry::owner, &identity_refused, "inactive"};
        if (!owner->email_verified_at)
            return {Entry::owner, &email_not_verified, "email_not_verified"};
        return {Entry::owner};
    }
    if (!facts.tells_email) return {Entry::sign_up, &identity_without_email, "no_email"};
    const auto& namesake = facts.namesake;
    if (!namesake) return {Entry::sign_up};
    const bool proved = facts.vouches && namesake->email_verified_at && namesake->active;
    if (facts.links && proved && !facts.namesake_has_password) return {Entry::link};
    return {Entry::link, &log_in_first, "used_email"};
}

Error refused(const Visit& visit, const Fault& fault, std::string_view reason,
              const std::optional<Account>& account) {
    visit.run.trail.note({visit.connects ? "identity_refused" : "login_failed", false,
                          account ? std::optional(account->id) : std::nullopt,
                          account ? account->handle : "",
                          method(visit).append(" reason=").append(reason)});
    return {&fault};
}

Result<FlowEnd> enter(const Visit& visit, IdentityDesk desk, const ProvenIdentity& proven) {
    const auto facts = facts_of(visit, desk, proven);
    const auto [entry, fault, reason] = decide(facts);
    if (fault) return refused(visit, *fault, reason, facts.owner ? facts.owner : facts.namesake);
    switch (entry) {
        case Entry::owner: return signed_in(visit, desk, *facts.owner);
        case Entry::link:
            if (!add_identity(visit, desk, facts.namesake->id, proven))
                return refused(visit, identity_refused, "connected_meanwhile");
            note_link(visit, *facts.namesake);
            return signed_in(visit, desk, *facts.namesake);
        case Entry::sign_up: break;
    }
    return sign_up(visit, desk, proven);
}

Result<FlowEnd> connect(const Visit& visit, IdentityDesk desk, AccountId account,
                        const ProvenIdentity& proven) {
    const auto owner = desk.accounts.find(account);
    if (!owner || !visit.actor || visit.actor->account != account || visit.actor->scopes)
        return refused(visit, flow_void, "other_account", owner);
    FlowEnd end{FlowOutcome::connected, {}, view_of(*owner), {}, {}};
    if (const auto known = desk.identities.find(proven.issuer, proven.subject)) {
        if (known->account == account) return end;
        return refused(visit, identity_taken, "identity_taken", owner);
    }
    if (proven.email) {
        const auto namesake = desk.accounts.find_by_email(proven.email->normal());
        if (namesake && namesake->id != account)
            return refused(visit, identity_email_conflict, "used_email", owner);
    }
    if (!add_identity(visit, desk, account, proven))
        return refused(visit, identity_taken, "identity_taken", owner);
    note_link(visit, *owner);
    return end;
}

}  // namespace asterism::accounts
