#include <algorithm>

#include "tests/fakes/memory_accounts.hpp"

namespace asterism::tests {
namespace {

void demand_new(const std::vector<SessionRow>& rows, std::string_view fingerprint) {
    if (std::ranges::find(rows, fingerprint, &SessionRow::fingerprint) != rows.end())
        throw std::logic_error("two sessions of one fingerprint");
}

bool finish(SessionRow& row, std::string_view reason) {
    if (row.session.ended) return false;
    row.session.ended = true;
    row.end_reason = reason;
    return true;
}

}  // namespace

SessionRow* MemorySessions::row(SessionId id) const {
    if (id.value < 1 || id.value > std::ssize(tables_.sessions)) return nullptr;
    return &tables_.sessions[static_cast<std::size_t>(id.value - 1)];
}

SessionId MemorySessions::open(AccountId account, SiteId site, std::string_view fingerprint,
                               const accounts::Lifetime& lifetime, Instant at,
                               const Caller& caller) {
    return calls_.write([&] {
        demand_new(tables_.sessions, fingerprint);
        const SessionId id{std::ssize(tables_.sessions) + 1};
        tables_.sessions.push_back(
            {{id, account, site, lifetime, at, false}, std::string(fingerprint), caller, {}});
        return id;
    });
}

std::optional<accounts::Presence> MemorySessions::find(std::string_view fingerprint) const {
    return calls_.read([&]() -> std::optional<accounts::Presence> {
        const auto& rows = tables_.sessions;
        const auto found = std::ranges::find(rows, fingerprint, &SessionRow::fingerprint);
        if (found == rows.end()) return std::nullopt;
        const auto& session = found->session;
        const auto& owner =
            tables_.accounts.at(static_cast<std::size_t>(session.account.value - 1)).account;
        return accounts::Presence{session, owner.role, owner.active};
    });
}

std::optional<accounts::Session> MemorySessions::find(SessionId id) const {
    return calls_.read([&] {
        const auto* found = row(id);
        return found ? std::optional(found->session) : std::nullopt;
    });
}

void MemorySessions::rotate(SessionId id, std::string_view fingerprint) {
    calls_.write([&] {
        demand_new(tables_.sessions, fingerprint);
        row(id)->fingerprint = fingerprint;
    });
}

void MemorySessions::touch(SessionId id, Instant at) {
    calls_.write([&] { row(id)->session.last_seen = at; });
}

void MemorySessions::end(SessionId id, std::string_view reason, Instant) {
    calls_.write([&] {
        if (auto* found = row(id)) finish(*found, reason);
    });
}

std::int64_t MemorySessions::end_others(AccountId account, SessionId spared,
                                        std::string_view reason, Instant) {
    return calls_.write([&] {
        return std::int64_t{std::ranges::count_if(tables_.sessions, [&](SessionRow& row) {
            const auto& session = row.session;
            return session.account == account && session.id != spared && finish(row, reason);
        })};
    });
}

}  // namespace asterism::tests
