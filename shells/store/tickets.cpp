#include "shells/store/tickets.hpp"

namespace asterism::store {

using accounts::Purpose;
using accounts::Ticket;
using accounts::TicketId;

namespace {

constexpr Literal columns{
    " id, account_id, purpose, address, expires_at,"
    " CASE WHEN used_at IS NULL THEN 0 ELSE 1 END, issued_at, address_as_given FROM ticket "};

using Row =
    std::tuple<TicketId, AccountId, Purpose, std::string, Instant, bool, Instant, std::string>;

std::optional<Ticket> ticket_of(std::optional<Row>&& row) {
    if (!row) return std::nullopt;
    return made<Ticket>(*std::move(row));
}

}  // namespace

void SqlTickets::add(const Ticket& ticket, std::string_view fingerprint) {
    db_.run(
        "INSERT INTO ticket (account_id, purpose, fingerprint, address, expires_at, issued_at,"
        " address_as_given)"
        " VALUES (:account, :purpose, :fingerprint, :address, :expires, :issued, :given)",
        ticket.account, ticket.purpose, fingerprint, ticket.address, ticket.expires, ticket.issued,
        ticket.address_as_given);
}

std::optional<Ticket> SqlTickets::find(Purpose purpose, std::string_view fingerprint) const {
    return ticket_of(db_.one<Row>(
        sql<"SELECT", columns, "WHERE fingerprint = :fingerprint AND purpose = :purpose">,
        fingerprint, purpose));
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

void SqlTickets::drop_unused(AccountId account) {
    db_.run("DELETE FROM ticket WHERE account_id = :account AND used_at IS NULL", account);
}

std::optional<Ticket> SqlTickets::newest(AccountId account, Purpose purpose) const {
    return ticket_of(db_.one<Row>(sql<"SELECT", columns,
                                      "WHERE account_id = :account AND purpose = :purpose"
                                      " ORDER BY issued_at DESC, id DESC LIMIT 1">,
                                  account, purpose));
}

bool SqlTickets::awaited_by_others(Purpose purpose, std::string_view address, AccountId account,
                                   Instant now) const {
    return db_
        .one<TicketId>(
            "SELECT id FROM ticket WHERE purpose = :purpose AND address = :address"
            " AND used_at IS NULL AND account_id <> :account AND expires_at > :now LIMIT 1",
            purpose, address, account, now)
        .has_value();
}

}  // namespace asterism::store
