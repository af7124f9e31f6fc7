#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/accounts/identity_ports.hpp"
#include "libcore/base/events.hpp"
#include "libcore/mail/use_cases.hpp"

namespace asterism::accounts {

/// What it takes to let somebody in with an identity, or to make them an account.
struct IdentityDesk {
    using Writes = void;
    Accounts& accounts;
    Identities& identities;
    Door door;
    mail::Outbox outbox;
    Events& events;
};

Result<ProviderList> list_identity_providers(const Policy& policy, const NoInput& input);

// The way there and back: identity_flow.cpp. Both use cases talk to the provider in between, with
// no transaction open (libcore/base/use_case.hpp).

/// A flow that may begin, with the secrets that nobody keeps.
struct FlowPlan {
    IdentityFlow flow;
    std::string browser;
    Departure departure;
};

/// The same once the provider's address is known.
struct PlannedRoute {
    FlowPlan plan;
    Result<std::string> location;
};

Result<FlowPlan> plan_identity_flow(const Run& run, std::optional<Actor> actor,
                                    const Sessions& sessions, const StartIdentityFlow& input);
PlannedRoute ask_for_address(const IdentityProviders& providers, const FlowPlan& plan,
                             const StartIdentityFlow& input);
Result<FlowStarted> start_identity_flow(const Run& run, IdentityFlows& flows,
                                        const PlannedRoute& route, const StartIdentityFlow& input);

/// What became of the flow that a state belongs to: gone for good, whoever showed it.
struct ClaimedFlow {
    std::optional<IdentityFlow> flow = {};
    const Fault* refusal = nullptr;
    std::string reason = {};  ///< as in Proof
    Arrival arrival = {};
};

/// The same once the provider was asked.
struct CheckedFlow {
    ClaimedFlow claim;
    Proof proof;
};

Result<ClaimedFlow> claim_identity_flow(const Run& run, IdentityFlows& flows,
                                        const FinishIdentityFlow& input);
CheckedFlow ask_for_proof(const IdentityProviders& providers, const ClaimedFlow& claim,
                          const FinishIdentityFlow& input);
Result<FlowEnd> finish_identity_flow(const Run& run, std::optional<Actor> actor, IdentityDesk desk,
                                     const CheckedFlow& checked, const FinishIdentityFlow& input);

// What is connected: identities.cpp

Result<IdentityList> list_identities(const Policy& policy, Actor actor,
                                     const Identities& identities, const NoInput& input);
Result<IdentityDisconnected> disconnect_identity(const Run& run, Actor actor,
                                                 const Accounts& accounts, Identities& identities,
                                                 const Sessions& sessions,
                                                 const DisconnectIdentity& input);

inline constexpr UseCases identity_cases{
    use_case<&list_identity_providers>("list_identity_providers",
                                       "Lists the providers one can sign in with."),
    use_case<&start_identity_flow, &plan_identity_flow, &ask_for_address>(
        "start_identity_flow", "Begins to sign in with, or to connect, a provider."),
    use_case<&finish_identity_flow, &claim_identity_flow, &ask_for_proof>(
        "finish_identity_flow", "Signs in or connects with what the provider sent back."),
    use_case<&list_identities>("list_identities", "Lists the identities that are connected."),
    use_case<&disconnect_identity>("disconnect_identity", "Disconnects an identity."),
};

}  // namespace asterism::accounts
