#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/cart_inputs.hpp"
#include "libcore/shop/order_ports.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

// Going to pay, in three steps: freeze the cart and hold what is in it; open a counter where it is
// paid, with no transaction open; remember which. A hold has its whole time from the third step on,
// and a few minutes until then. So a crash between any two leaves a hold that is soon given back;
// and no money can come for it, since nobody was told where to pay: the third step alone tells
// that, and only where the checkout is still open in the transaction that does.

/// Closes a counter that nobody should pay at any more; its payload is the session.
inline constexpr std::string_view close_counter_task = "shop.close_counter";

/// What is written while somebody goes to pay.
struct Gate {
    using Writes = void;
    Carts& carts;
    Checkouts& checkouts;
    Holds& holds;
    Tasks& tasks;
    const accounts::Accounts& accounts;
};

struct CheckOut {
    std::optional<Email> email = {};
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("email", &CheckOut::email,
            "Where a visitor can be written to; an account's own address is known.");
        see("visitor", &CheckOut::visitor, visitor_meaning);
    }
};

struct CheckedOut {
    std::string session;
    std::string url;

    static constexpr void fields(auto&& see) {
        see("session", &CheckedOut::session, "The counter's name, for coming back from it.");
        see("url", &CheckedOut::url, "Where to pay.");
    }
};

/// What was frozen and held.
struct Frozenness {
    CounterRequest request;
    PayCounter known;  ///< of an earlier try, which is still good; else empty
};

/// The same, with its counter.
struct AtCounter {
    std::string reference;
    PayCounter counter;
    Instant expires;  ///< the counter
};

/// The same cart going to pay again goes to the same counter. One that has changed lets go of what
/// it held before.
Result<Frozenness> begin_check_out(const accounts::Run& run, std::optional<Actor> actor, Gate gate,
                                   Shelves shelves, const Policy& policy, const CheckOut& input);
Result<AtCounter> ask_for_counter(const Payments& payments, const Frozenness& frozen,
                                  const CheckOut& input);
/// Refused where the hold was given back meanwhile; then the counter closes.
Result<CheckedOut> check_out(const accounts::Run& run, Checkouts& checkouts, const AtCounter& at,
                             const CheckOut& input);

/// Whether this cart could go to pay, as a page asks before it shows the way.
struct MayCheckOut {
    bool allowed = false;

    static constexpr void fields(auto&& see) {
        see("allowed", &MayCheckOut::allowed, "The shop takes orders from whoever asks.");
    }
};

Result<MayCheckOut> may_check_out(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                  const Policy& policy, const ThisCart& input);

/// Lets go of what is held by those who did not pay in time.
struct LetGoOverdue {
    std::optional<std::int64_t> limit = {};

    static constexpr void fields(auto&& see) {
        see("limit", &LetGoOverdue::limit, "The most checkouts at once; 100 if not given.");
    }
};

struct LetGo {
    std::int64_t count = 0;
    bool more = false;

    static constexpr void fields(auto&& see) {
        see("count", &LetGo::count, "So many held something and do no more.");
        see("more", &LetGo::more, "There may be others left: run it again.");
    }
};

/// Forgets what was frozen for people who did not pay, with the address in it.
struct ForgetUnpaid {
    std::int64_t weeks = 8;
    std::optional<std::int64_t> limit = {};

    static constexpr void fields(auto&& see) {
        see("weeks", &ForgetUnpaid::weeks, "Checkouts that were begun so long ago.");
        see("limit", &ForgetUnpaid::limit, "The most checkouts at once; 100 if not given.");
    }
};

struct UnpaidForgotten {
    std::int64_t count = 0;

    static constexpr void fields(auto&& see) {
        see("count", &UnpaidForgotten::count, "So many are gone.");
    }
};

/// Only where nobody can pay any more: money that comes all the same is an incident.
Result<UnpaidForgotten> forget_unpaid(Now now, Checkouts& checkouts, const ForgetUnpaid& input);

Result<LetGo> let_go_overdue(const accounts::Run& run, Checkouts& checkouts, Holds& holds,
                             const LetGoOverdue& input);

inline constexpr UseCases check_out_cases{
    use_case<&check_out, &begin_check_out, &ask_for_counter>(
        "check_out", "Freezes the cart and tells where to pay for it."),
    use_case<&may_check_out>("may_check_out", "Tells whether whoever asks may check out."),
    use_case<&let_go_overdue>("let_go_overdue",
                              "Lets go of what is held by those who did not pay in time."),
};

}  // namespace asterism::shop
