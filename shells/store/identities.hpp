#pragma once

#include "libcore/accounts/identity_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlIdentities final : public accounts::Identities {
public:
    explicit SqlIdentities(Db& db) : db_(db) {}

    std::optional<accounts::IdentityId> add(const accounts::Identity& identity) override;
    std::optional<accounts::Identity> find(std::string_view issuer,
                                           std::string_view subject) const override;
    std::vector<accounts::Identity> of(AccountId account) const override;
    std::vector<accounts::Identity> hold_of(AccountId account) override;
    bool has_email(std::string_view normal) const override;
    void remove(accounts::IdentityId id) override;

private:
    Db& db_;
};

class SqlIdentityFlows final : public accounts::IdentityFlows {
public:
    explicit SqlIdentityFlows(Db& db) : db_(db) {}

    void add(std::string_view state, const accounts::IdentityFlow& flow) override;
    std::optional<accounts::IdentityFlow> take(std::string_view state) override;
    void drop_expired(Instant now) override;

private:
    Db& db_;
};

}  // namespace asterism::store
