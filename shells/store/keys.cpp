#include "shells/store/keys.hpp"

#include <algorithm>

namespace asterism::store {
namespace {

using accounts::ApiKey;
using accounts::KeyId;
using accounts::KeyPresence;

constexpr Literal columns{
    " k.id, k.account_id, k.name, k.scopes, k.created_at, k.expires_at, k.last_used_at,"
    " k.revoked_at "};

using Row = std::tuple<KeyId, AccountId, std::string, std::string, Instant, std::optional<Instant>,
                       std::optional<Instant>, std::optional<Instant>>;

/// As their names, separated by blanks.
std::string spelled(const Scopes& scopes) {
    std::string out;
    for (const auto& [scope, name] : names(Scope{}))
        if (scopes.has(scope)) out.append(out.empty() ? "" : " ").append(name);
    return out;
}

/// A name that this program does not know opens nothing.
Scopes scopes_of(std::string_view text) {
    Scopes out;
    for (const auto& [scope, name] : names(Scope{}))
        for (auto rest = text; !rest.empty();) {
            const auto word = rest.substr(0, rest.find(' '));
            if (word == name) out.add(scope);
            rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        }
    return out;
}

template <class Columns>
ApiKey key_of(Columns&& row) {
    return {std::get<0>(row), std::get<1>(row), std::get<2>(row), scopes_of(std::get<3>(row)),
            std::get<4>(row), std::get<5>(row), std::get<6>(row), std::get<7>(row)};
}

}  // namespace

KeyId SqlKeys::add(const ApiKey& key, std::string_view fingerprint) {
    const auto scopes = spelled(key.scopes);
    return std::get<0>(*db_.one<KeyId>(
        "INSERT INTO api_key (account_id, name, fingerprint, scopes, created_at, expires_at)"
        " VALUES (:account, :name, :fingerprint, :scopes, :at, :expires) RETURNING id",
        key.account, key.name, fingerprint, scopes, key.created_at, key.expires_at));
}

std::optional<KeyPresence> SqlKeys::find(std::string_view fingerprint) const {
    const auto row =
        db_.one<KeyId, AccountId, std::string, std::string, Instant, std::optional<Instant>,
                std::optional<Instant>, std::optional<Instant>, Role, bool>(
            sql<"SELECT", columns,
                ", a.role, a.active FROM api_key k JOIN account a ON a.id = k.account_id"
                " WHERE k.fingerprint = :fingerprint">,
            fingerprint);
    if (!row) return std::nullopt;
    return KeyPresence{key_of(*row), std::get<8>(*row), std::get<9>(*row)};
}

std::optional<ApiKey> SqlKeys::find(KeyId id) const {
    const auto row = db_.one<Row>(sql<"SELECT", columns, "FROM api_key k WHERE k.id = :id">, id);
    if (!row) return std::nullopt;
    return key_of(*row);
}

std::vector<ApiKey> SqlKeys::of(AccountId account) const {
    std::vector<ApiKey> out;
    for (const auto& row : db_.all<Row>(sql<"SELECT", columns,
                                            "FROM api_key k WHERE k.account_id = :account"
                                            " AND k.revoked_at IS NULL ORDER BY k.id DESC">,
                                        account))
        out.push_back(key_of(row));
    return out;
}

void SqlKeys::touch(KeyId id, Instant at) {
    db_.run("UPDATE api_key SET last_used_at = :at WHERE id = :id", at, id);
}

void SqlKeys::revoke(KeyId id, Instant at) {
    db_.run("UPDATE api_key SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL", at, id);
}

void SqlKeys::revoke_all(AccountId account, Instant at) {
    db_.run(
        "UPDATE api_key SET revoked_at = :at WHERE account_id = :account AND revoked_at IS NULL",
        at, account);
}

}  // namespace asterism::store
