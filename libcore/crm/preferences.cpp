#include "libcore/crm/preferences.hpp"

#include "libcore/crm/contacts.hpp"
#include "libcore/crm/faults.hpp"

namespace asterism::crm {
namespace {

constexpr std::size_t longest_reason = 5'000;

Reasons reasons_of(const auto& input) {
    return {input.no_longer_wanted.value_or(false), input.never_signed_up.value_or(false),
            input.inappropriate.value_or(false), input.spam.value_or(false),
            input.other.value_or("")};
}

const Fault* refusal(const Reasons& reasons) {
    return code_points(reasons.other) > longest_reason ? &field_too_long : nullptr;
}

std::string address_of(const accounts::Accounts& accounts, const Contact& contact) {
    if (!contact.account) return contact.email_as_given;
    const auto account = accounts.find(contact.account);
    return account ? account->email_as_given : std::string();
}

void opt_out(const accounts::Run& run, Contacts& contacts, const Contact& contact,
             std::string_view secret) {
    contacts.opt(contact.id, run.now.at, secret);
    contacts.consent(contact.id, newsletter, false, "link", run.now.at);
}

}  // namespace

Result<Preferences> show_preferences(Actor actor, const Contacts& contacts,
                                     const accounts::NoInput&) {
    const auto contact = contacts.of(actor.account);
    if (!contact) return Preferences{};
    return Preferences{contacts.consents(contact->id, newsletter),
                       contact->opted_out_at.has_value()};
}

Result<Preferences> set_preferences(const accounts::Run& run, Actor actor, Contacts& contacts,
                                    const SetPreferences& input) {
    if (input.newsletter && input.opted_out) return contradictory_wishes;
    const auto reasons = reasons_of(input);
    if (const Fault* fault = refusal(reasons)) return field_error(*fault, "other");
    const auto id = contact_of(run, contacts, actor.account).id;
    const auto contact = contacts.hold(id);
    if (!contact) return unknown_contact;
    contacts.consent(id, newsletter, input.newsletter, "account", run.now.at);
    if (input.opted_out != contact->opted_out_at.has_value()) {
        const auto at = input.opted_out ? std::optional(run.now.at) : std::nullopt;
        contacts.opt(id, at, fresh_secret(run.entropy));
    }
    if (reasons.any()) contacts.explain(id, reasons, run.now.at);
    return Preferences{input.newsletter, input.opted_out};
}

Result<UnsubscribeView> look_up_unsubscribing(const accounts::Accounts& accounts,
                                              const Contacts& contacts, const Unsubscribe& input) {
    const auto contact = contacts.of_secret(input.token);
    if (!contact) return unknown_contact;
    if (contact->opted_out_at) return opted_out_already;
    return UnsubscribeView{masked(address_of(accounts, *contact))};
}

Result<Unsubscribed> confirm_unsubscribing(const accounts::Run& run,
                                           const accounts::Accounts& accounts, Contacts& contacts,
                                           const Unsubscribe& input) {
    const auto found = contacts.of_secret(input.token);
    const auto contact = found ? contacts.hold(found->id) : std::nullopt;
    if (!contact || contact->secret != input.token) return unknown_contact;
    if (contact->opted_out_at) return opted_out_already;
    auto secret = fresh_secret(run.entropy);
    opt_out(run, contacts, *contact, secret);
    return Unsubscribed{masked(address_of(accounts, *contact)), std::move(secret)};
}

Result<UnsubscribeView> unsubscribe(const accounts::Run& run, const accounts::Accounts& accounts,
                                    Contacts& contacts, const Unsubscribe& input) {
    const auto found = contacts.of_secret(input.token);
    const auto contact = found ? contacts.hold(found->id) : std::nullopt;
    if (!contact || contact->secret != input.token) return unknown_contact;
    if (!contact->opted_out_at) opt_out(run, contacts, *contact, contact->secret);
    return UnsubscribeView{masked(address_of(accounts, *contact))};
}

Result<Explained> explain_unsubscribing(Now now, Contacts& contacts,
                                        const ExplainUnsubscribing& input) {
    const auto contact = contacts.of_secret(input.token);
    if (!contact) return unknown_contact;
    const auto reasons = reasons_of(input);
    if (const Fault* fault = refusal(reasons)) return field_error(*fault, "other");
    contacts.explain(contact->id, reasons, now.at);
    return Explained{};
}

}  // namespace asterism::crm
