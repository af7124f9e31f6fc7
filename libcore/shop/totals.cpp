#include "libcore/shop/totals.hpp"

#include <algorithm>
#include <numeric>

#include "libcore/shop/prices.hpp"

namespace asterism::shop {
namespace {

__extension__ using Wide = __int128;  // a product of two amounts

Result<Money> checked(Result<Money> amount) {
    if (amount && (amount->minor > largest_amount || amount->minor < 0)) return money_overflow;
    return amount;
}

/// What a cut to cents left of one line's part.
struct Cut {
    std::size_t line;
    std::int64_t lost;
};

}  // namespace

Result<Money> line_total(const PricedLine& line) {
    return checked(times(line.each, line.quantity));
}

Result<Money> sum_of(std::span<const PricedLine> lines, Currency currency) {
    Result<Money> sum = Money{0, currency};
    for (const PricedLine& line : lines) {
        const auto all = line_total(line);
        if (!all) return all.error();
        sum = checked(add(*sum, *all));
        if (!sum) return sum;
    }
    return sum;
}

Result<Totals> total_of(const Basket& basket, const Reduction& reduction) {
    const auto items = subtract(basket.items, reduction.items);
    const auto shipping = subtract(basket.shipping, reduction.shipping);
    if (!items) return items.error();
    if (!shipping) return shipping.error();
    const auto total = checked(add(*items, *shipping));
    if (!total) return total.error();
    return Totals{basket.items, reduction.items, basket.shipping, reduction.shipping, *total};
}

Result<std::vector<Money>> spread(Money discount, std::span<const PricedLine> lines) {
    const auto sum = sum_of(lines, discount.currency);
    if (!sum) return sum.error();
    if (discount.minor < 0 || discount.minor > sum->minor) return money_overflow;
    std::vector<Money> parts(lines.size(), Money{0, discount.currency});
    if (discount.minor == 0) return parts;
    std::vector<Cut> cuts;
    auto rest = discount.minor;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Wide product = Wide{discount.minor} * lines[i].each.minor * lines[i].quantity;
        parts[i].minor = static_cast<std::int64_t>(product / sum->minor);
        rest -= parts[i].minor;
        cuts.push_back({i, static_cast<std::int64_t>(product % sum->minor)});
    }
    std::ranges::stable_sort(cuts, std::ranges::greater{}, &Cut::lost);
    for (std::size_t i = 0; rest > 0; ++i, --rest) ++parts[cuts[i].line].minor;
    return parts;
}

Result<std::vector<Pieces>> reduced(const PricedLine& line, Money discount) {
    const auto all = line_total(line);
    if (!all) return all.error();
    const auto left = checked(subtract(*all, discount));
    if (!left) return left.error();
    std::vector<Pieces> out;
    if (line.quantity <= 0) return out;
    const auto low = left->minor / line.quantity;
    const auto dearer = left->minor % line.quantity;
    if (dearer > 0) out.push_back({dearer, {low + 1, left->currency}});
    out.push_back({line.quantity - dearer, {low, left->currency}});
    return out;
}

}  // namespace asterism::shop
