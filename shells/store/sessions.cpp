#include "shells/store/sessions.hpp"

namespace asterism::store {
namespace {

using accounts::Presence;
using accounts::Session;

constexpr Literal columns{
    " s.id, s.account_id, s.site_id, s.expires_at, s.idle_seconds, s.remember, s.last_seen,"
    " CASE WHEN s.ended_at IS NULL THEN 0 ELSE 1 END "};

template <class Row>
Session session_of(const Row& row) {
    return {std::get<0>(row), std::get<1>(row),
            std::get<2>(row), {std::get<3>(row), std::get<4>(row), std::get<5>(row)},
            std::get<6>(row), std::get<7>(row)};
}

}  // namespace

SessionId SqlSessions::open(AccountId account, SiteId site, std::string_view fingerprint,
                            const accounts::Lifetime& lifetime, Instant at, const Caller& caller) {
    return std::get<0>(*db_.one<SessionId>(
        "INSERT INTO session (account_id, site_id, fingerprint, created_at, expires_at,"
        " idle_seconds, remember, last_seen, address, agent)"
        " VALUES (:account, :site, :fingerprint, :at, :expires, :idle, :remember, :seen, :address,"
        " :agent) RETURNING id",
        account, site, fingerprint, at, lifetime.expires, lifetime.idle, lifetime.remember, at,
        caller.address, kept_text(caller.agent, 256)));
}

std::optional<Presence> SqlSessions::find(std::string_view fingerprint) const {
    const auto row = db_.one<SessionId, AccountId, SiteId, Instant, std::chrono::seconds, bool,
                             Instant, bool, Role, bool>(
        sql<"SELECT", columns,
            ", a.role, a.active FROM session s JOIN account a ON a.id = s.account_id"
            " WHERE s.fingerprint = :fingerprint">,
        fingerprint);
    if (!row) return std::nullopt;
    return Presence{session_of(*row), std::get<8>(*row), std::get<9>(*row)};
}

std::optional<Session> SqlSessions::find(SessionId id) const {
    const auto row =
        db_.one<SessionId, AccountId, SiteId, Instant, std::chrono::seconds, bool, Instant, bool>(
            sql<"SELECT", columns, "FROM session s WHERE s.id = :id">, id);
    if (!row) return std::nullopt;
    return session_of(*row);
}

void SqlSessions::rotate(SessionId id, std::string_view fingerprint) {
    db_.run("UPDATE session SET fingerprint = :fingerprint WHERE id = :id", fingerprint, id);
}

void SqlSessions::touch(SessionId id, Instant at) {
    db_.run("UPDATE session SET last_seen = :at WHERE id = :id AND last_seen < :than", at, id, at);
}

void SqlSessions::end(SessionId id, std::string_view reason, Instant at) {
    db_.run(
        "UPDATE session SET ended_at = :at, end_reason = :reason"
        " WHERE id = :id AND ended_at IS NULL",
        at, reason, id);
}

std::int64_t SqlSessions::end_others(AccountId account, SessionId spared, std::string_view reason,
                                     Instant at) {
    return db_.run(
        "UPDATE session SET ended_at = :at, end_reason = :reason"
        " WHERE account_id = :account AND id <> :spared AND ended_at IS NULL",
        at, reason, account, spared);
}

}  // namespace asterism::store
