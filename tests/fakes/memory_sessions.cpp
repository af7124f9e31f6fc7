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
    auto& found = tables_.sessions[static_cast<std::size_t>(id.value - 1)];
    return found.session.id == id ? &found : nullptr;
}

SessionId MemorySessions::open(AccountId account, SiteId site, std::string_view fingerprint,
                               const accounts::Lifetime& lifetime, Instant at,
                               const Caller& caller) {
    return calls_.write([&] {
        demand_new(tables_.sessions, fingerprint);
        const SessionId id{std::ssize(tables_.sessions) + 1};
        tables_.sessions.push_back({{id, account, site, lifetime, at, false, at, at},
                                    std::string(fingerprint),
                                    caller,
                                    {},
                                    at,
                                    {}});
        return id;
    });
}

std::optional<accounts::Presence> MemorySessions::find(std::string_view fingerprint) const {
    return calls_.read([&]() -> std::optional<accounts::Presence> {
        const auto& rows = tables_.sessions;
        if (fingerprint.empty()) return std::nullopt;
        auto found = std::ranges::find(rows, fingerprint, &SessionRow::fingerprint);
        const bool former = found == rows.end();
        if (former) found = std::ranges::find(rows, fingerprint, &SessionRow::former);
        if (found == rows.end()) return std::nullopt;
        const auto& session = found->session;
        const auto& owner =
            tables_.accounts.at(static_cast<std::size_t>(session.account.value - 1)).account;
        return accounts::Presence{session, owner.role, owner.active, former,
                                  tables_.versions(session.account)};
    });
}

std::optional<accounts::Session> MemorySessions::find(SessionId id) const {
    return calls_.read([&] {
        const auto* found = row(id);
        return found ? std::optional(found->session) : std::nullopt;
    });
}

std::vector<accounts::OpenSession> MemorySessions::list(AccountId account) const {
    return calls_.read([&] {
        std::vector<accounts::OpenSession> out;
        for (const SessionRow& row : tables_.sessions)
            if (row.session.account == account && !row.session.ended)
                out.push_back({row.session, row.created_at, row.caller.address, row.caller.agent});
        return out;
    });
}

void MemorySessions::rotate(SessionId id, std::string_view fingerprint, Instant at) {
    calls_.write([&] {
        demand_new(tables_.sessions, fingerprint);
        row(id)->fingerprint = fingerprint;
        row(id)->former.clear();
        row(id)->session.renewed_at = at;
    });
}

bool MemorySessions::renew(SessionId id, std::string_view from, std::string_view to, Instant at) {
    return calls_.write([&] {
        if (row(id)->fingerprint != from || row(id)->session.ended) return false;
        row(id)->former = from;
        row(id)->fingerprint = to;
        row(id)->session.renewed_at = at;
        return true;
    });
}

void MemorySessions::prove(SessionId id, Instant at) {
    calls_.write([&] { row(id)->session.proved_at = at; });
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
