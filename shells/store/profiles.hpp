#pragma once

#include "libcore/community/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlProfiles final : public community::Profiles {
public:
    explicit SqlProfiles(Db& db) : db_(db) {}

    community::Profile of(AccountId account) const override;
    community::Profile hold(AccountId account) override;
    std::optional<community::PublicProfile> shown(AccountId account,
                                                  AccountId viewer) const override;
    std::vector<std::int64_t> pinned_badges(AccountId account) const override;
    void save(const community::Profile& profile, Instant at) override;

private:
    Db& db_;
};

}  // namespace asterism::store
