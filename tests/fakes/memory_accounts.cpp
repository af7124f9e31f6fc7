#include "tests/fakes/memory_accounts.hpp"

#include <algorithm>

namespace asterism::tests {

using accounts::Account;

// Accounts: ids count from 1 and rows never go, so a row's place tells its id.

AccountRow* MemoryAccounts::row(AccountId id) const {
    if (id.value < 1 || id.value > std::ssize(rows_)) return nullptr;
    return &rows_[static_cast<std::size_t>(id.value - 1)];
}

template <class Matches>
std::optional<Account> MemoryAccounts::first(Matches matches) const {
    return calls_.read([&]() -> std::optional<Account> {
        const auto found = std::ranges::find_if(rows_, matches, &AccountRow::account);
        if (found == rows_.end()) return std::nullopt;
        return found->account;
    });
}

std::optional<AccountId> MemoryAccounts::add(const accounts::NewAccount& added) {
    return calls_.write([&]() -> std::optional<AccountId> {
        const auto clashes = [&](const Account& other) {
            return other.handle == added.account.handle || other.email == added.account.email;
        };
        if (std::ranges::any_of(rows_, clashes, &AccountRow::account)) return std::nullopt;
        rows_.push_back({added.account, added.password_hash});
        return rows_.back().account.id = AccountId{std::ssize(rows_)};
    });
}

std::optional<Account> MemoryAccounts::find(AccountId id) const {
    return first([&](const Account& account) { return account.id == id; });
}

std::optional<Account> MemoryAccounts::find_by_handle(std::string_view handle) const {
    return first([&](const Account& account) { return account.handle == handle; });
}

std::optional<Account> MemoryAccounts::find_by_email(std::string_view normal) const {
    return first([&](const Account& account) { return account.email == normal; });
}

std::vector<Account> MemoryAccounts::list(AccountId after, std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<Account> out;
        for (const AccountRow& row : rows_)
            if (row.account.id > after && std::ssize(out) < limit) out.push_back(row.account);
        return out;
    });
}

std::int64_t MemoryAccounts::admins() const {
    return std::ranges::count_if(rows_, [](const AccountRow& row) {
        return row.account.role == Role::admin && row.account.active;
    });
}

std::int64_t MemoryAccounts::count_admins() const {
    return calls_.read([&] { return admins(); });
}

std::int64_t MemoryAccounts::hold_admins() {
    return calls_.write([&] { return admins(); });
}

std::optional<std::string> MemoryAccounts::password_hash(AccountId id) const {
    return calls_.read([&] {
        const auto* found = row(id);
        return found ? found->password_hash : std::nullopt;
    });
}

void MemoryAccounts::set_password_hash(AccountId id, std::string_view hash, Instant) {
    calls_.write([&] { row(id)->password_hash = hash; });
}

void MemoryAccounts::mark_verified(AccountId id, Instant at) {
    calls_.write([&] { row(id)->account.email_verified_at = at; });
}

void MemoryAccounts::mark_login(AccountId id, Instant at) {
    calls_.write([&] { row(id)->account.last_login_at = at; });
}

void MemoryAccounts::set_role(AccountId id, Role role) {
    calls_.write([&] { row(id)->account.role = role; });
}

void MemoryAccounts::set_active(AccountId id, bool active) {
    calls_.write([&] { row(id)->account.active = active; });
}

// Tickets

void MemoryTickets::add(const accounts::Ticket& ticket, std::string_view fingerprint) {
    calls_.write([&] {
        const auto& rows = tables_.tickets;
        if (std::ranges::find(rows, fingerprint, &TicketRow::fingerprint) != rows.end())
            throw std::logic_error("two tickets of one fingerprint");
        tables_.tickets.push_back({ticket, std::string(fingerprint)});
        tables_.tickets.back().ticket.id = {++tables_.last_ticket};
    });
}

std::optional<accounts::Ticket> MemoryTickets::find(accounts::Purpose purpose,
                                                    std::string_view fingerprint) const {
    return calls_.read([&]() -> std::optional<accounts::Ticket> {
        for (const TicketRow& row : tables_.tickets)
            if (row.ticket.purpose == purpose && row.fingerprint == fingerprint) return row.ticket;
        return std::nullopt;
    });
}

bool MemoryTickets::use(accounts::TicketId id, Instant) {
    return calls_.write([&] {
        for (TicketRow& row : tables_.tickets)
            if (row.ticket.id == id) return !std::exchange(row.ticket.used, true);
        return false;
    });
}

void MemoryTickets::drop_unused(AccountId account, accounts::Purpose purpose) {
    calls_.write([&] {
        std::erase_if(tables_.tickets, [&](const TicketRow& row) {
            const auto& ticket = row.ticket;
            return !ticket.used && ticket.account == account && ticket.purpose == purpose;
        });
    });
}

// Lockouts

accounts::Tries MemoryLockouts::hold(std::string_view key) {
    return calls_.write([&] {
        const auto found = rows_.find(key);
        return found == rows_.end() ? accounts::Tries{} : found->second;
    });
}

void MemoryLockouts::save(std::string_view key, const accounts::Tries& tries) {
    calls_.write([&] { rows_.insert_or_assign(std::string(key), tries); });
}

void MemoryLockouts::clear(std::string_view key) {
    calls_.write([&] {
        if (const auto found = rows_.find(key); found != rows_.end()) rows_.erase(found);
    });
}

}  // namespace asterism::tests
