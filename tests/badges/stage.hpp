#pragma once

#include <stdexcept>

#include "libcore/badges/listening.hpp"
#include "libcore/badges/upkeep.hpp"
#include "tests/fakes/memory_badges.hpp"
#include "tests/fakes/memory_profiles.hpp"
#include "tests/places/stage.hpp"

namespace asterism::badges {

using namespace std::chrono_literals;
using Slugs = std::vector<std::string>;

/// The module on a table.
struct Stage : places::Stage {
    AccountId person(const std::string& name) {
        return settle({.handle = name, .email = name + "@example.org"});
    }

    /// The badges of an account, in the order of their numbers.
    Slugs held(AccountId account) {
        Slugs out;
        for (const Badge& badge : table)
            for (const Award& each : awards.of(account))
                if (each.badge == badge.id) out.emplace_back(badge.slug);
        return out;
    }

    std::size_t judge(AccountId account) {
        return evaluate(standard_of(policy, now), deeds, awards, account).size();
    }

    accounts::Account& find(std::string_view name) {
        for (auto& row : tables.accounts)
            if (row.account.handle == name) return row.account;
        throw std::out_of_range("nobody has that name");
    }

    Bench bench() { return {deeds, awards}; }

    tests::MemoryFollows follows{tables, calls};
    tests::MemoryProfiles profiles{tables, calls};
    tests::MemoryDeeds deeds{tables, calls};
    tests::MemoryAwards awards{tables, calls};
};

}  // namespace asterism::badges
