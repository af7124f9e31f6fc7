#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/money.hpp"
#include "libcore/shop/discounts.hpp"

namespace asterism::shop {

/// No line has more pieces, on whatever site.
inline constexpr std::int64_t most_pieces = 9'999;

/// Who may check out: a list of names with commas between, `*` for everybody; none: nobody.
using Guests = std::optional<std::string>;

/// What a site decides about its shop.
struct Policy {
    Currency currency = Currency::usd;
    std::int64_t fewest = 1;          ///< pieces in a line; 0 where a page keeps empty lines
    std::int64_t most = most_pieces;  ///< pieces that are asked for at once
    DiscountRule discounts = DiscountRule::first_that_counts;
    std::string usual_shipping = "USPSRetailGround";  ///< where nobody chose
    std::string first_status = "accepted";            ///< of a new order
    Guests accounts_that_check_out = "*";             ///< by their handles
    Guests visitors_that_check_out = "*";             ///< by what their cookies hold
    std::string publishable_key = {};  ///< what pages show to whoever takes the money
    bool live = false;                 ///< payments are of real money
    bool promotions = false;        ///< whoever takes the money may lower it by codes of their own
    std::chrono::minutes hold{60};  ///< how long a checkout keeps its pieces and codes
};

/// The site's, for pages that keep lines of no pieces and ask for at most 99: StartupWebApp's.
Policy startupwebapp(Policy site);

/// Whether the name stands in the list. Blanks around a name do not matter, its case does.
bool invited(const Guests& guests, std::string_view name);

}  // namespace asterism::shop
