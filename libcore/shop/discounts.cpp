#include "libcore/shop/discounts.hpp"

#include <algorithm>

#include "libcore/shop/faults.hpp"
#include "libcore/shop/prices.hpp"

namespace asterism::shop {
namespace {

constexpr std::int64_t whole = 10'000;  // 100 % in hundredths of a percent

bool off_items(const Discount& discount) {
    return discount.kind == DiscountKind::percent_off || discount.kind == DiscountKind::amount_off;
}

/// Whether it would take something off, if it is its turn.
bool ready(const Discount& discount, const Basket& basket) {
    return basket.items.minor >= discount.order_minimum.minor && in_season(discount, basket.at) &&
           discount.uses.left != 0;
}

bool frees(const Discount& discount, const Basket& basket) {
    return discount.kind == DiscountKind::free_shipping && ready(discount, basket) &&
           !basket.method.empty() && discount.shipping_method == basket.method;
}

/// The code whose turn it is to take something off the items.
const Discount* first_off_items(const Basket& basket, std::span<const Discount> entered,
                                DiscountRule rule) {
    for (const Discount& discount : entered) {
        if (!off_items(discount)) continue;
        if (rule == DiscountRule::first_that_counts) {
            if (ready(discount, basket)) return &discount;
        } else if (!discount.combinable) {
            return ready(discount, basket) ? &discount : nullptr;
        }
    }
    return nullptr;
}

Result<Money> taken_off(const Discount& discount, Money items) {
    if (discount.kind == DiscountKind::amount_off)
        return Money{std::min(discount.amount, items.minor), items.currency};
    auto off = share(items, discount.amount);
    if (off) off->minor = std::min(off->minor, items.minor);
    return off;
}

}  // namespace

const Fault* definition_refusal(const Discount& discount) {
    const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    if (discount.code.empty() || discount.code.size() > 100) return &bad_code;
    if (!std::ranges::all_of(discount.code, plain)) return &bad_code;
    const bool percents = discount.kind == DiscountKind::percent_off;
    if (discount.amount <= 0 || discount.amount > (percents ? whole : dearest))
        return &bad_discount;
    if (discount.order_minimum.minor < 0 || discount.order_minimum.minor > dearest)
        return &bad_price;
    if (discount.ends < discount.starts) return &bad_dates;
    if (discount.uses.left && *discount.uses.left < 0) return &bad_discount;
    return nullptr;
}

bool in_season(const Discount& discount, Instant at) {
    return discount.starts <= at && at <= discount.ends;
}

const Fault* entry_refusal(const std::optional<Discount>& found,
                           std::span<const DiscountId> already, Instant at) {
    if (!found) return &unknown_code;
    if (!in_season(*found, at)) return &code_not_active;
    if (std::ranges::find(already, found->id) != already.end()) return &code_already_applied;
    if (!covers(found->uses, 1)) return &code_used_up;
    return nullptr;
}

Result<Reduction> reduce(const Basket& basket, std::span<const Discount> entered,
                         DiscountRule rule) {
    Reduction out{{0, basket.items.currency}, {0, basket.items.currency}};
    out.counts.resize(entered.size());
    if (const Discount* first = first_off_items(basket, entered, rule)) {
        const auto off = taken_off(*first, basket.items);
        if (!off) return off.error();
        out.items = *off;
        out.counts[static_cast<std::size_t>(first - entered.data())] = true;
    }
    for (std::size_t i = 0; i < entered.size(); ++i) {
        if (!frees(entered[i], basket)) continue;
        out.shipping = basket.shipping;
        out.counts[i] = true;
        break;
    }
    return out;
}

}  // namespace asterism::shop
