#pragma once

#include "libcore/accounts/cleanup.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlLeftovers final : public accounts::Leftovers {
public:
    explicit SqlLeftovers(Db& db) : db_(db) {}

    std::vector<accounts::Account> unverified(Instant before, std::int64_t limit) const override;
    std::int64_t count_unverified(Instant before) const override;
    std::int64_t count(accounts::Leftover what, Instant before) const override;
    std::int64_t drop(accounts::Leftover what, Instant before, std::int64_t limit) override;

private:
    Db& db_;
};

}  // namespace asterism::store
