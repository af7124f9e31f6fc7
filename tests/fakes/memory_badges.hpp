#pragma once

#include "libcore/badges/ports.hpp"
#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryDeeds : public badges::Deeds {
public:
    MemoryDeeds(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<badges::Figures> of(AccountId account) const override;
    std::int64_t visits_since(AccountId account, Instant since) const override;
    std::int64_t rank(AccountId account, std::int64_t most) const override;
    std::vector<badges::EarlyBird> first(std::int64_t most) const override;
    std::vector<AccountId> seasoned(badges::BadgeId lacked, Instant since,
                                    std::int64_t limit) const override;
    std::vector<AccountId> touched_by(AccountId account) const override;

private:
    Tables& tables_;
    Calls& calls_;
};

class MemoryAwards : public badges::Awards {
public:
    MemoryAwards(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::vector<badges::Award> of(AccountId account) const override;
    std::vector<badges::Award> hold(AccountId account) override;
    bool add(AccountId account, badges::BadgeId badge, Instant at) override;
    bool drop(AccountId account, badges::BadgeId badge) override;
    void drop_all(AccountId account) override;
    bool pin(AccountId account, std::span<const badges::BadgeId> badges) override;

private:
    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
