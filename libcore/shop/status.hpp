#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/actor.hpp"
#include "libcore/base/time.hpp"
#include "libcore/shop/shipping.hpp"

namespace asterism::shop {

/// How far an order is. A shop may have several statuses in one phase, with names of its own.
enum class Phase : std::uint8_t {
    accepted,
    in_work,
    packed,
    shipped,
    delivered,
    cancelled,  ///< before anything was sent
    refunded
};

constexpr auto names(Phase) {
    using Name = std::pair<Phase, std::string_view>;
    return std::array{Name{Phase::accepted, "accepted"},   Name{Phase::in_work, "in_work"},
                      Name{Phase::packed, "packed"},       Name{Phase::shipped, "shipped"},
                      Name{Phase::delivered, "delivered"}, Name{Phase::cancelled, "cancelled"},
                      Name{Phase::refunded, "refunded"}};
}

/// A status that orders of this shop can have.
struct Status {
    std::string identifier;
    std::string title;
    std::string description;
    Phase phase = Phase::accepted;
    bool retired = false;
};

/// One line of an order's history.
struct StatusEntry {
    std::string status;  ///< identifier
    Phase phase = Phase::accepted;
    Instant at;
    AccountId by = {};  ///< none: nobody did, the payment came
    std::string note = {};

    friend bool operator==(const StatusEntry&, const StatusEntry&) = default;
};

/// The table of moves: rows are where an order is, columns where it may go, as Phase counts them.
/// Within a phase it may go on to another status of it.
inline constexpr std::array<std::array<bool, 7>, 7> moves{{
    // acc   work   pack   ship   deliv  canc   refund
    {true, true, true, true, false, true, true},       // accepted
    {false, true, true, true, false, true, true},      // in_work
    {false, true, true, true, false, true, true},      // packed: something may have to be made anew
    {false, false, false, true, true, false, true},    // shipped: in several parcels
    {false, false, false, false, true, false, true},   // delivered
    {false, false, false, false, false, true, true},   // cancelled
    {false, false, false, false, false, false, true},  // refunded, in several parts
}};

constexpr bool may_move(Phase from, Phase to) {
    return moves[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
}

/// What the staff says with a move.
struct MoveWords {
    std::string_view tracking = {};  ///< a parcel's number, where it is shipped
    std::string_view note = {};      ///< what was paid back and why, where it is refunded
};

/// Why an order with that history (oldest first, never empty) does not get that status; null: it
/// does. No status comes twice.
const Fault* move_refusal(std::span<const StatusEntry> history, const Status& to,
                          const MoveWords& words, bool has_tracking);

/// Plain text of at most 1,000 characters.
bool is_order_note(std::string_view text);

/// Whether its pieces are for sale again: they were never sent.
constexpr bool restocks(Phase from, Phase to) {
    return to == Phase::cancelled && from != Phase::cancelled;
}

}  // namespace asterism::shop
