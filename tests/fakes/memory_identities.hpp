#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryIdentities : public accounts::Identities {
public:
    MemoryIdentities(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<accounts::IdentityId> add(const accounts::Identity& identity) override;
    std::optional<accounts::Identity> find(std::string_view issuer,
                                           std::string_view subject) const override;
    std::vector<accounts::Identity> of(AccountId account) const override;
    std::vector<accounts::Identity> hold_of(AccountId account) override;
    bool has_email(std::string_view normal) const override;
    void remove(accounts::IdentityId id) override;

private:
    Tables& tables_;
    Calls& calls_;
};

class MemoryIdentityFlows : public accounts::IdentityFlows {
public:
    MemoryIdentityFlows(Tables& tables, Calls& calls) : rows_(tables.flows), calls_(calls) {}

    void add(std::string_view state, const accounts::IdentityFlow& flow) override;
    std::optional<accounts::IdentityFlow> take(std::string_view state) override;
    void drop_expired(Instant now) override;

private:
    std::map<std::string, accounts::IdentityFlow, std::less<>>& rows_;
    Calls& calls_;
};

}  // namespace asterism::tests
