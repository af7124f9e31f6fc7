#include "shells/store/tickets.hpp"

namespace asterism::store {

using accounts::Purpose;
using accounts::Ticket;
using accounts::TicketId;

void SqlTickets::add(const Ticket& ticket, std::string_view fingerprint) {
    db_.run(
        "INSERT INTO ticket (account_id, purpose, fingerprint, address, expires_at)"
        " VALUES (:account, :purpose, :fingerprint, :address, :expires)",
        ticket.account, ticket.purpose, fingerprint, ticket.address, ticket.expires);
}

std::optional<Ticket> SqlTickets::find(Purpose purpose, std::string_view fingerprint) const {
    auto row = db_.one<TicketId, AccountId, Purpose, std::string, Instant, bool>(
        "SELECT id, account_id, purpose, address, expires_at,"
        " CASE WHEN used_at IS NULL THEN 0 ELSE 1 END"
        " FROM ticket WHERE fingerprint = :fingerprint AND purpose = :purpose",
        fingerprint, purpose);
    if (!row) return std::nullopt;
    return made<Ticket>(*std::move(row));
}

bool SqlTickets::use(TicketId id, Instant at) {
    return db_.run("UPDATE ticket SET used_at = :at WHERE id = :id AND used_at IS NULL", at, id) ==
           1;
}

void SqlTickets::drop_unused(AccountId account, Purpose purpose) {
    db_.run(
        "DELETE FROM ticket"
        " WHERE account_id = :account AND purpose = :purpose AND used_at IS NULL",
        account, purpose);
}

}  // namespace asterism::store
