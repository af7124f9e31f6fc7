#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryTerms : public accounts::Terms {
public:
    MemoryTerms(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<accounts::TermsVersion> newest() const override;
    bool has(std::int64_t version) const override;
    bool publish(const accounts::TermsVersion& version) override;
    bool agree(AccountId account, std::int64_t version, Instant at) override;
    bool agreed(AccountId account, std::int64_t version) const override;
    std::optional<Instant> last_agreed(AccountId account) const override;

private:
    Tables& tables_;
    Calls& calls_;
};

class MemoryContacts : public crm::Contacts {
public:
    MemoryContacts(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<crm::ContactId> add(const crm::Contact& contact) override;
    std::optional<crm::Contact> of(AccountId account) const override;
    std::optional<crm::Contact> of_stranger(std::string_view email) const override;
    std::optional<crm::Contact> of_secret(std::string_view secret) const override;
    std::optional<crm::Contact> hold(crm::ContactId id) override;
    void opt(crm::ContactId id, std::optional<Instant> out_at, std::string_view secret) override;
    void consent(crm::ContactId id, std::string_view topic, bool given, std::string_view source,
                 Instant at) override;
    bool consents(crm::ContactId id, std::string_view topic) const override;
    void explain(crm::ContactId id, const crm::Reasons& reasons, Instant at) override;
    std::vector<crm::Reasons> explanations(crm::ContactId id) const override;
    void convert(std::string_view email, AccountId account, Instant at) override;
    void inquire(const crm::Inquiry& inquiry) override;
    std::vector<crm::Inquiry> inquiries(AccountId account) const override;

private:
    template <class Matches>
    std::optional<crm::Contact> first(Matches matches) const;

    Tables& tables_;
    Calls& calls_;
};

class MemoryClientEvents : public telemetry::ClientEvents {
public:
    MemoryClientEvents(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    void add(const telemetry::ClientEvent& event) override;
    std::vector<telemetry::ClientEvent> latest(std::int64_t limit) const override;
    void forget(AccountId account) override;
    std::int64_t drop_before(Instant when, std::int64_t limit) override;

private:
    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
