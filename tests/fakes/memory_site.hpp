#pragma once

#include <algorithm>

#include "libcore/site.hpp"
#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemorySiteIndex : public SiteIndex {
public:
    MemorySiteIndex(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    SiteStatistics count() const override {
        return calls_.read([&] {
            SiteStatistics out{std::ssize(tables_.places)};
            for (const auto& [id, place] : tables_.places) out.reviews += place.reviews;
            for (const auto& [account, hash] : tables_.accounts)
                if (account.active && !account.system) ++out.people;
            return out;
        });
    }

    std::vector<ListedPage> profiles(std::int64_t limit) const override {
        return calls_.read([&] {
            std::vector<ListedPage> out;
            for (auto at = tables_.accounts.rbegin(); at != tables_.accounts.rend(); ++at)
                if (is_shown(at->account) && std::ssize(out) < limit)
                    out.push_back({at->account.handle, at->account.created_at});
            return out;
        });
    }

    std::vector<ListedPart> place_parts() const override {
        return calls_.read([&] {
            std::vector<ListedPart> out;
            for (const auto& [id, place] : tables_.places) {
                const auto part = (id - 1) / places_a_part + 1;
                if (out.empty() || out.back().number != part) out.push_back({part, {}});
                out.back().changed_at = std::max(out.back().changed_at, place.updated_at);
            }
            return out;
        });
    }

    std::vector<ListedPage> places(std::int64_t part) const override {
        return calls_.read([&] {
            std::vector<ListedPage> out;
            for (const auto& [id, place] : tables_.places)
                if ((id - 1) / places_a_part + 1 == part)
                    out.push_back({std::to_string(id), place.updated_at});
            return out;
        });
    }

private:
    bool is_shown(const accounts::Account& account) const {
        const auto profile = tables_.profiles.find(account.id.value);
        const bool says = profile != tables_.profiles.end() &&
                          (!profile->second.bio.empty() || profile->second.verified);
        const bool follows = std::ranges::any_of(tables_.follows, [&](const FollowRow& row) {
            return row.follower == account.id || row.followed == account.id;
        });
        const bool writes = std::ranges::any_of(tables_.reviews, [&](const auto& each) {
            return each.second.account == account.id && !each.second.hidden;
        });
        const bool pins = std::ranges::any_of(tables_.awards, [&](const auto& each) {
            return each.first.first == account.id.value && each.second.pinned;
        });
        return account.active && !account.system && (says || follows || writes || pins);
    }

    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
