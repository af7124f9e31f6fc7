#pragma once

#include "libcore/badges/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlDeeds final : public badges::Deeds {
public:
    explicit SqlDeeds(Db& db) : db_(db) {}

    std::optional<badges::Figures> of(AccountId account) const override;
    std::int64_t visits_since(AccountId account, Instant since) const override;
    std::int64_t rank(AccountId account, std::int64_t most) const override;
    std::vector<badges::EarlyBird> first(std::int64_t most) const override;
    std::vector<AccountId> seasoned(badges::BadgeId lacked, Instant since,
                                    std::int64_t limit) const override;
    std::vector<AccountId> touched_by(AccountId account) const override;

private:
    Db& db_;
};

class SqlAwards final : public badges::Awards {
public:
    explicit SqlAwards(Db& db) : db_(db) {}

    std::vector<badges::Award> of(AccountId account) const override;
    std::vector<badges::Award> hold(AccountId account) override;
    bool add(AccountId account, badges::BadgeId badge, Instant at) override;
    bool drop(AccountId account, badges::BadgeId badge) override;
    void drop_all(AccountId account) override;
    bool pin(AccountId account, std::span<const badges::BadgeId> badges) override;

private:
    void lock(AccountId account);

    Db& db_;
};

}  // namespace asterism::store
