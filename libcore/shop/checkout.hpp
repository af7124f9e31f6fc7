#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/time.hpp"
#include "libcore/shop/payment.hpp"

namespace asterism::shop {

// One snapshot on its way to an order. News of its payment come from a signed call of whoever takes
// the money, and from the page that the buyer comes back to; late, again, and in any order. The
// tables below make that not matter: money that fits leads to one order, whatever else is told.

using CheckoutId = Id<struct CheckoutTag>;

enum class Stage : std::uint8_t {
    open,      ///< the buyer may pay
    waiting,   ///< he did what he had to; the money is on its way
    ordered,   ///< there is an order, for ever
    failed,    ///< the money did not come
    expired,   ///< the time to pay is over
    contested  ///< money came that does not fit: a person has to look
};

constexpr auto names(Stage) {
    using Name = std::pair<Stage, std::string_view>;
    return std::array{Name{Stage::open, "open"},       Name{Stage::waiting, "waiting"},
                      Name{Stage::ordered, "ordered"}, Name{Stage::failed, "failed"},
                      Name{Stage::expired, "expired"}, Name{Stage::contested, "contested"}};
}

struct Checkout {
    CheckoutId id;
    std::string reference;  ///< the snapshot's
    Frozen frozen;
    CartId cart;          ///< which it came from, or which that was merged into
    Owner owner;          ///< of that cart, now
    std::string session;  ///< where it is paid; empty until that is known
    std::string url;      ///< the same, for the buyer
    Stage stage = Stage::open;
    bool holding = true;                     ///< its pieces and codes are held
    std::optional<Instant> hold_until = {};  ///< none: as long as it takes
    std::string order = {};                  ///< its identifier, once there is one
    std::string intent = {};                 ///< the money that order was made for
};

/// What is told of a payment.
enum class Signal : std::uint8_t {
    completed,        ///< the buyer is through; paid or not
    async_succeeded,  ///< money that took its time has come
    async_failed,     ///< the same, and it has not
    expired,          ///< nobody paid in time
    came_back         ///< the buyer is on the page for who has paid; the payment was asked for
};

constexpr auto names(Signal) {
    using Name = std::pair<Signal, std::string_view>;
    return std::array{Name{Signal::completed, "completed"},
                      Name{Signal::async_succeeded, "async_succeeded"},
                      Name{Signal::async_failed, "async_failed"}, Name{Signal::expired, "expired"},
                      Name{Signal::came_back, "came_back"}};
}

/// What a signal comes to.
enum class News : std::uint8_t {
    none,
    pending,
    settled,       ///< paid, and it fits
    contradicted,  ///< paid, and it does not fit
    foreign,       ///< money from elsewhere, which leaves the checkout as it is
    failed,
    expired  ///< also where our own hold ran out
};

struct Judgement {
    News news = News::none;
    std::optional<IncidentKind> incident = {};  ///< of what is contradicted, or foreign

    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// `snapshot` is none where what was frozen has been altered.
Judgement judged(const Checkout& checkout, const std::optional<Snapshot>& snapshot, Signal signal,
                 const Payment& payment);

/// What is to be done.
enum class Deed : std::uint8_t {
    nothing,
    keep_hold,  ///< without end; if it was given back, again, if it can be had
    give_back,  ///< the hold, if there is one
    place_order,
    open_incident  ///< and give the hold back if the checkout is contested now
};

struct Turn {
    Stage stage;
    Deed deed = Deed::nothing;

    friend bool operator==(const Turn&, const Turn&) = default;
};

/// The table of moves. Bad news ends only what is not past it already.
constexpr Turn turn(Stage stage, News news) {
    const bool may_pay = stage == Stage::open || stage == Stage::expired;
    if (news == News::foreign) return {stage, Deed::open_incident};
    if (stage == Stage::ordered || stage == Stage::contested) return {stage, Deed::nothing};
    switch (news) {
        case News::settled: return {Stage::ordered, Deed::place_order};
        case News::contradicted: return {Stage::contested, Deed::open_incident};
        case News::pending: return may_pay ? Turn{Stage::waiting, Deed::keep_hold} : Turn{stage};
        case News::failed: return {Stage::failed, Deed::give_back};
        case News::expired:
            return stage == Stage::open ? Turn{Stage::expired, Deed::give_back} : Turn{stage};
        default: return {stage};
    }
}

}  // namespace asterism::shop
