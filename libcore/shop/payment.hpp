#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/shop/address.hpp"
#include "libcore/shop/snapshot.hpp"

namespace asterism::shop {

enum class PaymentState : std::uint8_t { unpaid, paid, nothing_to_pay };

constexpr auto names(PaymentState) {
    using Name = std::pair<PaymentState, std::string_view>;
    return std::array{Name{PaymentState::unpaid, "unpaid"}, Name{PaymentState::paid, "paid"},
                      Name{PaymentState::nothing_to_pay, "nothing_to_pay"}};
}

/// What whoever takes the money says of one session at its counter. All of it comes from there.
struct Payment {
    std::string reference;  ///< of the snapshot, as we gave it to them; empty: none
    std::string session;
    std::string intent;  ///< what the money is filed under; empty where there is nothing to pay
    PaymentState state = PaymentState::unpaid;
    std::string purpose = "payment";
    std::int64_t amount = 0;     ///< in the currency's minor units
    std::int64_t promotion = 0;  ///< what they took off by codes of their own
    std::string currency;        ///< ISO 4217, in any case
    bool live = false;
    std::string email;
    std::string name;
    PostalAddress billing;
    PostalAddress shipping;

    friend bool operator==(const Payment&, const Payment&) = default;
};

inline bool settled(const Payment& payment) { return payment.state != PaymentState::unpaid; }

/// Why money that came makes no order by itself, so that a person has to look. The names are public
/// for ever: alarms are counted by them.
enum class IncidentKind : std::uint8_t {
    unknown_checkout,  ///< we never asked for it
    altered_snapshot,  ///< what was to be paid for is not what was frozen
    wrong_session,     ///< it was paid at another counter than ours for this checkout
    wrong_mode,        ///< play money for a real order, or the reverse
    wrong_purpose,     ///< a subscription, or a mere set-up
    not_paid,          ///< told to be paid, and is not
    wrong_currency,
    wrong_amount,
    sold_out,      ///< the pieces went to others after the hold was over
    code_used_up,  ///< the same of a discount code
    paid_twice     ///< there is an order for this checkout, by other money
};

constexpr auto names(IncidentKind) {
    using Name = std::pair<IncidentKind, std::string_view>;
    return std::array{Name{IncidentKind::unknown_checkout, "unknown_checkout"},
                      Name{IncidentKind::altered_snapshot, "altered_snapshot"},
                      Name{IncidentKind::wrong_session, "wrong_session"},
                      Name{IncidentKind::wrong_mode, "wrong_mode"},
                      Name{IncidentKind::wrong_purpose, "wrong_purpose"},
                      Name{IncidentKind::not_paid, "not_paid"},
                      Name{IncidentKind::wrong_currency, "wrong_currency"},
                      Name{IncidentKind::wrong_amount, "wrong_amount"},
                      Name{IncidentKind::sold_out, "sold_out"},
                      Name{IncidentKind::code_used_up, "code_used_up"},
                      Name{IncidentKind::paid_twice, "paid_twice"}};
}

/// Whether the money is the snapshot's to the cent: none where it is. `session` is the one that was
/// opened for it, empty where we never heard which.
std::optional<IncidentKind> mismatch(const Snapshot& snapshot, std::string_view session,
                                     const Payment& payment);

}  // namespace asterism::shop
