#pragma once

#include "libcore/community/follows.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlFollows final : public community::Follows {
public:
    explicit SqlFollows(Db& db) : db_(db) {}

    bool add(AccountId follower, AccountId followed, Instant at) override;
    void drop(AccountId follower, AccountId followed) override;
    void drop_all(AccountId account) override;
    bool has(AccountId follower, AccountId followed) const override;
    std::int64_t count(AccountId account, community::Side side) const override;
    std::vector<community::FollowedProfile> list(
        AccountId account, community::Side side, AccountId viewer,
        const community::FollowWindow& window) const override;

private:
    Db& db_;
};

}  // namespace asterism::store
