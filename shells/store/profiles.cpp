#include "shells/store/profiles.hpp"

#include "shells/store/public_profiles.hpp"

namespace asterism::store {
namespace {

using community::Profile;

using Row = std::tuple<AccountId, std::string, std::string, community::Units, std::string, bool>;

constexpr Literal select{
    "SELECT account_id, bio, location, units, picture, verified FROM profile"
    " WHERE account_id = :account"};

Profile profile_of(std::optional<Row>&& row, AccountId account) {
    if (row) return made<Profile>(*std::move(row));
    Profile empty;
    empty.account = account;
    return empty;
}

}  // namespace

Profile SqlProfiles::of(AccountId account) const {
    return profile_of(db_.one<Row>(sql<select>, account), account);
}

Profile SqlProfiles::hold(AccountId account) {
    // There must be a row to hold, or of two first changes at once one would be lost.
    db_.run(
        "INSERT INTO profile (account_id, updated_at) VALUES (:account, 0)"
        " ON CONFLICT (account_id) DO NOTHING",
        account);
    return profile_of(db_.one<Row>(Sql{joined<select>, joined<select, " FOR UPDATE">}, account),
                      account);
}

std::optional<community::PublicProfile> SqlProfiles::shown(AccountId account,
                                                           AccountId viewer) const {
    auto row = db_.one<PublicRow>(
        sql<"SELECT", public_columns,
            "FROM account a LEFT JOIN profile p ON p.account_id = a.id WHERE a.id = :account">,
        viewer, account);
    if (!row) return std::nullopt;
    return public_profile(*std::move(row), viewer);
}

std::vector<std::int64_t> SqlProfiles::pinned_badges(AccountId account) const {
    std::vector<std::int64_t> out;
    for (const auto& [badge] : db_.all<std::int64_t>(
             "SELECT badge_id FROM award WHERE account_id = :account AND pinned IS NOT NULL"
             " ORDER BY pinned",
             account))
        out.push_back(badge);
    return out;
}

void SqlProfiles::save(const Profile& profile, Instant at) {
    db_.run(
        "UPDATE profile SET bio = :bio, location = :location, units = :units, picture = :picture,"
        " verified = :verified, updated_at = :at WHERE account_id = :account",
        profile.bio, profile.location, profile.units, profile.picture, profile.verified, at,
        profile.account);
}

}  // namespace asterism::store
