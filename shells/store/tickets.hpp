#pragma once

#include "libcore/accounts/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlTickets final : public accounts::Tickets {
public:
    explicit SqlTickets(Db& db) : db_(db) {}

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
    Db& db_;
};

}  // namespace asterism::store
