#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/id.hpp"
#include "libcore/base/money.hpp"
#include "libcore/base/time.hpp"
#include "libcore/shop/supply.hpp"

namespace asterism::shop {

using DiscountId = Id<struct DiscountTag>;

enum class DiscountKind : std::uint8_t {
    percent_off,   ///< of all items
    amount_off,    ///< of all items
    free_months,   ///< of a subscription: listed, never money
    free_shipping  ///< by one method
};

constexpr auto names(DiscountKind) {
    using Name = std::pair<DiscountKind, std::string_view>;
    return std::array{Name{DiscountKind::percent_off, "percent_off"},
                      Name{DiscountKind::amount_off, "amount_off"},
                      Name{DiscountKind::free_months, "free_months"},
                      Name{DiscountKind::free_shipping, "free_shipping"}};
}

/// A code that takes something off.
struct Discount {
    DiscountId id;
    std::string code;
    std::string description;
    DiscountKind kind = DiscountKind::percent_off;
    std::int64_t amount = 0;  ///< hundredths: of a percent, of the currency's unit, of a month
    Money order_minimum;      ///< the items come to that much or more
    Instant starts;
    Instant ends;  ///< included, as is the start
    bool combinable = false;
    std::string shipping_method;  ///< which free_shipping is about: its identifier
    Supply uses = {};             ///< how many orders it is still good for
};

/// Which of the codes in a cart count.
enum class DiscountRule : std::uint8_t {
    /// Of the codes off the items the first whose minimum is met, and the same of those off
    /// shipping.
    first_that_counts,
    /// Off the items counts the first code alone that cannot be combined, if its minimum is met. A
    /// code off shipping counts whenever its minimum is met.
    first_uncombinable
};

constexpr auto names(DiscountRule) {
    using Name = std::pair<DiscountRule, std::string_view>;
    return std::array{Name{DiscountRule::first_that_counts, "first_that_counts"},
                      Name{DiscountRule::first_uncombinable, "first_uncombinable"}};
}

/// Whether a code may be made so.
const Fault* definition_refusal(const Discount& discount);

bool in_season(const Discount& discount, Instant at);

/// Why a code that was typed in does not go into a cart that has those already; null: it does. Its
/// minimum is not asked for: the code waits in the cart until it is met.
const Fault* entry_refusal(const std::optional<Discount>& found,
                           std::span<const DiscountId> already, Instant at);

/// What codes are judged by.
struct Basket {
    Money items;
    Money shipping;
    std::string_view method;  ///< identifier; empty: none chosen
    Instant at;
};

/// What the codes take off. Neither is more than what it is taken from.
struct Reduction {
    Money items;
    Money shipping;
    std::vector<bool> counts = {};  ///< of each code, in their order: whether it took something
};

/// Of codes in the order in which they were entered. One whose time is over, or of which no use is
/// left, may still be in a cart, but takes nothing off. Percents are rounded once, of all items
/// together, to whole cents, halves up.
Result<Reduction> reduce(const Basket& basket, std::span<const Discount> entered,
                         DiscountRule rule);

}  // namespace asterism::shop
