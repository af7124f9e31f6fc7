#include "shells/store/terms.hpp"

namespace asterism::store {

using accounts::TermsVersion;

std::optional<TermsVersion> SqlTerms::newest() const {
    auto row = db_.one<std::int64_t, std::string, Instant>(
        "SELECT version, note, published_at FROM terms_version ORDER BY version DESC LIMIT 1");
    if (!row) return std::nullopt;
    return made<TermsVersion>(*std::move(row));
}

bool SqlTerms::has(std::int64_t version) const {
    return db_
        .one<std::int64_t>("SELECT version FROM terms_version WHERE version = :version", version)
        .has_value();
}

bool SqlTerms::publish(const TermsVersion& version) {
    // Of two at once with one number, the key lets one in.
    return db_.run(
               "INSERT INTO terms_version (version, note, published_at)"
               " SELECT CAST(:version AS BIGINT), CAST(:note AS TEXT), CAST(:at AS BIGINT)"
               " WHERE NOT EXISTS (SELECT 1 FROM terms_version WHERE version >= :least)"
               " ON CONFLICT DO NOTHING",
               version.version, version.note, version.published_at, version.version) == 1;
}

bool SqlTerms::agree(AccountId account, std::int64_t version, Instant at) {
    return db_.run(
               "INSERT INTO terms_agreement (account_id, version, agreed_at)"
               " VALUES (:account, :version, :at) ON CONFLICT DO NOTHING",
               account, version, at) == 1;
}

bool SqlTerms::agreed(AccountId account, std::int64_t version) const {
    return db_
        .one<std::int64_t>(
            "SELECT version FROM terms_agreement WHERE account_id = :account AND version = "
            ":version",
            account, version)
        .has_value();
}

std::optional<Instant> SqlTerms::last_agreed(AccountId account) const {
    const auto row = db_.one<std::optional<Instant>>(
        "SELECT max(agreed_at) FROM terms_agreement WHERE account_id = :account", account);
    return row ? std::get<0>(*row) : std::nullopt;
}

}  // namespace asterism::store
