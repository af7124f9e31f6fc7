#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/result.hpp"

namespace asterism {

/// ISO 4217 codes of the currencies that are traded in; all have two decimals.
enum class Currency : std::uint8_t { usd, eur, gbp };

constexpr auto names(Currency) {
    return std::array{std::pair{Currency::usd, std::string_view{"USD"}},
                      std::pair{Currency::eur, std::string_view{"EUR"}},
                      std::pair{Currency::gbp, std::string_view{"GBP"}}};
}

inline constexpr Fault money_overflow{"money_overflow", Kind::invalid, "The amount is too large."};
inline constexpr Fault currency_mismatch{"currency_mismatch", Kind::invalid,
                                         "Amounts of two currencies do not add."};
inline constexpr Fault bad_amount{"bad_amount", Kind::invalid,
                                  "An amount is digits with at most two decimals."};
inline constexpr Fault bad_parts{"bad_parts", Kind::invalid,
                                 "An amount is split into 1 to 10,000 parts."};

/// An exact amount in minor units (cents). It has no operators: every sum can overflow, so every
/// sum says so.
struct Money {
    std::int64_t minor = 0;
    Currency currency = Currency::usd;

    friend bool operator==(const Money&, const Money&) = default;
};

Result<Money> add(Money a, Money b);
Result<Money> subtract(Money a, Money b);
Result<Money> times(Money unit, std::int64_t count);

/// Basis points (hundredths of a percent) of an amount, halves away from zero: 2,000 of 10.05 is
/// 2.01.
Result<Money> share(Money whole, std::int64_t basis_points);

/// Parts that differ by at most one minor unit, the larger ones first, and sum to the whole.
Result<std::vector<Money>> split(Money total, std::int64_t parts);

/// "12.50", "-3", "0.5". No exponent, no grouping, no blank.
Result<Money> parse_money(std::string_view text, Currency currency);

/// "12.50": always two decimals.
std::string decimal(Money amount);

}  // namespace asterism
