#include "libcore/crm/contacts.hpp"

#include <utility>

namespace asterism::crm {
namespace {

constexpr std::size_t code_length = 20;
constexpr std::size_t secret_length = 43;  // 256 bits
constexpr std::size_t shown_letters = 4;

Contact fresh(const accounts::Run& run) {
    Contact out;
    out.code = random_text(run.entropy, alphanumerics, code_length);
    out.secret = fresh_secret(run.entropy);
    out.first_seen = run.now.at;
    return out;
}

}  // namespace

std::string fresh_secret(Entropy& entropy) {
    return random_text(entropy, alphanumerics, secret_length);
}

Contact contact_of(const accounts::Run& run, Contacts& contacts, AccountId account) {
    if (auto found = contacts.of(account)) return *std::move(found);
    auto made = fresh(run);
    made.account = account;
    if (const auto id = contacts.add(made)) return made.id = *id, made;
    return contacts.of(account).value();  // another run was faster
}

Contact stranger(const accounts::Run& run, const Email& email, std::string origin) {
    auto out = fresh(run);
    out.email = email.normal();
    out.email_as_given = email.given();
    out.opted_out_at = run.now.at;
    out.origin = std::move(origin);
    return out;
}

std::string masked(std::string_view address) {
    std::string out(address);
    const auto at = out.find('@');
    for (std::size_t i = shown_letters; i < at && i < out.size(); ++i) out[i] = '*';
    return out;
}

void know_again(Now now, const accounts::Accounts& accounts, Contacts& contacts,
                const accounts::AddressVerified& event) {
    const auto account = accounts.find(event.account);
    if (account) contacts.convert(account->email, account->id, now.at);
}

}  // namespace asterism::crm
