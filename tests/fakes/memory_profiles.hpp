#pragma once

#include "tests/fakes/memory_follows.hpp"

namespace asterism::tests {

class MemoryProfiles : public community::Profiles {
public:
    MemoryProfiles(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    community::Profile of(AccountId account) const override {
        return calls_.read([&] { return find(account); });
    }

    community::Profile hold(AccountId account) override {
        return calls_.write([&] { return find(account); });
    }

    std::optional<community::PublicProfile> shown(AccountId account,
                                                  AccountId viewer) const override {
        return calls_.read([&] { return public_profile(tables_, account, viewer); });
    }

    std::vector<std::int64_t> pinned_badges(AccountId account) const override {
        return calls_.read([&] { return pinned_by(tables_, account); });
    }

    void save(const community::Profile& profile, Instant) override {
        calls_.write([&] { tables_.profiles[profile.account.value] = profile; });
    }

private:
    community::Profile find(AccountId account) const {
        const auto found = tables_.profiles.find(account.value);
        if (found != tables_.profiles.end()) return found->second;
        community::Profile empty;
        empty.account = account;
        return empty;
    }

    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
