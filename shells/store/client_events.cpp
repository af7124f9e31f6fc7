#include "shells/store/client_events.hpp"

namespace asterism::store {

using telemetry::ClientEvent;
using telemetry::ClientEventKind;

void SqlClientEvents::add(const ClientEvent& event) {
    // The account is held, so that nobody takes it away between the look and the writing.
    constexpr Literal into{
        "INSERT INTO client_event (kind, account_id, visitor, url, width, what, contact, campaign,"
        " ad, address, agent, created_at) VALUES (:kind, (SELECT id FROM account"
        " WHERE id = :account"};
    constexpr Literal values{
        "), :visitor, :url, :width, :what, :contact, :campaign, :ad, :address, :agent, :at)"};
    db_.run(Sql{joined<into, values>, joined<into, " FOR KEY SHARE", values>}, event.kind,
            event.account, event.visitor, event.url, event.width, event.what, event.contact,
            event.campaign, event.ad, event.address, event.agent, event.at);
}

std::vector<ClientEvent> SqlClientEvents::latest(std::int64_t limit) const {
    std::vector<ClientEvent> out;
    for (auto& [kind, account, visitor, url, width, what, contact, campaign, ad, address, agent,
                at] : db_.all<ClientEventKind, std::optional<AccountId>, std::string, std::string,
                              std::optional<std::int64_t>, std::string, std::string, std::string,
                              std::string, std::string, std::string, Instant>(
             "SELECT kind, account_id, visitor, url, width, what, contact, campaign, ad, address,"
             " agent, created_at FROM client_event ORDER BY id DESC LIMIT :limit",
             limit))
        out.push_back({kind, account.value_or(AccountId{}), std::move(visitor), std::move(url),
                       width, std::move(what), std::move(contact), std::move(campaign),
                       std::move(ad), std::move(address), std::move(agent), at});
    return out;
}

void SqlClientEvents::forget(AccountId account) {
    db_.run(
        "UPDATE client_event SET account_id = NULL, visitor = '', address = '', agent = ''"
        " WHERE account_id = :account",
        account);
}

std::int64_t SqlClientEvents::drop_before(Instant when, std::int64_t limit) {
    return db_.run(
        "DELETE FROM client_event WHERE id IN (SELECT id FROM client_event"
        " WHERE created_at < :when ORDER BY created_at LIMIT :limit)",
        when, limit);
}

}  // namespace asterism::store
