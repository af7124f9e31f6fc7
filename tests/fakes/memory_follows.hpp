#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

/// What everybody may see of an account, if there is one.
std::optional<community::PublicProfile> public_profile(const Tables& tables, AccountId account,
                                                       AccountId viewer);
/// The badges that it shows first, in order.
std::vector<std::int64_t> pinned_by(const Tables& tables, AccountId account);

class MemoryFollows : public community::Follows {
public:
    MemoryFollows(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    bool add(AccountId follower, AccountId followed, Instant at) override;
    void drop(AccountId follower, AccountId followed) override;
    void drop_all(AccountId account) override;
    bool has(AccountId follower, AccountId followed) const override;
    std::int64_t count(AccountId account, community::Side side) const override;
    std::vector<community::FollowedProfile> list(
        AccountId account, community::Side side, AccountId viewer,
        const community::FollowWindow& window) const override;

private:
    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
