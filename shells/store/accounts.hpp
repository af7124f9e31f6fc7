#pragma once

#include "libcore/accounts/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlAccounts final : public accounts::Accounts {
public:
    explicit SqlAccounts(Db& db) : db_(db) {}

    std::optional<AccountId> add(const accounts::NewAccount& account) override;
    std::optional<accounts::Account> find(AccountId id) const override;
    std::optional<accounts::Account> find_by_handle(std::string_view handle) const override;
    std::optional<accounts::Account> find_by_email(std::string_view normal) const override;
    std::vector<accounts::Account> list(AccountId after, std::int64_t limit) const override;
    std::int64_t count_admins() const override;
    std::int64_t hold_admins() override;
    std::optional<std::string> password_hash(AccountId id) const override;
    void set_password_hash(AccountId id, std::string_view hash, Instant at) override;
    void mark_verified(AccountId id, Instant at) override;
    void mark_login(AccountId id, Instant at) override;
    void set_role(AccountId id, Role role) override;
    void set_system(AccountId id) override;
    void set_active(AccountId id, bool active) override;
    void suspend(AccountId id) override;
    bool lift(AccountId id) override;
    void set_names(AccountId id, std::string_view first, std::string_view last) override;
    void set_language(AccountId id, Language language) override;
    bool set_handle(AccountId id, std::string_view handle) override;
    bool set_email(AccountId id, std::string_view normal, std::string_view given,
                   std::optional<Instant> verified_at) override;
    void remove(AccountId id) override;

private:
    Db& db_;
};

}  // namespace asterism::store
