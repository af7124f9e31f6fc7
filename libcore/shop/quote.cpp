#include "libcore/shop/quote.hpp"

#include <algorithm>

#include "libcore/shop/prices.hpp"

namespace asterism::shop {
namespace {

const Item* item_of(const Contents& contents, SkuId sku) {
    const auto found =
        std::ranges::find(contents.items, sku, [](const Item& item) { return item.sku.id; });
    return found == contents.items.end() ? nullptr : &*found;
}

Result<QuotedLine> quoted(const Item& item, std::int64_t quantity, Currency currency, Instant at) {
    QuotedLine out{item, quantity, price_at(item.sku.prices, at), {0, currency}};
    if (!out.each) return out;
    const auto total = line_total({quantity, *out.each});
    if (!total) return total.error();
    out.total = *total;
    return out;
}

std::vector<PricedLine> priced(std::span<const QuotedLine> lines) {
    std::vector<PricedLine> out;
    for (const QuotedLine& line : lines)
        if (line.each) out.push_back({line.quantity, *line.each});
    return out;
}

}  // namespace

Result<Quote> quote(const Contents& contents, const Policy& policy, Instant at) {
    Quote out;
    for (const CartLine& line : contents.cart.lines) {
        const Item* item = item_of(contents, line.sku);
        if (!item) continue;
        auto next = quoted(*item, line.quantity, policy.currency, at);
        if (!next) return next.error();
        out.lines.push_back(*std::move(next));
    }
    const auto items = sum_of(priced(out.lines), policy.currency);
    if (!items) return items.error();
    Basket basket{*items, {0, policy.currency}, {}, at};
    if (contents.shipping) {
        basket.shipping = contents.shipping->cost;
        basket.method = contents.shipping->identifier;
    }
    auto reduction = reduce(basket, contents.codes, policy.discounts);
    if (!reduction) return reduction.error();
    const auto totals = total_of(basket, *reduction);
    if (!totals) return totals.error();
    out.totals = *totals;
    out.counts = std::move(reduction->counts);
    return out;
}

}  // namespace asterism::shop
