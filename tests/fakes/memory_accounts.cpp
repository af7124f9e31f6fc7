#include "tests/fakes/memory_accounts.hpp"

#include <algorithm>

namespace asterism::tests {

using accounts::Account;

// Accounts: ids count from 1 and rows never go, so a row's place tells its id; one that was removed
// has lost its id and all its names.

AccountRow* MemoryAccounts::row(AccountId id) const {
    if (id.value < 1 || id.value > std::ssize(rows_)) return nullptr;
    auto& found = rows_[static_cast<std::size_t>(id.value - 1)];
    return found.account.id == id ? &found : nullptr;
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
        auto& hash = rows_.back().password_hash;
        rows_.back().account.has_password = !hash->empty();
        if (hash->empty()) hash.reset();
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
    calls_.write([&] {
        row(id)->password_hash = hash;
        row(id)->account.has_password = true;
    });
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

void MemoryAccounts::set_system(AccountId id) {
    calls_.write([&] { row(id)->account.system = true; });
}

void MemoryAccounts::set_active(AccountId id, bool active) {
    calls_.write([&] {
        row(id)->account.active = active;
        tables_.suspended.erase(id.value);
    });
}

void MemoryAccounts::suspend(AccountId id) {
    calls_.write([&] {
        if (row(id)->account.active) tables_.suspended.insert(id.value);
        row(id)->account.active = false;
    });
}

bool MemoryAccounts::lift(AccountId id) {
    return calls_.write([&] {
        if (tables_.suspended.erase(id.value) == 0) return false;
        row(id)->account.active = true;
        return true;
    });
}

void MemoryAccounts::set_names(AccountId id, std::string_view first, std::string_view last) {
    calls_.write([&] {
        row(id)->account.first_name = first;
        row(id)->account.last_name = last;
    });
}

void MemoryAccounts::set_language(AccountId id, Language language) {
    calls_.write([&] { row(id)->account.language = language; });
}

bool MemoryAccounts::set_handle(AccountId id, std::string_view handle) {
    return calls_.write([&] {
        for (const auto& other : rows_)
            if (other.account.handle == handle && other.account.id != id) return false;
        row(id)->account.handle = handle;
        return true;
    });
}

bool MemoryAccounts::set_email(AccountId id, std::string_view normal, std::string_view given,
                               std::optional<Instant> verified_at) {
    return calls_.write([&] {
        for (const auto& other : rows_)
            if (other.account.email == normal && other.account.id != id) return false;
        auto& account = row(id)->account;
        account.email = normal;
        account.email_as_given = given;
        account.email_verified_at = verified_at;
        return true;
    });
}

void MemoryAccounts::remove(AccountId id) {
    calls_.write([&] {
        *row(id) = {};
        for (auto& each : tables_.sessions)
            if (each.session.account == id) each = {};
        std::erase_if(tables_.tickets, [&](const auto& row) { return row.ticket.account == id; });
        std::erase_if(tables_.shop.carts,
                      [&](const shop::Cart& cart) { return cart.owner.account == id; });
        std::erase_if(tables_.contacts, [&](const auto& row) { return row.account == id; });
        std::erase_if(tables_.inquiries, [&](const auto& row) { return row.account == id; });
        std::erase_if(tables_.agreements,
                      [&](const auto& row) { return row.first.first == id.value; });
    });
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

void MemoryTickets::drop_unused(AccountId account) {
    calls_.write([&] {
        std::erase_if(tables_.tickets, [&](const TicketRow& row) {
            return !row.ticket.used && row.ticket.account == account;
        });
    });
}

std::optional<accounts::Ticket> MemoryTickets::newest(AccountId account,
                                                      accounts::Purpose purpose) const {
    return calls_.read([&] {
        std::optional<accounts::Ticket> found;
        for (const auto& [ticket, fingerprint] : tables_.tickets)
            if (ticket.account == account && ticket.purpose == purpose)
                if (!found || ticket.issued >= found->issued) found = ticket;
        return found;
    });
}

bool MemoryTickets::awaited_by_others(accounts::Purpose purpose, std::string_view address,
                                      AccountId account, Instant now) const {
    return calls_.read([&] {
        return std::ranges::any_of(tables_.tickets, [&](const TicketRow& row) {
            const auto& ticket = row.ticket;
            return ticket.purpose == purpose && ticket.address == address && !ticket.used &&
                   ticket.account != account && now < ticket.expires;
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
