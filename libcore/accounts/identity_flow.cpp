#include <algorithm>

#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/identity_entry.hpp"
#include "libcore/accounts/identity_faults.hpp"
#include "libcore/base/path.hpp"

namespace asterism::accounts {
namespace {

constexpr std::chrono::minutes flow_life{10};
constexpr std::size_t secret_length = 43;  // letters and digits: 256 bits

bool offers(const Policy& policy, std::string_view provider) {
    return std::ranges::find(policy.providers, provider, &ProviderName::code) !=
           policy.providers.end();
}

std::string callback_address(const Policy& policy, std::string_view provider) {
    constexpr std::string_view hole = "{provider}";
    auto path = policy.identity_callback;
    path.replace(path.find(hole), hole.size(), provider);
    return policy.base_url + path;
}

/// Takes what the store keeps and what the browser keeps: 64 hex digits.
std::string derived(const Run& run, std::string_view use, const IdentityFlow& flow,
                    std::string_view browser) {
    return run.fingerprint.of(
        std::string(use).append(1, ':').append(flow.seed).append(1, ':').append(browser));
}

/// Why the flow is no good to whoever came back with it, as a word for the audit log.
std::string_view mismatch(const Run& run, const IdentityFlow& flow,
                          const FinishIdentityFlow& input) {
    if (run.now.at >= flow.expires) return "state_expired";
    if (flow.provider != input.provider) return "other_provider";
    if (flow.site != run.caller.site) return "other_site";
    if (flow.callback != callback_address(run.policy, flow.provider)) return "other_callback";
    if (!input.browser || flow.browser != run.fingerprint.of(*input.browser))
        return "other_browser";
    return {};
}

ClaimedFlow turned_away(ClaimedFlow claim, const Fault& fault, std::string_view reason) {
    claim.refusal = &fault;
    claim.reason = reason;
    return claim;
}

}  // namespace

Result<ProviderList> list_identity_providers(const Policy& policy, const NoInput&) {
    ProviderList out;
    for (const auto& each : policy.providers) out.items.push_back({each.code, each.name});
    return out;
}

Result<FlowPlan> plan_identity_flow(const Run& run, std::optional<Actor> actor,
                                    const Sessions& sessions, const StartIdentityFlow& input) {
    if (!offers(run.policy, input.provider)) return field_error(unknown_provider, "provider");
    FlowPlan plan;
    auto& flow = plan.flow;
    flow.goal = input.process.value_or(FlowGoal::login);
    if (flow.goal == FlowGoal::connect) {
        if (!actor) return account_required;
        if (const Fault* fault = unproved(run, *actor, sessions)) return *fault;
        flow.account = actor->account;
    }
    plan.browser = random_text(run.entropy, alphanumerics, secret_length);
    flow.seed = random_text(run.entropy, alphanumerics, secret_length);
    flow.provider = input.provider;
    flow.site = run.caller.site;
    flow.browser = run.fingerprint.of(plan.browser);
    flow.callback = callback_address(run.policy, input.provider);
    flow.next = own_path(input.next.value_or(""), "");
    flow.expires = run.now.at + flow_life;
    plan.departure = {flow.provider,
                      random_text(run.entropy, alphanumerics, secret_length),
                      derived(run, "nonce", flow, plan.browser),
                      derived(run, "verifier", flow, plan.browser),
                      flow.callback,
                      run.now.at};
    return plan;
}

PlannedRoute ask_for_address(const IdentityProviders& providers, const FlowPlan& plan,
                             const StartIdentityFlow&) {
    return {plan, providers.address_for(plan.departure)};
}

Result<FlowStarted> start_identity_flow(const Run& run, IdentityFlows& flows,
                                        const PlannedRoute& route, const StartIdentityFlow&) {
    if (!route.location) return route.location.error();
    const auto& [flow, browser, departure] = route.plan;
    flows.drop_expired(run.now.at);
    flows.add(run.fingerprint.of(departure.state), flow);
    return FlowStarted{*route.location, flow.expires, browser};
}

Result<ClaimedFlow> claim_identity_flow(const Run& run, IdentityFlows& flows,
                                        const FinishIdentityFlow& input) {
    if (!offers(run.policy, input.provider)) return field_error(unknown_provider, "provider");
    ClaimedFlow claim;
    claim.flow = flows.take(run.fingerprint.of(input.state.value_or("")));
    if (!claim.flow) return turned_away(std::move(claim), flow_void, "unknown_state");
    const auto& flow = *claim.flow;
    if (const auto reason = mismatch(run, flow, input); !reason.empty())
        return turned_away(std::move(claim), flow_void, reason);
    if (input.error) {
        const bool cancelled = *input.error == "access_denied";
        return turned_away(std::move(claim), cancelled ? identity_cancelled : identity_refused,
                           cancelled ? "cancelled" : "provider_error");
    }
    if (!input.code) return turned_away(std::move(claim), identity_refused, "no_code");
    claim.arrival = {flow.provider,
                     *input.code,
                     input.iss,
                     derived(run, "nonce", flow, *input.browser),
                     derived(run, "verifier", flow, *input.browser),
                     flow.callback,
                     run.now.at};
    return claim;
}

CheckedFlow ask_for_proof(const IdentityProviders& providers, const ClaimedFlow& claim,
                          const FinishIdentityFlow&) {
    if (claim.refusal) return {claim, {std::nullopt, claim.refusal, claim.reason}};
    return {claim, providers.prove(claim.arrival)};
}

Result<FlowEnd> finish_identity_flow(const Run& run, std::optional<Actor> actor, IdentityDesk desk,
                                     const CheckedFlow& checked, const FinishIdentityFlow& input) {
    const auto& [flow, refusal, reason, arrival] = checked.claim;
    const auto& proof = checked.proof;
    const bool connects = flow && flow->goal == FlowGoal::connect;
    const Visit visit{run, actor, input.provider, connects};
    if (!proof.identity) return refused(visit, *proof.refusal, proof.reason);
    auto end = connects ? connect(visit, desk, *flow->account, *proof.identity)
                        : enter(visit, desk, *proof.identity);
    if (end) end->next = flow->next;
    return end;
}

}  // namespace asterism::accounts
