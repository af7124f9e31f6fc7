#pragma once

#include <optional>
#include <span>

#include "libcore/shop/types.hpp"

namespace asterism::shop {

/// The dearest a piece may be: what ten digits hold.
inline constexpr std::int64_t dearest = 9'999'999'999;

/// No amount of the shop is larger: whole numbers up to here are exact in every program that reads
/// them (2^53 - 1).
inline constexpr std::int64_t largest_amount = 9'007'199'254'740'991;

/// The price that counts: the newest that has begun. Of two of one moment the later in the list.
std::optional<Money> price_at(std::span<const Price> history, Instant at);

/// The history with one more price, which is the newest.
Result<std::vector<Price>> repriced(std::vector<Price> history, Price price);

/// Whether it can be put into an order: it is in stock, as the shop says and counts, and costs
/// something that is known. Null: it can.
const Fault* sale_refusal(const Sku& sku, std::int64_t quantity, Instant at);

/// As it is shown: what is retired, or counted and gone, is out of stock. What others hold may come
/// back, and is no reason.
Availability shown_availability(const Sku& sku);

struct PriceRange {
    Money low;
    Money high;

    friend bool operator==(const PriceRange&, const PriceRange&) = default;
};

/// Over all SKUs that are offered and have a price, in stock or not; none where none has.
std::optional<PriceRange> price_range(const Product& product, Instant at);

/// The picture shown first: the one marked so, else none.
const Picture* main_picture(std::span<const Picture> pictures);

}  // namespace asterism::shop
