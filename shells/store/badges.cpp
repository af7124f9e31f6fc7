#include "shells/store/badges.hpp"

namespace asterism::store {
namespace {

using badges::Award;
using badges::BadgeId;
using badges::EarlyBird;
using badges::Figures;

/// In the order of Figures' members. Whatever counts for a badge has its line here.
constexpr Literal figures{
    "SELECT a.created_at, a.system,"
    " (SELECT count(*) FROM visit v WHERE v.account_id = a.id),"
    " (SELECT count(*) FROM place p WHERE p.added_by = a.id),"
    " (SELECT count(*) FROM place p WHERE p.added_by = a.id AND p.rating >= 3.995),"
    " (SELECT count(*) FROM review r WHERE r.account_id = a.id),"
    " (SELECT count(*) FROM vote v WHERE v.author_id = a.id AND v.subject_kind = 'review'"
    " AND v.choice = 'up'),"
    " (SELECT count(*) FROM vote v WHERE v.author_id = a.id AND v.subject_kind = 'review'"
    " AND v.choice = 'down'),"
    " (SELECT count(*) FROM comment c WHERE c.account_id = a.id),"
    " (SELECT count(*) FROM comment c JOIN review r ON r.id = c.review_id"
    " WHERE c.account_id = a.id AND r.account_id <> a.id),"
    " (SELECT count(*) FROM follow f WHERE f.followed_id = a.id),"
    " (SELECT count(*) FROM photo h WHERE h.account_id = a.id),"
    " CASE WHEN COALESCE(p.bio, '') <> '' THEN 1 ELSE 0 END,"
    " CASE WHEN COALESCE(p.picture, '') <> '' THEN 1 ELSE 0 END,"
    " CASE WHEN COALESCE(p.location, '') <> '' THEN 1 ELSE 0 END"
    " FROM account a LEFT JOIN profile p ON p.account_id = a.id WHERE a.id = :account"};

using FiguresRow = std::tuple<Instant, bool, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                              std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                              std::int64_t, bool, bool, bool>;

constexpr Literal awards{
    "SELECT badge_id, earned_at, pinned FROM award WHERE account_id = :account"
    " ORDER BY earned_at DESC, badge_id DESC"};

}  // namespace

std::optional<Figures> SqlDeeds::of(AccountId account) const {
    auto row = db_.one<FiguresRow>(sql<figures>, account);
    if (!row) return std::nullopt;
    return made<Figures>(*std::move(row));
}

std::int64_t SqlDeeds::visits_since(AccountId account, Instant since) const {
    return std::get<0>(*db_.one<std::int64_t>(
        "SELECT count(*) FROM visit WHERE account_id = :account AND visited_at > :since", account,
        since));
}

std::int64_t SqlDeeds::rank(AccountId account, std::int64_t most) const {
    const auto row = db_.one<std::int64_t>(
        "SELECT count(*) FROM (SELECT 1 FROM account a JOIN account me"
        " ON a.created_at <= me.created_at WHERE me.id = :account AND me.system = 0"
        " AND a.system = 0 LIMIT :most) counted",
        account, most + 1);
    return std::get<0>(*row);
}

std::vector<EarlyBird> SqlDeeds::first(std::int64_t most) const {
    std::vector<EarlyBird> out;
    for (auto& row : db_.all<AccountId, std::string, bool>(
             "SELECT id, handle, CASE WHEN email_verified_at IS NULL THEN 0 ELSE 1 END"
             " FROM account WHERE system = 0 ORDER BY created_at, id LIMIT :most",
             most))
        out.push_back(made<EarlyBird>(std::move(row)));
    return out;
}

std::vector<AccountId> SqlDeeds::seasoned(BadgeId lacked, Instant since, std::int64_t limit) const {
    std::vector<AccountId> out;
    for (const auto& [id] : db_.all<AccountId>(
             "SELECT a.id FROM account a WHERE a.created_at <= :since AND a.system = 0"
             " AND NOT EXISTS (SELECT 1 FROM award w WHERE w.account_id = a.id"
             " AND w.badge_id = :lacked) ORDER BY a.created_at, a.id LIMIT :limit",
             since, lacked, limit))
        out.push_back(id);
    return out;
}

std::vector<AccountId> SqlDeeds::touched_by(AccountId account) const {
    std::vector<AccountId> out;
    for (const auto& [other] : db_.all<AccountId>(
             "SELECT followed_id AS other FROM follow WHERE follower_id = :follower"
             " UNION SELECT author_id FROM vote WHERE account_id = :voter"
             " AND subject_kind = 'review' AND author_id IS NOT NULL"
             " UNION SELECT v.account_id FROM visit v JOIN place p ON p.id = v.place_id"
             " WHERE p.added_by = :visited"
             " UNION SELECT r.account_id FROM review r JOIN place p ON p.id = r.place_id"
             " WHERE p.added_by = :reviewed"
             " UNION SELECT p.added_by FROM review r JOIN place p ON p.id = r.place_id"
             " WHERE r.account_id = :reviewer"
             " UNION SELECT c.account_id FROM comment c JOIN review r ON r.id = c.review_id"
             " JOIN place p ON p.id = r.place_id"
             " WHERE r.account_id = :answered OR p.added_by = :discussed"
             " UNION SELECT h.account_id FROM photo h JOIN place p ON p.id = h.place_id"
             " WHERE p.added_by = :shown AND h.account_id IS NOT NULL ORDER BY other",
             account, account, account, account, account, account, account, account))
        if (other != account) out.push_back(other);
    return out;
}

std::vector<Award> SqlAwards::of(AccountId account) const {
    std::vector<Award> out;
    for (const auto& row : db_.all<BadgeId, Instant, std::optional<int>>(sql<awards>, account))
        out.push_back(made<Award>(row));
    return out;
}

void SqlAwards::lock(AccountId account) {
    constexpr Literal select{"SELECT id FROM account WHERE id = :account"};
    db_.one<AccountId>(Sql{joined<select>, joined<select, " FOR NO KEY UPDATE">}, account);
}

std::vector<Award> SqlAwards::hold(AccountId account) {
    lock(account);
    return of(account);
}

bool SqlAwards::add(AccountId account, BadgeId badge, Instant at) {
    // The account's row is read, and locked, so that one which is being deleted gets none.
    constexpr Literal from{
        "INSERT INTO award (account_id, badge_id, earned_at)"
        " SELECT a.id, CAST(:badge AS BIGINT), CAST(:at AS BIGINT) FROM account a"
        " WHERE a.id = :account"};
    constexpr Literal unless{" ON CONFLICT (account_id, badge_id) DO NOTHING"};
    return db_.run(Sql{joined<from, unless>, joined<from, " FOR KEY SHARE", unless>}, badge, at,
                   account) > 0;
}

bool SqlAwards::drop(AccountId account, BadgeId badge) {
    return db_.run("DELETE FROM award WHERE account_id = :account AND badge_id = :badge", account,
                   badge) > 0;
}

void SqlAwards::drop_all(AccountId account) {
    db_.run("DELETE FROM award WHERE account_id = :account", account);
}

bool SqlAwards::pin(AccountId account, std::span<const BadgeId> badges) {
    lock(account);
    db_.run("UPDATE award SET pinned = NULL WHERE account_id = :account AND pinned IS NOT NULL",
            account);
    int place = 0;
    for (const BadgeId badge : badges)
        if (db_.run("UPDATE award SET pinned = :place WHERE account_id = :account"
                    " AND badge_id = :badge",
                    ++place, account, badge) == 0)
            return false;
    return true;
}

}  // namespace asterism::store
