#include "tests/fakes/memory_identities.hpp"

#include <algorithm>

namespace asterism::tests {

using accounts::Identity;
using accounts::IdentityFlow;
using accounts::IdentityId;

std::optional<IdentityId> MemoryIdentities::add(const Identity& identity) {
    return calls_.write([&]() -> std::optional<IdentityId> {
        const auto same = [&](const Identity& other) {
            return other.issuer == identity.issuer && other.subject == identity.subject;
        };
        if (std::ranges::any_of(tables_.identities, same)) return std::nullopt;
        tables_.identities.push_back(identity);
        return tables_.identities.back().id = IdentityId{++tables_.last_identity};
    });
}

std::optional<Identity> MemoryIdentities::find(std::string_view issuer,
                                               std::string_view subject) const {
    return calls_.read([&]() -> std::optional<Identity> {
        for (const auto& each : tables_.identities)
            if (each.issuer == issuer && each.subject == subject) return each;
        return std::nullopt;
    });
}

std::vector<Identity> MemoryIdentities::of(AccountId account) const {
    return calls_.read([&] {
        std::vector<Identity> out;
        std::ranges::copy_if(tables_.identities, std::back_inserter(out),
                             [&](const Identity& each) { return each.account == account; });
        return out;
    });
}

std::vector<Identity> MemoryIdentities::hold_of(AccountId account) { return of(account); }

bool MemoryIdentities::has_email(std::string_view normal) const {
    return calls_.read([&] {
        return !normal.empty() && std::ranges::find(tables_.identities, normal, &Identity::email) !=
                                      tables_.identities.end();
    });
}

void MemoryIdentities::remove(IdentityId id) {
    calls_.write([&] {
        std::erase_if(tables_.identities, [&](const Identity& each) { return each.id == id; });
    });
}

void MemoryIdentityFlows::add(std::string_view state, const IdentityFlow& flow) {
    calls_.write([&] { rows_.emplace(state, flow); });
}

std::optional<IdentityFlow> MemoryIdentityFlows::take(std::string_view state) {
    return calls_.write([&]() -> std::optional<IdentityFlow> {
        const auto found = rows_.find(state);
        if (found == rows_.end()) return std::nullopt;
        auto flow = found->second;
        rows_.erase(found);
        return flow;
    });
}

void MemoryIdentityFlows::drop_expired(Instant now) {
    calls_.write(
        [&] { std::erase_if(rows_, [&](const auto& row) { return row.second.expires <= now; }); });
}

}  // namespace asterism::tests
