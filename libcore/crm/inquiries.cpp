#include "libcore/crm/inquiries.hpp"

#include "libcore/crm/contacts.hpp"
#include "libcore/crm/faults.hpp"
#include "libcore/crm/forms.hpp"
#include "libcore/crm/mails.hpp"

namespace asterism::crm {
namespace {

constexpr std::size_t longest_name = 30;
constexpr std::size_t longest_message = 5'000;

/// Who writes: whoever is signed in, else whose proved address it is, else a stranger.
void sign(const accounts::Run& run, const std::optional<Actor>& actor,
          const accounts::Accounts& accounts, Contacts& contacts, const Email& email,
          Inquiry& inquiry) {
    if (actor) return void(inquiry.account = actor->account);
    const auto account = accounts.find_by_email(email.normal());
    if (account && account->email_verified_at) return void(inquiry.account = account->id);
    const auto id = contacts.add(stranger(run, email, "Captured from a chat message."));
    inquiry.contact = id ? *id : contacts.of_stranger(email.normal()).value().id;
}

}  // namespace

Result<InquirySent> send_inquiry(const accounts::Run& run, std::optional<Actor> actor,
                                 const accounts::Accounts& accounts, Contacts& contacts,
                                 mail::Outbox outbox, const SendInquiry& input) {
    Form form;
    form.name("name", input.name, longest_name);
    const auto email = form.email("email", input.email);
    form.message("message", input.message, longest_message);
    if (auto error = form.refusal()) return *std::move(error);
    Inquiry inquiry;
    sign(run, actor, accounts, contacts, *email, inquiry);
    inquiry.name = input.name;
    inquiry.email = email->normal();
    inquiry.message = input.message;
    inquiry.at = run.now.at;
    contacts.inquire(inquiry);
    mail::post(outbox, run.entropy, run.now, inquiry_notice(run.policy, run.now.at));
    return InquirySent{};
}

Result<InterestRegistered> register_interest(const accounts::Run& run, Contacts& contacts,
                                             const RegisterInterest& input) {
    Form form;
    const auto email = form.email("email", input.email);
    const bool on_scale =
        input.excitement.size() == 1 && input.excitement[0] >= '1' && input.excitement[0] <= '5';
    if (input.excitement.empty())
        form.wrong("excitement", field_empty);
    else if (!on_scale)
        form.wrong("excitement", out_of_scale);
    if (auto error = form.refusal()) return *std::move(error);
    auto contact = stranger(run, *email, "Captured from a request to be told of news.");
    contact.said = input.excitement;
    if (!contacts.add(contact)) return field_error(contact_known, "email");
    return InterestRegistered{};
}

}  // namespace asterism::crm
