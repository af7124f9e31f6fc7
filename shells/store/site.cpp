#include "shells/store/site.hpp"

namespace asterism::store {

SiteStatistics SqlSiteIndex::count() const {
    const auto row = db_.one<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT count(*), CAST(COALESCE(sum(reviews), 0) AS BIGINT),"
        " (SELECT count(*) FROM account WHERE active = 1 AND system = 0) FROM place");
    return made<SiteStatistics>(row.value());
}

std::vector<ListedPage> SqlSiteIndex::profiles(std::int64_t limit) const {
    std::vector<ListedPage> out;
    for (auto& row : db_.all<std::string, Instant>(
             "SELECT a.handle, COALESCE((SELECT max(r.created_at) FROM review r"
             " WHERE r.account_id = a.id AND r.hidden = 0), NULLIF(p.updated_at, 0), a.created_at)"
             " FROM account a"
             " LEFT JOIN profile p ON p.account_id = a.id"
             " WHERE a.active = 1 AND a.system = 0 AND COALESCE(p.hidden, 0) = 0"
             " AND (COALESCE(p.bio, '') <> '' OR COALESCE(p.verified, 0) = 1"
             " OR EXISTS (SELECT 1 FROM award w WHERE w.account_id = a.id AND w.pinned IS NOT NULL)"
             " OR EXISTS (SELECT 1 FROM review r WHERE r.account_id = a.id AND r.hidden = 0)"
             " OR EXISTS (SELECT 1 FROM follow f WHERE f.followed_id = a.id OR f.follower_id = "
             "a.id))"
             " ORDER BY a.created_at DESC, a.id DESC LIMIT :limit",
             limit))
        out.push_back(made<ListedPage>(std::move(row)));
    return out;
}

std::vector<ListedPart> SqlSiteIndex::place_parts() const {
    std::vector<ListedPart> out;
    for (auto& row : db_.all<std::int64_t, Instant>(
             "SELECT (id - 1) / :size + 1 AS part, max(updated_at) FROM place GROUP BY part"
             " ORDER BY part",
             places_a_part))
        out.push_back(made<ListedPart>(std::move(row)));
    return out;
}

std::vector<ListedPage> SqlSiteIndex::places(std::int64_t part) const {
    std::vector<ListedPage> out;
    const auto last = part * places_a_part;
    for (auto& row : db_.all<std::string, Instant>(
             "SELECT CAST(id AS TEXT), updated_at FROM place WHERE id > :before AND id <= :last"
             " ORDER BY id",
             last - places_a_part, last))
        out.push_back(made<ListedPage>(std::move(row)));
    return out;
}

}  // namespace asterism::store
