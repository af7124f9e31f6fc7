#pragma once

#include <algorithm>
#include <map>

#include "libcore/accounts/identity_ports.hpp"
#include "libcore/accounts/ports.hpp"
#include "libcore/base/tasks.hpp"
#include "libcore/mail/ports.hpp"

namespace embed {

namespace accounts = asterism::accounts;
namespace mail = asterism::mail;
using asterism::AccountId;
using asterism::Instant;
using asterism::SessionId;

// Stores that last as long as the program. An id is a place in a vector, counted from 1.

template <class T, class Id>
auto& at(T& rows, Id id) {
    return rows.at(static_cast<std::size_t>(id.value) - 1);
}

class MemoryAccounts final : public accounts::Accounts {
public:
    std::optional<AccountId> add(const accounts::NewAccount& fresh) override {
        if (find_by_handle(fresh.account.handle) || find_by_email(fresh.account.email)) return {};
        rows_.push_back(fresh);
        return rows_.back().account.id = {std::ssize(rows_)};
    }

    std::optional<accounts::Account> find(AccountId id) const override {
        return first(&accounts::Account::id, id);
    }

    std::optional<accounts::Account> find_by_handle(std::string_view handle) const override {
        return first(&accounts::Account::handle, handle);
    }

    std::optional<accounts::Account> find_by_email(std::string_view normal) const override {
        return first(&accounts::Account::email, normal);
    }

    std::vector<accounts::Account> list(AccountId after, std::int64_t limit) const override {
        std::vector<accounts::Account> page;
        for (const auto& row : rows_)
            if (row.account.id > after && std::ssize(page) < limit) page.push_back(row.account);
        return page;
    }

    std::int64_t count_admins() const override {
        return std::ranges::count_if(rows_, [](const auto& row) {
            return row.account.active && row.account.role == asterism::Role::admin;
        });
    }

    std::int64_t hold_admins() override { return count_admins(); }

    std::optional<std::string> password_hash(AccountId id) const override {
        return at(rows_, id).password_hash;
    }

    void set_password_hash(AccountId id, std::string_view hash, Instant) override {
        at(rows_, id).password_hash = hash;
    }

    void mark_verified(AccountId id, Instant t) override { row(id).email_verified_at = t; }

    void mark_login(AccountId id, Instant t) override { row(id).last_login_at = t; }

    void set_role(AccountId id, asterism::Role role) override { row(id).role = role; }

    void set_active(AccountId id, bool active) override { row(id).active = active; }

    // This program has no moderators.
    void suspend(AccountId id) override { row(id).active = false; }

    bool lift(AccountId) override { return false; }

    void set_system(AccountId id) override { row(id).system = true; }

    void set_names(AccountId id, std::string_view first, std::string_view last) override {
        row(id).first_name = first;
        row(id).last_name = last;
    }

    void set_language(AccountId id, asterism::Language to) override { row(id).language = to; }

    bool set_handle(AccountId id, std::string_view handle) override {
        if (find_by_handle(handle)) return false;
        row(id).handle = handle;
        return true;
    }

    bool set_email(AccountId id, std::string_view normal, std::string_view given,
                   std::optional<Instant> t) override {
        if (find_by_email(normal)) return false;
        row(id).email = normal;
        row(id).email_as_given = given;
        row(id).email_verified_at = t;
        return true;
    }

    void remove(AccountId id) override { row(id) = {}; }

private:
    accounts::Account& row(AccountId id) { return at(rows_, id).account; }

    std::optional<accounts::Account> first(auto member, const auto& value) const {
        for (const auto& [account, hash] : rows_)
            if (account.*member == value) return account;
        return {};
    }

    std::vector<accounts::NewAccount> rows_;
};

class MemorySessions final : public accounts::Sessions {
public:
    SessionId open(AccountId account, asterism::SiteId site, std::string_view fingerprint,
                   const accounts::Lifetime& lifetime, Instant when,
                   const asterism::Caller&) override {
        const SessionId id{std::ssize(rows_) + 1};
        rows_.push_back(
            {{id, account, site, lifetime, when, false, when, when}, std::string(fingerprint)});
        return id;
    }

    std::optional<accounts::Presence> find(std::string_view fingerprint) const override {
        for (const auto& [session, of] : rows_)
            if (of == fingerprint) return accounts::Presence{session};
        return {};
    }

    std::optional<accounts::Session> find(SessionId id) const override {
        return at(rows_, id).first;
    }

    std::vector<accounts::OpenSession> list(AccountId account) const override {
        std::vector<accounts::OpenSession> open;
        for (const auto& [session, of] : rows_)
            if (session.account == account && !session.ended) open.push_back({session, {}, {}, {}});
        return open;
    }

    void rotate(SessionId id, std::string_view fresh, Instant when) override {
        at(rows_, id).second = fresh;
        at(rows_, id).first.renewed_at = when;
    }

    bool renew(SessionId id, std::string_view from, std::string_view to, Instant when) override {
        if (at(rows_, id).second != from) return false;
        rotate(id, to, when);
        return true;
    }

    void prove(SessionId id, Instant when) override { at(rows_, id).first.proved_at = when; }

    void touch(SessionId id, Instant when) override { at(rows_, id).first.last_seen = when; }

    void end(SessionId id, std::string_view, Instant) override { at(rows_, id).first.ended = true; }

    std::int64_t end_others(AccountId account, SessionId spared, std::string_view,
                            Instant) override {
        std::int64_t count = 0;
        for (auto& [session, fingerprint] : rows_)
            if (session.account == account && session.id != spared)
                count += std::exchange(session.ended, true) ? 0 : 1;
        return count;
    }

private:
    std::vector<std::pair<accounts::Session, std::string>> rows_;
};

class MemoryTickets final : public accounts::Tickets {
public:
    void add(const accounts::Ticket& ticket, std::string_view fingerprint) override {
        rows_.emplace_back(ticket, fingerprint);
        rows_.back().first.id = {std::ssize(rows_)};
    }

    std::optional<accounts::Ticket> find(accounts::Purpose purpose,
                                         std::string_view fingerprint) const override {
        for (const auto& [ticket, of] : rows_)
            if (ticket.purpose == purpose && of == fingerprint) return ticket;
        return {};
    }

    bool use(accounts::TicketId id, Instant) override {
        return !std::exchange(at(rows_, id).first.used, true);
    }

    void drop_unused(AccountId account, accounts::Purpose purpose) override {
        for (auto& [ticket, fingerprint] : rows_)
            if (ticket.account == account && ticket.purpose == purpose && !ticket.used)
                fingerprint.clear();
    }

    void drop_unused(AccountId account) override {
        for (const auto& [purpose, name] : names(accounts::Purpose{}))
            drop_unused(account, purpose);
    }

    std::optional<accounts::Ticket> newest(AccountId account,
                                           accounts::Purpose purpose) const override {
        for (auto row = rows_.rbegin(); row != rows_.rend(); ++row)
            if (row->first.account == account && row->first.purpose == purpose) return row->first;
        return {};
    }

    bool awaited_by_others(accounts::Purpose purpose, std::string_view address, AccountId account,
                           Instant when) const override {
        return std::ranges::any_of(rows_, [&](const auto& row) {
            const accounts::Ticket& ticket = row.first;
            return ticket.purpose == purpose && ticket.address == address &&
                   ticket.account != account && !ticket.used && when < ticket.expires;
        });
    }

private:
    std::vector<std::pair<accounts::Ticket, std::string>> rows_;
};

class MemoryLockouts final : public accounts::Lockouts {
public:
    accounts::Tries hold(std::string_view key) override { return tries_[std::string(key)]; }

    void save(std::string_view key, const accounts::Tries& tries) override {
        tries_[std::string(key)] = tries;
    }

    void clear(std::string_view key) override { tries_.erase(std::string(key)); }

private:
    std::map<std::string, accounts::Tries> tries_;
};

class MemoryMessages final : public mail::Messages {
public:
    mail::MessageId add(const mail::Draft& draft, Instant when) override {
        rows_.push_back({{std::ssize(rows_) + 1}, draft, mail::State::queued, when, 0, {}});
        return rows_.back().id;
    }

    std::optional<mail::Message> find(mail::MessageId id) const override { return at(rows_, id); }

    std::vector<mail::Message> latest(std::int64_t limit) const override {
        const auto count = std::min(std::ssize(rows_), limit);
        return {rows_.rbegin(), rows_.rbegin() + count};
    }

    void record(mail::MessageId id, mail::State state, std::string_view) override {
        at(rows_, id).state = state;
    }

private:
    std::vector<mail::Message> rows_;
};

class NoIdentities final : public accounts::Identities {
public:
    std::optional<accounts::IdentityId> add(const accounts::Identity&) override { return {}; }

    std::optional<accounts::Identity> find(std::string_view, std::string_view) const override {
        return {};
    }

    std::vector<accounts::Identity> of(AccountId) const override { return {}; }

    std::vector<accounts::Identity> hold_of(AccountId) override { return {}; }

    bool has_email(std::string_view) const override { return false; }

    void remove(accounts::IdentityId) override {}
};

class NoTasks final : public asterism::Tasks {
public:
    void add(const asterism::Task&) override {}
};

}  // namespace embed
