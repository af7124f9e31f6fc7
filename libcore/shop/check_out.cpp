#include "libcore/shop/check_out.hpp"

#include <utility>

#include "libcore/shop/faults.hpp"
#include "libcore/shop/identifiers.hpp"
#include "libcore/shop/shopper.hpp"

namespace asterism::shop {
namespace {

/// The counter closes before the hold is over, so that whoever pays at the last moment gets it.
constexpr std::chrono::minutes grace{10};

/// So long a hold waits for its counter: many times what asking for one may take.
constexpr std::chrono::minutes unopened{5};

/// For less time than this whoever takes the money opens no counter.
constexpr std::chrono::minutes shortest{30};

bool allowed(const std::optional<Actor>& actor, const accounts::Accounts& accounts,
             const Policy& policy, const std::optional<std::string>& visitor) {
    if (!actor) return invited(policy.visitors_that_check_out, visitor.value_or(""));
    const auto account = accounts.find(actor->account);
    return account && invited(policy.accounts_that_check_out, account->handle);
}

Payer payer_of(const accounts::Run& run, const std::optional<Actor>& actor,
               const accounts::Accounts& accounts, const CheckOut& input) {
    auto reference = draw_secret(run.entropy);
    if (!actor)
        return {std::move(reference), input.email ? input.email->given() : "", run.caller.language};
    const auto account = accounts.find(actor->account);
    if (!account) return {std::move(reference), ""};
    return {std::move(reference), account->email_as_given, account->language};
}

void let_go(const accounts::Run& run, Checkouts& checkouts, Holds& holds, Checkout checkout) {
    const auto snapshot = opened(run.fingerprint, checkout.frozen);
    if (checkout.holding && snapshot) holds.give_back(claim_of(*snapshot));
    checkout.holding = false;
    checkout.stage = turn(checkout.stage, News::expired).stage;
    checkouts.save(checkout);
}

/// Whether there is time enough left to pay at the earlier try's counter, which may have to be
/// opened yet.
bool in_time(const Checkout& before, Instant closes, Instant now) {
    if (!before.hold_until) return false;
    return before.session.empty() ? closes - now >= shortest : *before.hold_until - grace > now;
}

Task closing_of(const std::string& session, Instant at) {
    return {close_counter_task, "", session, session, at};
}

/// Whether nothing has changed since the earlier try but the time, and what he reads.
bool same(const Snapshot& now, Snapshot before) {
    before.reference = now.reference;
    before.made_at = now.made_at;
    before.language = now.language;
    return now == before;
}

/// When the counter for it closes: asked for again, it is the same.
Instant closing(const Snapshot& snapshot, const Policy& policy) {
    return snapshot.made_at + policy.hold;
}

Result<CounterRequest> request_for(const Snapshot& snapshot, const Policy& policy) {
    auto all = charges(snapshot);
    if (!all) return all.error();
    return CounterRequest{
        snapshot.reference, snapshot.cart,          *std::move(all),     snapshot.currency,
        snapshot.email,     snapshot.needs_address, snapshot.promotions, closing(snapshot, policy)};
}

/// Takes the earlier try's hold up again.
Result<Frozenness> resumed(const accounts::Run& run, Gate gate, const Policy& policy,
                           const Snapshot& snapshot, Checkout before) {
    if (gate.holds.hold(claim_of(snapshot))) return not_enough_left;
    auto request = request_for(snapshot, policy);
    if (!request) return request.error();
    if (before.session.empty()) {
        before.hold_until = run.now.at + unopened;
        gate.checkouts.save(before);
    }
    return Frozenness{*std::move(request), {before.session, before.url}};
}

Result<Frozenness> begun(const accounts::Run& run, Gate gate, const Policy& policy,
                         const Snapshot& snapshot) {
    const auto shortage = gate.holds.hold(claim_of(snapshot));
    if (shortage) return *shortage == Shortage::codes ? code_used_up : not_enough_left;
    Checkout checkout;
    checkout.reference = snapshot.reference;
    checkout.frozen = sealed(run.fingerprint, snapshot);
    checkout.cart = snapshot.cart;
    checkout.owner = snapshot.owner;
    checkout.hold_until = run.now.at + unopened;
    auto request = request_for(snapshot, policy);
    if (!request) return request.error();
    gate.checkouts.add(checkout, run.now.at);
    return Frozenness{*std::move(request), {}};
}

}  // namespace

Result<Frozenness> begin_check_out(const accounts::Run& run, std::optional<Actor> actor, Gate gate,
                                   Shelves shelves, const Policy& policy, const CheckOut& input) {
    if (!allowed(actor, gate.accounts, policy, input.visitor)) return checkout_not_allowed;
    const auto owner = owner_of(run.fingerprint, actor, input.visitor);
    auto cart = owner ? gate.carts.hold(*owner) : std::nullopt;
    if (!cart) return no_cart;

    // What the earlier try holds would stand in this one's way.
    const auto before = gate.checkouts.hold_open(cart->id);
    const auto frozen = before ? opened(run.fingerprint, before->frozen) : std::nullopt;
    if (frozen && before->holding) gate.holds.give_back(claim_of(*frozen));

    const auto snapshot = freeze(contents_of(*std::move(cart), shelves, policy.usual_shipping),
                                 payer_of(run, actor, gate.accounts, input), policy, run.now.at);
    if (!snapshot) return snapshot.error();
    if (frozen && in_time(*before, closing(*frozen, policy), run.now.at) &&
        same(*snapshot, *frozen))
        return resumed(run, gate, policy, *frozen, *before);
    if (before) {
        auto old = *before;
        old.holding = false;
        let_go(run, gate.checkouts, gate.holds, old);
        if (!old.session.empty()) gate.tasks.add(closing_of(old.session, run.now.at));
    }
    return begun(run, gate, policy, *snapshot);
}

Result<AtCounter> ask_for_counter(const Payments& payments, const Frozenness& frozen,
                                  const CheckOut&) {
    const auto& request = frozen.request;
    if (!frozen.known.session.empty())
        return AtCounter{request.reference, frozen.known, request.expires};
    auto counter = payments.open(request);
    if (!counter) return counter.error();
    return AtCounter{request.reference, *std::move(counter), request.expires};
}

Result<CheckedOut> check_out(const accounts::Run& run, Checkouts& checkouts, const AtCounter& at,
                             const CheckOut&) {
    auto checkout = checkouts.hold(at.reference);
    if (!checkout) return unknown_checkout;
    if (checkout->stage == Stage::expired) {
        run.trail.owe(closing_of(at.counter.session, run.now.at));
        return checkout_lapsed;
    }
    if (checkout->session.empty()) {
        checkout->session = at.counter.session;
        checkout->url = at.counter.url;
        if (checkout->stage == Stage::open) checkout->hold_until = at.expires + grace;
        checkouts.save(*checkout);
    }
    return CheckedOut{at.counter.session, at.counter.url};
}

Result<MayCheckOut> may_check_out(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                  const Policy& policy, const ThisCart& input) {
    return MayCheckOut{allowed(actor, accounts, policy, input.visitor)};
}

Result<UnpaidForgotten> forget_unpaid(Now now, Checkouts& checkouts, const ForgetUnpaid& input) {
    const auto before = now.at - std::chrono::weeks(input.weeks);
    return UnpaidForgotten{checkouts.forget_unpaid(before, input.limit.value_or(100))};
}

Result<LetGo> let_go_overdue(const accounts::Run& run, Checkouts& checkouts, Holds& holds,
                             const LetGoOverdue& input) {
    LetGo out;
    const auto limit = input.limit.value_or(100);
    for (const Checkout& checkout : checkouts.hold_overdue(run.now.at, limit)) {
        let_go(run, checkouts, holds, checkout);
        ++out.count;
    }
    out.more = out.count >= limit;
    return out;
}

}  // namespace asterism::shop
