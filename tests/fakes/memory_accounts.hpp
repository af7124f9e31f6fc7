#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryAccounts : public accounts::Accounts {
public:
    MemoryAccounts(Tables& tables, Calls& calls)
        : tables_(tables), rows_(tables.accounts), calls_(calls) {}

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
    AccountRow* row(AccountId id) const;
    std::int64_t admins() const;
    template <class Matches>
    std::optional<accounts::Account> first(Matches matches) const;

    Tables& tables_;
    std::vector<AccountRow>& rows_;
    Calls& calls_;
};

class MemorySessions : public accounts::Sessions {
public:
    MemorySessions(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    SessionId open(AccountId account, SiteId site, std::string_view fingerprint,
                   const accounts::Lifetime& lifetime, Instant at, const Caller& caller) override;
    std::optional<accounts::Presence> find(std::string_view fingerprint) const override;
    std::optional<accounts::Session> find(SessionId id) const override;
    std::vector<accounts::OpenSession> list(AccountId account) const override;
    void rotate(SessionId id, std::string_view fingerprint, Instant at) override;
    bool renew(SessionId id, std::string_view from, std::string_view to, Instant at) override;
    void prove(SessionId id, Instant at) override;
    void touch(SessionId id, Instant at) override;
    void end(SessionId id, std::string_view reason, Instant at) override;
    std::int64_t end_others(AccountId account, SessionId spared, std::string_view reason,
                            Instant at) override;

private:
    SessionRow* row(SessionId id) const;

    Tables& tables_;
    Calls& calls_;
};

class MemoryTickets : public accounts::Tickets {
public:
    MemoryTickets(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    void add(const accounts::Ticket& ticket, std::string_view fingerprint) override;
    std::optional<accounts::Ticket> find(accounts::Purpose purpose,
                                         std::string_view fingerprint) const override;
    bool use(accounts::TicketId id, Instant at) override;
    void drop_unused(AccountId account, accounts::Purpose purpose) override;
    void drop_unused(AccountId account) override;
    std::optional<accounts::Ticket> newest(AccountId account,
                                           accounts::Purpose purpose) const override;
    bool awaited_by_others(accounts::Purpose purpose, std::string_view address, AccountId account,
                           Instant now) const override;

private:
    Tables& tables_;
    Calls& calls_;
};

class MemoryLockouts : public accounts::Lockouts {
public:
    MemoryLockouts(Tables& tables, Calls& calls) : rows_(tables.lockouts), calls_(calls) {}

    accounts::Tries hold(std::string_view key) override;
    void save(std::string_view key, const accounts::Tries& tries) override;
    void clear(std::string_view key) override;

private:
    std::map<std::string, accounts::Tries, std::less<>>& rows_;
    Calls& calls_;
};

}  // namespace asterism::tests
