#include "libcore/shop/payment.hpp"

#include "libcore/base/text.hpp"

namespace asterism::shop {
namespace {

bool same_currency(Currency ours, std::string_view theirs) {
    for (const auto& [currency, name] : names(ours))
        if (currency == ours) return lowered(name) == lowered(theirs);
    return false;
}

bool same_amount(const Snapshot& snapshot, const Payment& payment) {
    if (payment.promotion < 0 || (payment.promotion > 0 && !snapshot.promotions)) return false;
    const Money paid{payment.amount, snapshot.currency};
    const auto whole = add(paid, {payment.promotion, snapshot.currency});
    return payment.amount >= 0 && whole && *whole == snapshot.totals.total;
}

}  // namespace

std::optional<IncidentKind> mismatch(const Snapshot& snapshot, std::string_view session,
                                     const Payment& payment) {
    if (payment.reference != snapshot.reference) return IncidentKind::wrong_session;
    if (!session.empty() && payment.session != session) return IncidentKind::wrong_session;
    if (payment.live != snapshot.live) return IncidentKind::wrong_mode;
    if (payment.purpose != "payment") return IncidentKind::wrong_purpose;
    if (!settled(payment)) return IncidentKind::not_paid;
    if (!same_currency(snapshot.currency, payment.currency)) return IncidentKind::wrong_currency;
    if (!same_amount(snapshot, payment)) return IncidentKind::wrong_amount;
    return std::nullopt;
}

}  // namespace asterism::shop
