#include "shells/store/follows.hpp"

#include <limits>

#include "shells/store/public_profiles.hpp"

namespace asterism::store {
namespace {

using community::FollowedProfile;
using community::FollowId;
using community::FollowWindow;
using community::Side;

constexpr Literal insert{
    "INSERT INTO follow (follower_id, followed_id, created_at)"
    " SELECT me.id, other.id, :at FROM account me JOIN account other ON other.id = :followed"
    " WHERE me.id = :follower AND other.active = 1 AND other.system = 0"};
constexpr Literal unless_there{" ON CONFLICT (follower_id, followed_id) DO NOTHING"};

constexpr Literal is_public{" a.active = 1 AND a.system = 0 "};
constexpr Literal with_follower{" FROM follow f JOIN account a ON a.id = f.follower_id "};
constexpr Literal with_followed{" FROM follow f JOIN account a ON a.id = f.followed_id "};
constexpr Literal with_profile{" LEFT JOIN profile p ON p.account_id = a.id "};
constexpr Literal in_window{" AND f.id < :before ORDER BY f.id DESC LIMIT :limit OFFSET :offset"};

using Row = decltype(std::tuple_cat(std::tuple<FollowId>{}, PublicRow{}));

FollowedProfile listed(Row&& row, AccountId viewer) {
    return std::apply(
        [&](FollowId id, auto&&... rest) {
            return FollowedProfile{id, public_profile(PublicRow{std::move(rest)...}, viewer)};
        },
        std::move(row));
}

}  // namespace

bool SqlFollows::add(AccountId follower, AccountId followed, Instant at) {
    // Whoever is being deleted just now is waited for, so that no key is broken.
    return db_.run(Sql{joined<insert, unless_there>,
                       joined<insert, " FOR KEY SHARE OF me, other", unless_there>},
                   at, followed, follower) > 0;
}

void SqlFollows::drop(AccountId follower, AccountId followed) {
    db_.run("DELETE FROM follow WHERE follower_id = :follower AND followed_id = :followed",
            follower, followed);
}

void SqlFollows::drop_all(AccountId account) {
    db_.run("DELETE FROM follow WHERE follower_id = :follower OR followed_id = :followed", account,
            account);
}

bool SqlFollows::has(AccountId follower, AccountId followed) const {
    return db_
        .one<std::int64_t>(
            "SELECT id FROM follow WHERE follower_id = :follower AND followed_id = :followed",
            follower, followed)
        .has_value();
}

std::int64_t SqlFollows::count(AccountId account, Side side) const {
    const auto row =
        side == Side::followers
            ? db_.one<std::int64_t>(sql<"SELECT count(*)", with_follower,
                                        "WHERE f.followed_id = :account AND", is_public>,
                                    account)
            : db_.one<std::int64_t>(sql<"SELECT count(*)", with_followed,
                                        "WHERE f.follower_id = :account AND", is_public>,
                                    account);
    return std::get<0>(*row);
}

std::vector<FollowedProfile> SqlFollows::list(AccountId account, Side side, AccountId viewer,
                                              const FollowWindow& window) const {
    const auto before =
        window.before ? window.before.value : std::numeric_limits<std::int64_t>::max();
    auto rows = side == Side::followers
                    ? db_.all<Row>(sql<"SELECT f.id,", public_columns, with_follower, with_profile,
                                       "WHERE f.followed_id = :account AND", is_public, in_window>,
                                   viewer, account, before, window.limit, window.offset)
                    : db_.all<Row>(sql<"SELECT f.id,", public_columns, with_followed, with_profile,
                                       "WHERE f.follower_id = :account AND", is_public, in_window>,
                                   viewer, account, before, window.limit, window.offset);
    std::vector<FollowedProfile> out;
    for (auto& row : rows) out.push_back(listed(std::move(row), viewer));
    return out;
}

}  // namespace asterism::store
