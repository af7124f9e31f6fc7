#include "shells/store/sessions.hpp"

namespace asterism::store {
namespace {

using accounts::Presence;
using accounts::Session;

constexpr Literal columns{
    " s.id, s.account_id, s.site_id, s.expires_at, s.idle_seconds, s.remember, s.last_seen,"
    " CASE WHEN s.ended_at IS NULL THEN 0 ELSE 1 END, s.proved_at, s.renewed_at "};
constexpr Literal with_owner{
    ", a.role, a.active, m.version, m.seen, a.version FROM session s JOIN account a ON a.id ="
    " s.account_id JOIN place_map m ON m.id = 1 WHERE "};

using Row = std::tuple<SessionId, AccountId, SiteId, Instant, std::chrono::seconds, bool, Instant,
                       bool, Instant, Instant>;
using OwnedRow = decltype(std::tuple_cat(
    Row{}, std::tuple<Role, bool, std::int64_t, std::int64_t, std::int64_t>{}));
using ListedRow = decltype(std::tuple_cat(Row{}, std::tuple<Instant, std::string, std::string>{}));

template <class Any>
Session session_of(const Any& row) {
    return {std::get<0>(row), std::get<1>(row),
            std::get<2>(row), {std::get<3>(row), std::get<4>(row), std::get<5>(row)},
            std::get<6>(row), std::get<7>(row),
            std::get<8>(row), std::get<9>(row)};
}

Presence presence_of(const OwnedRow& row, bool former) {
    return {session_of(row),
            std::get<10>(row),
            std::get<11>(row),
            former,
            {std::get<12>(row), std::get<13>(row), std::get<14>(row)}};
}

}  // namespace

SessionId SqlSessions::open(AccountId account, SiteId site, std::string_view fingerprint,
                            const accounts::Lifetime& lifetime, Instant at, const Caller& caller) {
    return std::get<0>(*db_.one<SessionId>(
        "INSERT INTO session (account_id, site_id, fingerprint, created_at, expires_at,"
        " idle_seconds, remember, last_seen, proved_at, renewed_at, address, agent)"
        " VALUES (:account, :site, :fingerprint, :at, :expires, :idle, :remember, :seen, :proved,"
        " :renewed, :address, :agent) RETURNING id",
        account, site, fingerprint, at, lifetime.expires, lifetime.idle, lifetime.remember, at, at,
        at, caller.address, kept_text(caller.agent, 256)));
}

std::optional<Presence> SqlSessions::find(std::string_view fingerprint) const {
    const auto row = db_.one<OwnedRow>(
        sql<"SELECT", columns, with_owner, "s.fingerprint = :fingerprint">, fingerprint);
    return row ? presence_of(*row, false) : former(fingerprint);
}

/// A look-up of its own, so that the usual one stays a single search in one index.
std::optional<Presence> SqlSessions::former(std::string_view fingerprint) const {
    const auto row =
        db_.one<OwnedRow>(sql<"SELECT", columns, with_owner,
                              "s.former_fingerprint = :fingerprint AND s.former_fingerprint <> ''">,
                          fingerprint);
    if (!row) return std::nullopt;
    return presence_of(*row, true);
}

std::optional<Session> SqlSessions::find(SessionId id) const {
    const auto row = db_.one<Row>(sql<"SELECT", columns, "FROM session s WHERE s.id = :id">, id);
    if (!row) return std::nullopt;
    return session_of(*row);
}

std::vector<accounts::OpenSession> SqlSessions::list(AccountId account) const {
    std::vector<accounts::OpenSession> out;
    for (const auto& row :
         db_.all<ListedRow>(sql<"SELECT", columns,
                                ", s.created_at, s.address, s.agent FROM session s"
                                " WHERE s.account_id = :account AND s.ended_at IS NULL"
                                " ORDER BY s.id">,
                            account))
        out.push_back({session_of(row), std::get<10>(row), std::get<11>(row), std::get<12>(row)});
    return out;
}

void SqlSessions::rotate(SessionId id, std::string_view fingerprint, Instant at) {
    db_.run(
        "UPDATE session SET fingerprint = :fingerprint, former_fingerprint = '', renewed_at = :at"
        " WHERE id = :id",
        fingerprint, at, id);
}

bool SqlSessions::renew(SessionId id, std::string_view from, std::string_view to, Instant at) {
    return db_.run(
               "UPDATE session SET fingerprint = :to, former_fingerprint = :from, renewed_at = :at"
               " WHERE id = :id AND fingerprint = :now AND ended_at IS NULL",
               to, from, at, id, from) == 1;
}

void SqlSessions::prove(SessionId id, Instant at) {
    db_.run("UPDATE session SET proved_at = :at WHERE id = :id", at, id);
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
