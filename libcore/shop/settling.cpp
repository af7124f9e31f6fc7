#include "libcore/shop/settling.hpp"

#include "libcore/shop/alarms.hpp"
#include "libcore/shop/faults.hpp"
#include "libcore/shop/identifiers.hpp"
#include "libcore/shop/shopper.hpp"

namespace asterism::shop {
namespace {

constexpr int most_draws = 5;
constexpr std::size_t longest_about = 100;

/// One piece of news at work.
struct Hearing {
    const accounts::Run& run;
    Till till;
    const Policy& policy;
    const PaymentNews& news;
    std::optional<Snapshot> snapshot = {};
    /// Where there is money: what the checkout came from. Held before the checkout, as those do who
    /// go to pay and who sign in.
    std::optional<Cart> cart = {};
};

PaymentOutcome outcome_of(const Checkout& checkout) {
    PaymentOutcome out;
    out.stage = checkout.stage;
    if (!checkout.order.empty()) out.order = checkout.order;
    return out;
}

void report(const Hearing& hearing, IncidentKind kind) {
    auto plan = plan_incident(kind, hearing.news.payment, hearing.run.now.at);
    if (!hearing.till.incidents.add(plan.incident)) return;
    hearing.run.trail.note(std::move(plan.audit));
    hearing.till.tasks.add(plan.alarm);
}

void give_hold_back(const Hearing& hearing, Checkout& checkout) {
    if (checkout.holding && hearing.snapshot)
        hearing.till.holds.give_back(claim_of(*hearing.snapshot));
    checkout.holding = false;
}

PaymentOutcome contest(const Hearing& hearing, Checkout checkout, IncidentKind kind) {
    report(hearing, kind);
    give_hold_back(hearing, checkout);
    checkout.stage = Stage::contested;
    hearing.till.checkouts.save(checkout);
    auto out = outcome_of(checkout);
    out.incident = kind;
    return out;
}

Status first_status(const Statuses& statuses, const Policy& policy) {
    for (const Status& status : statuses.all())
        if (status.identifier == policy.first_status) return status;
    return {policy.first_status, "", "", Phase::accepted};
}

OrderDraw draw(const accounts::Run& run) {
    OrderDraw out{{draw_order_identifier(run.entropy), draw_secret(run.entropy)}, ""};
    out.secret_print = run.fingerprint.of(out.name.secret);
    return out;
}

/// An order, or why there is none.
struct Written {
    Placed placed = Placed::identifier_taken;
    OrderPlan plan;
};

/// Writes the order under the first identifier that nobody has.
Written written(const Hearing& hearing, const Checkout& checkout) {
    const auto first = first_status(hearing.till.statuses, hearing.policy);
    Written out;
    for (int tries = 0; tries < most_draws && out.placed == Placed::identifier_taken; ++tries) {
        out.plan = plan_order(checkout, *hearing.snapshot, hearing.news.payment, draw(hearing.run),
                              first, hearing.run.now.at);
        out.placed = hearing.till.orders.add(out.plan);
    }
    return out;
}

void close_cart(const Hearing& hearing, CartId id) {
    const bool held = hearing.cart && hearing.cart->id == id;
    auto cart = held ? hearing.cart : hearing.till.carts.hold(id);
    if (!cart) return;
    if (auto rest = left_over(*std::move(cart), *hearing.snapshot))
        hearing.till.carts.save(*rest, hearing.run.now.at);
    else
        hearing.till.carts.remove(id);
}

/// Of a hold that was given back: why it cannot be had again.
std::optional<IncidentKind> lost_hold(const Hearing& hearing, Checkout& checkout) {
    if (checkout.holding) return std::nullopt;
    const auto shortage = hearing.till.holds.hold(claim_of(*hearing.snapshot));
    checkout.holding = !shortage;
    if (!shortage) return std::nullopt;
    return *shortage == Shortage::codes ? IncidentKind::code_used_up : IncidentKind::sold_out;
}

Result<PaymentOutcome> place(const Hearing& hearing, Checkout checkout) {
    if (const auto lost = lost_hold(hearing, checkout))
        return contest(hearing, std::move(checkout), *lost);
    auto [placed, plan] = written(hearing, checkout);
    if (placed == Placed::identifier_taken) return order_race;
    if (placed == Placed::already)
        return contest(hearing, std::move(checkout), IncidentKind::paid_twice);
    hearing.till.holds.take_held(claim_of(*hearing.snapshot));
    checkout.stage = Stage::ordered;
    checkout.holding = false;
    checkout.session = hearing.news.payment.session;
    checkout.intent = hearing.news.payment.intent;
    checkout.order = plan.record.order.identifier;
    hearing.till.checkouts.save(checkout);
    close_cart(hearing, plan.cart);
    hearing.run.trail.note(std::move(plan.audit));
    hearing.till.tasks.add(plan.mail);
    return outcome_of(checkout);
}

PaymentOutcome keep_hold(const Hearing& hearing, Checkout checkout) {
    if (!checkout.holding && hearing.snapshot)
        checkout.holding = !hearing.till.holds.hold(claim_of(*hearing.snapshot));
    checkout.stage = Stage::waiting;
    checkout.hold_until.reset();
    hearing.till.checkouts.save(checkout);
    return outcome_of(checkout);
}

PaymentOutcome give_up(const Hearing& hearing, Checkout checkout, Stage stage) {
    if (checkout.stage == stage) return outcome_of(checkout);
    give_hold_back(hearing, checkout);
    checkout.stage = stage;
    hearing.till.checkouts.save(checkout);
    return outcome_of(checkout);
}

Result<PaymentOutcome> act(const Hearing& hearing, Checkout checkout) {
    const auto judgement =
        judged(checkout, hearing.snapshot, hearing.news.signal, hearing.news.payment);
    const auto [stage, deed] = turn(checkout.stage, judgement.news);
    switch (deed) {
        case Deed::place_order: return place(hearing, std::move(checkout));
        case Deed::keep_hold: return keep_hold(hearing, std::move(checkout));
        case Deed::open_incident: {
            if (stage == Stage::contested && checkout.stage != stage)
                return contest(hearing, std::move(checkout), *judgement.incident);
            report(hearing, *judgement.incident);
            auto out = outcome_of(checkout);
            out.incident = judgement.incident;
            return out;
        }
        case Deed::give_back:
        case Deed::nothing: break;
    }
    return give_up(hearing, std::move(checkout), stage);
}

bool is_money(const PaymentNews& news) {
    return news.signal == Signal::async_succeeded || settled(news.payment);
}

std::optional<Checkout> held(Checkouts& checkouts, const Payment& payment) {
    if (auto named = checkouts.hold(payment.reference)) return named;
    return checkouts.hold_by_session(payment.session);
}

}  // namespace

Result<PaymentOutcome> hear_payment(const accounts::Run& run, Till till, const Policy& policy,
                                    const PaymentNews& news) {
    if (is_money(news))
        run.trail.owe(alarm_of(order_not_written, kept_text(news.payment.session, longest_about),
                               run.now.at));
    const bool first = news.call.empty() || till.calls.note(news.call, run.now.at);
    Hearing hearing{run, till, policy, news};
    if (is_money(news)) hearing.cart = till.carts.hold_of(news.payment.reference);
    auto checkout = held(till.checkouts, news.payment);
    if (checkout && !first) return outcome_of(*checkout);
    if (checkout) {
        hearing.snapshot = opened(run.fingerprint, checkout->frozen);
        return act(hearing, *std::move(checkout));
    }
    PaymentOutcome out;
    if (!is_money(news)) return out;
    report(hearing, IncidentKind::unknown_checkout);
    out.incident = IncidentKind::unknown_checkout;
    return out;
}

bool is_moot(const Task& owed, const Checkouts& checkouts) {
    if (owed.kind != alarm_task || owed.payload != order_not_written) return false;
    const auto checkout = checkouts.find_by_session(alarm_subject(owed));
    return checkout && (checkout->stage == Stage::ordered || checkout->stage == Stage::contested);
}

Result<Returning> find_own_checkout(const accounts::Run& run, std::optional<Actor> actor,
                                    const Checkouts& checkouts, const ComeBack& input) {
    const auto checkout = checkouts.find_by_session(input.session);
    const auto owner = owner_of(run.fingerprint, actor, input.visitor);
    const auto visitor = owner_of(run.fingerprint, std::nullopt, input.visitor);
    const bool own = checkout && ((owner && *owner == checkout->owner) ||
                                  (visitor && *visitor == checkout->owner));
    if (!own) return unknown_checkout;
    Returning out{input.session, {}};
    if (checkout->stage == Stage::ordered) out.known = outcome_of(*checkout);
    return out;
}

Result<Returned> ask_for_payment(const Payments& payments, const Returning& returning,
                                 const ComeBack&) {
    if (returning.known) return Returned{returning, {}};
    auto payment = payments.look(returning.session);
    if (!payment) return payment.error();
    if (!*payment) return unknown_checkout;
    return Returned{returning, *std::move(payment)};
}

Result<PaymentOutcome> come_back(const accounts::Run& run, Till till, const Policy& policy,
                                 const Returned& returned, const ComeBack&) {
    if (returned.returning.known) return *returned.returning.known;
    if (!settled(*returned.payment)) return not_paid_yet;
    return hear_payment(run, till, policy, {"", Signal::came_back, *returned.payment});
}

}  // namespace asterism::shop
