#include "libcore/shop/prices.hpp"

#include <algorithm>

#include "libcore/shop/faults.hpp"

namespace asterism::shop {

std::optional<Money> price_at(std::span<const Price> history, Instant at) {
    const Price* newest = nullptr;
    for (const Price& price : history)
        if (price.since <= at && (!newest || price.since >= newest->since)) newest = &price;
    if (!newest) return std::nullopt;
    return newest->each;
}

Result<std::vector<Price>> repriced(std::vector<Price> history, Price price) {
    if (price.each.minor < 0 || price.each.minor > dearest) return bad_price;
    for (const Price& before : history) {
        if (before.each.currency != price.each.currency) return bad_price;
        if (before.since > price.since) return price_too_early;
    }
    history.push_back(price);
    return history;
}

const Fault* sale_refusal(const Sku& sku, std::int64_t quantity, Instant at) {
    if (sku.retired) return &unknown_sku;
    if (!price_at(sku.prices, at)) return &no_price;
    if (sku.availability != Availability::in_stock) return &not_enough_left;
    if (!covers(sku.stock, quantity)) return &not_enough_left;
    return nullptr;
}

Availability shown_availability(const Sku& sku) {
    const bool gone = sku.retired || (sku.stock.left && *sku.stock.left <= 0);
    return gone && sku.availability == Availability::in_stock ? Availability::out_of_stock
                                                              : sku.availability;
}

std::optional<PriceRange> price_range(const Product& product, Instant at) {
    std::optional<PriceRange> range;
    for (const Sku& sku : product.skus) {
        const auto price = price_at(sku.prices, at);
        if (sku.retired || !price) continue;
        if (!range) range = PriceRange{*price, *price};
        if (price->minor < range->low.minor) range->low = *price;
        if (price->minor > range->high.minor) range->high = *price;
    }
    return range;
}

const Picture* main_picture(std::span<const Picture> pictures) {
    const auto found = std::ranges::find_if(pictures, &Picture::main);
    return found == pictures.end() ? nullptr : &*found;
}

}  // namespace asterism::shop
