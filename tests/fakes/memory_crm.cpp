#include "tests/fakes/memory_crm.hpp"

#include <algorithm>

namespace asterism::tests {

using accounts::TermsVersion;
using crm::Contact;
using crm::ContactId;

std::optional<TermsVersion> MemoryTerms::newest() const {
    return calls_.read([&]() -> std::optional<TermsVersion> {
        if (tables_.terms.empty()) return std::nullopt;
        return *std::ranges::max_element(tables_.terms, {}, &TermsVersion::version);
    });
}

bool MemoryTerms::has(std::int64_t version) const {
    return calls_.read([&] {
        return std::ranges::find(tables_.terms, version, &TermsVersion::version) !=
               tables_.terms.end();
    });
}

bool MemoryTerms::publish(const TermsVersion& version) {
    return calls_.write([&] {
        for (const auto& each : tables_.terms)
            if (each.version >= version.version) return false;
        tables_.terms.push_back(version);
        return true;
    });
}

bool MemoryTerms::agree(AccountId account, std::int64_t version, Instant at) {
    return calls_.write([&] {
        return tables_.agreements.emplace(std::pair{account.value, version}, at).second;
    });
}

bool MemoryTerms::agreed(AccountId account, std::int64_t version) const {
    return calls_.read([&] { return tables_.agreements.contains({account.value, version}); });
}

std::optional<Instant> MemoryTerms::last_agreed(AccountId account) const {
    return calls_.read([&] {
        std::optional<Instant> out;
        for (const auto& [key, at] : tables_.agreements)
            if (key.first == account.value && (!out || *out < at)) out = at;
        return out;
    });
}

template <class Matches>
std::optional<Contact> MemoryContacts::first(Matches matches) const {
    return calls_.read([&]() -> std::optional<Contact> {
        const auto found = std::ranges::find_if(tables_.contacts, matches);
        if (found == tables_.contacts.end()) return std::nullopt;
        return *found;
    });
}

std::optional<ContactId> MemoryContacts::add(const Contact& contact) {
    return calls_.write([&]() -> std::optional<ContactId> {
        for (auto& each : tables_.contacts) {
            if (contact.account ? each.account != contact.account
                                : each.account || each.email != contact.email)
                continue;
            if (!contact.account && each.first_name.empty() && each.last_name.empty()) {
                each.first_name = contact.first_name;
                each.last_name = contact.last_name;
            }
            return std::nullopt;
        }
        auto& made = tables_.contacts.emplace_back(contact);
        made.id = {static_cast<std::int64_t>(tables_.contacts.size())};
        return made.id;
    });
}

std::optional<Contact> MemoryContacts::of(AccountId account) const {
    return first([&](const Contact& each) { return each.account == account; });
}

std::optional<Contact> MemoryContacts::of_stranger(std::string_view email) const {
    return first([&](const Contact& each) { return !each.account && each.email == email; });
}

std::optional<Contact> MemoryContacts::of_secret(std::string_view secret) const {
    return first([&](const Contact& each) { return each.secret == secret; });
}

std::optional<Contact> MemoryContacts::hold(ContactId id) {
    return calls_.write([&]() -> std::optional<Contact> {
        for (const auto& each : tables_.contacts)
            if (each.id == id) return each;
        return std::nullopt;
    });
}

void MemoryContacts::opt(ContactId id, std::optional<Instant> out_at, std::string_view secret) {
    calls_.write([&] {
        for (auto& each : tables_.contacts) {
            if (each.id != id) continue;
            each.opted_out_at = out_at;
            each.secret = secret;
        }
    });
}

void MemoryContacts::consent(ContactId id, std::string_view topic, bool given, std::string_view,
                             Instant) {
    calls_.write([&] { tables_.consents[id.value][std::string(topic)] = given; });
}

bool MemoryContacts::consents(ContactId id, std::string_view topic) const {
    return calls_.read([&] {
        const auto row = tables_.consents.find(id.value);
        if (row == tables_.consents.end()) return false;
        const auto found = row->second.find(topic);
        return found != row->second.end() && found->second;
    });
}

void MemoryContacts::explain(ContactId id, const crm::Reasons& reasons, Instant) {
    calls_.write([&] { tables_.reasons.emplace_back(id, reasons); });
}

std::vector<crm::Reasons> MemoryContacts::explanations(ContactId id) const {
    return calls_.read([&] {
        std::vector<crm::Reasons> out;
        for (const auto& [whose, reasons] : tables_.reasons)
            if (whose == id) out.push_back(reasons);
        return out;
    });
}

void MemoryContacts::convert(std::string_view email, AccountId account, Instant at) {
    calls_.write([&] {
        for (auto& contact : tables_.contacts) {
            if (contact.account || contact.email != email) continue;
            for (auto& inquiry : tables_.inquiries)
                if (!inquiry.account && inquiry.contact == contact.id) inquiry.account = account;
            contact.converted_at = contact.converted_at.value_or(at);
            contact.opted_out_at = contact.opted_out_at.value_or(at);
        }
    });
}

void MemoryContacts::inquire(const crm::Inquiry& inquiry) {
    calls_.write([&] { tables_.inquiries.push_back(inquiry); });
}

std::vector<crm::Inquiry> MemoryContacts::inquiries(AccountId account) const {
    return calls_.read([&] {
        std::vector<crm::Inquiry> out;
        std::ranges::copy_if(tables_.inquiries, std::back_inserter(out),
                             [&](const crm::Inquiry& each) { return each.account == account; });
        return out;
    });
}

void MemoryClientEvents::add(const telemetry::ClientEvent& event) {
    calls_.write([&] {
        auto kept = event;
        const auto known = std::ranges::any_of(tables_.accounts, [&](const AccountRow& row) {
            return row.account.id == event.account;
        });
        if (!known) kept.account = {};
        tables_.client_events.push_back(std::move(kept));
    });
}

std::vector<telemetry::ClientEvent> MemoryClientEvents::latest(std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<telemetry::ClientEvent> out(tables_.client_events.rbegin(),
                                                tables_.client_events.rend());
        if (std::ssize(out) > limit) out.resize(static_cast<std::size_t>(limit));
        return out;
    });
}

void MemoryClientEvents::forget(AccountId account) {
    calls_.write([&] {
        for (auto& each : tables_.client_events) {
            if (each.account != account) continue;
            each.account = {};
            each.visitor.clear();
            each.address.clear();
            each.agent.clear();
        }
    });
}

std::int64_t MemoryClientEvents::drop_before(Instant when, std::int64_t limit) {
    return calls_.write([&] {
        std::int64_t count = 0;
        std::erase_if(tables_.client_events, [&](const telemetry::ClientEvent& each) {
            return each.at < when && count < limit && ++count > 0;
        });
        return count;
    });
}

}  // namespace asterism::tests
