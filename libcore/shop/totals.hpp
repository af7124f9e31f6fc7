#pragma once

#include <span>
#include <vector>

#include "libcore/base/money.hpp"
#include "libcore/shop/discounts.hpp"

namespace asterism::shop {

// Where cents go. Every amount is whole cents from the start, so lines, items and totals are exact
// sums. Rounded are only:
// - a percent discount: once, of all items together, halves up (10 % of 25.45 is 2.55);
// - the discount's part of each line: in proportion to the lines, cut to cents, the cents that are
//   left one each to the lines that lost the most by the cut, of equals to the earlier line;
// - the price of a piece where a line's part does not divide by its pieces: some pieces cost a cent
//   more than the others, and together they make the line.
// So the parts always sum up to the whole: page, order, mail and payment tell one total. Taxes are
// in the prices.

/// So many pieces at that price.
struct PricedLine {
    std::int64_t quantity = 1;
    Money each;
};

struct Totals {
    Money items;
    Money item_discount;
    Money shipping;
    Money shipping_discount;
    Money total;

    friend bool operator==(const Totals&, const Totals&) = default;
};

/// Refused where it would be more than largest_amount.
Result<Money> line_total(const PricedLine& line);
Result<Money> sum_of(std::span<const PricedLine> lines, Currency currency);

Result<Totals> total_of(const Basket& basket, const Reduction& reduction);

/// The parts of a discount, one for each line, none more than its line. The discount is not more
/// than the lines together.
Result<std::vector<Money>> spread(Money discount, std::span<const PricedLine> lines);

/// So many pieces at that price each.
struct Pieces {
    std::int64_t quantity = 0;
    Money each;

    friend bool operator==(const Pieces&, const Pieces&) = default;
};

/// A line's pieces with its part of the discount taken off: of one price, or of two that are a cent
/// apart, the dearer ones first.
Result<std::vector<Pieces>> reduced(const PricedLine& line, Money discount);

}  // namespace asterism::shop
