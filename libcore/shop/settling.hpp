#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/cart_inputs.hpp"
#include "libcore/shop/order_ports.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

// News of a payment, whoever brings them, do the same and do it once. What is permanent is told as
// an answer, so that it is kept; what may pass is thrown or refused, so that it is told again.

/// What is written when money comes.
struct Till {
    using Writes = void;
    Carts& carts;
    Checkouts& checkouts;
    Holds& holds;
    Orders& orders;
    Incidents& incidents;
    HeardCalls& calls;
    Tasks& tasks;
    const Statuses& statuses;
};

/// A call whose signature was good, or the answer to our own question.
struct PaymentNews {
    std::string call;  ///< its unique name; empty: it has none
    Signal signal = Signal::completed;
    Payment payment;
};

struct PaymentOutcome {
    std::optional<Stage> stage;
    std::optional<std::string> order;
    std::optional<IncidentKind> incident;

    static constexpr void fields(auto&& see) {
        see("stage", &PaymentOutcome::stage, "Where the checkout is now; null: there is none.");
        see("order", &PaymentOutcome::order, "The order's identifier, once there is one.");
        see("incident", &PaymentOutcome::incident, "Why a person has to look, or null.");
    }
};

/// Also where there is nothing to be done: whoever tells is told that he was heard.
Result<PaymentOutcome> hear_payment(const accounts::Run& run, Till till, const Policy& policy,
                                    const PaymentNews& news);

/// Whether an alarm that a run owes would be false: that payment has its order, or its incident,
/// from earlier news, and it was only told again.
bool is_moot(const Task& owed, const Checkouts& checkouts);

// The page that the buyer comes back to, in three steps.

struct ComeBack {
    std::string session;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("session", &ComeBack::session, "The counter's name.");
        see("visitor", &ComeBack::visitor, visitor_meaning);
    }
};

struct Returning {
    std::string session;
    std::optional<PaymentOutcome> known;  ///< there is an order, so nobody has to be asked
};

struct Returned {
    Returning returning;
    std::optional<Payment> payment;
};

/// Refused where the counter was somebody else's.
Result<Returning> find_own_checkout(const accounts::Run& run, std::optional<Actor> actor,
                                    const Checkouts& checkouts, const ComeBack& input);
Result<Returned> ask_for_payment(const Payments& payments, const Returning& returning,
                                 const ComeBack& input);
/// Makes the order if nobody was faster. Refused where it is not paid.
Result<PaymentOutcome> come_back(const accounts::Run& run, Till till, const Policy& policy,
                                 const Returned& returned, const ComeBack& input);

inline constexpr UseCases settling_cases{
    use_case<&come_back, &find_own_checkout, &ask_for_payment>(
        "come_back", "Makes the order of whoever comes back from paying, if nobody has yet."),
};

}  // namespace asterism::shop
