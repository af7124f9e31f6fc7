#include "libcore/shop/checkout.hpp"

namespace asterism::shop {
namespace {

bool same_money(const Checkout& checkout, const Payment& payment) {
    return payment.session == checkout.session && payment.intent == checkout.intent;
}

/// Of a payment that is said to have been made.
Judgement of_money(const Checkout& checkout, const std::optional<Snapshot>& snapshot,
                   const Payment& payment) {
    if (checkout.stage == Stage::ordered) {
        if (same_money(checkout, payment)) return {News::settled};
        return {News::foreign, IncidentKind::paid_twice};
    }
    if (!snapshot) return {News::contradicted, IncidentKind::altered_snapshot};
    const auto wrong = mismatch(*snapshot, checkout.session, payment);
    if (!wrong) return {News::settled};
    if (*wrong == IncidentKind::wrong_session) return {News::foreign, wrong};
    return {News::contradicted, wrong};
}

}  // namespace

Judgement judged(const Checkout& checkout, const std::optional<Snapshot>& snapshot, Signal signal,
                 const Payment& payment) {
    const bool ours = checkout.session.empty() || checkout.session == payment.session;
    const bool money = signal == Signal::async_succeeded || settled(payment);
    switch (signal) {
        case Signal::async_failed: return {ours ? News::failed : News::none};
        case Signal::expired: return {ours ? News::expired : News::none};
        case Signal::completed:
            if (!money) return {ours ? News::pending : News::none};
            break;
        case Signal::came_back:
            if (!money) return {};
            break;
        case Signal::async_succeeded: break;
    }
    return of_money(checkout, snapshot, payment);
}

}  // namespace asterism::shop
