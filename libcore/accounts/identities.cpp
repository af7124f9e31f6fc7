#include <algorithm>

#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/identity_cases.hpp"
#include "libcore/accounts/identity_faults.hpp"

namespace asterism::accounts {
namespace {

/// As people know the provider; one that the site offers no longer is called by its short name.
std::string name_of(const Policy& policy, const std::string& provider) {
    const auto found = std::ranges::find(policy.providers, provider, &ProviderName::code);
    return found == policy.providers.end() ? provider : found->name;
}

bool offers(const Policy& policy, const std::string& provider) {
    return std::ranges::find(policy.providers, provider, &ProviderName::code) !=
           policy.providers.end();
}

}  // namespace

Result<IdentityList> list_identities(const Policy& policy, Actor actor,
                                     const Identities& identities, const NoInput&) {
    IdentityList out;
    for (auto& each : identities.of(actor.account))
        out.items.push_back({each.id, each.provider, name_of(policy, each.provider),
                             std::move(each.subject), std::move(each.email), std::move(each.name),
                             each.connected_at});
    return out;
}

Result<IdentityDisconnected> disconnect_identity(const Run& run, Actor actor,
                                                 const Accounts& accounts, Identities& identities,
                                                 const Sessions& sessions,
                                                 const DisconnectIdentity& input) {
    const auto all = identities.hold_of(actor.account);
    const auto found = std::ranges::find(all, input.identity, &Identity::id);
    if (found == all.end()) return field_error(unknown_identity, "identity");
    if (const Fault* fault = unproved(run, actor, sessions)) return *fault;
    // An identity of a provider that the site offers no longer lets nobody in.
    const bool another = std::ranges::any_of(all, [&](const Identity& each) {
        return each.id != input.identity && offers(run.policy, each.provider);
    });
    if (!another && !accounts.password_hash(actor.account)) return last_way_in;
    identities.remove(input.identity);
    const auto account = accounts.find(actor.account);
    run.trail.note({"identity_disconnected", true, actor.account, account ? account->handle : "",
                    "auth_method=" + found->provider});
    return IdentityDisconnected{found->provider};
}

}  // namespace asterism::accounts
