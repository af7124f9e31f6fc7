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

private:
    Db& db_;
};

}  // namespace asterism::store
