#pragma once

#include "libcore/crm/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlContacts final : public crm::Contacts {
public:
    explicit SqlContacts(Db& db) : db_(db) {}

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
    Db& db_;
};

}  // namespace asterism::store
