#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryProfiles : public community::Profiles {
public:
    MemoryProfiles(Tables& tables, Calls& calls) : rows_(tables.profiles), calls_(calls) {}

    community::Profile of(AccountId account) const override {
        return calls_.read([&] { return find(account); });
    }

    community::Profile hold(AccountId account) override {
        return calls_.write([&] { return find(account); });
    }

    void save(const community::Profile& profile, Instant) override {
        calls_.write([&] { rows_[profile.account.value] = profile; });
    }

private:
    community::Profile find(AccountId account) const {
        const auto found = rows_.find(account.value);
        if (found != rows_.end()) return found->second;
        community::Profile empty;
        empty.account = account;
        return empty;
    }

    std::map<std::int64_t, community::Profile>& rows_;
    Calls& calls_;
};

}  // namespace asterism::tests
