#pragma once

#include "libcore/community/types.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

/// The columns of a public profile, from account a and its profile p, as the account :viewer sees
/// it. A module that counts something of an account has its part here.
inline constexpr Literal public_columns{
    " a.id, a.handle, a.first_name, a.last_name, a.created_at, COALESCE(p.bio, ''),"
    " COALESCE(p.location, ''), COALESCE(p.picture, ''), COALESCE(p.verified, 0),"
    " COALESCE(p.hidden, 0),"
    " (SELECT count(*) FROM review w WHERE w.account_id = a.id AND w.hidden = 0),"
    " (SELECT count(*) FROM favourite w WHERE w.account_id = a.id),"
    " (SELECT count(*) FROM vote v WHERE v.author_id = a.id AND v.subject_kind = 'review'"
    " AND v.choice = 'up'),"
    " (SELECT count(*) FROM follow g JOIN account x ON x.id = g.follower_id"
    " WHERE g.followed_id = a.id AND x.active = 1 AND x.system = 0),"
    " (SELECT count(*) FROM follow g JOIN account x ON x.id = g.followed_id"
    " WHERE g.follower_id = a.id AND x.active = 1 AND x.system = 0),"
    " (SELECT count(*) FROM follow g WHERE g.follower_id = :viewer AND g.followed_id = a.id),"
    " (SELECT w.badge_id FROM award w WHERE w.account_id = a.id AND w.pinned = 1),"
    " (SELECT w.badge_id FROM award w WHERE w.account_id = a.id AND w.pinned = 2),"
    " (SELECT w.badge_id FROM award w WHERE w.account_id = a.id AND w.pinned = 3) "};

using PublicRow =
    std::tuple<AccountId, std::string, std::string, std::string, Instant, std::string, std::string,
               std::string, bool, bool, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
               std::int64_t, bool, std::optional<std::int64_t>, std::optional<std::int64_t>,
               std::optional<std::int64_t>>;

community::PublicProfile public_profile(PublicRow&& row, AccountId viewer);

}  // namespace asterism::store
