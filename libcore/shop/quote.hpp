#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "libcore/shop/cart.hpp"
#include "libcore/shop/totals.hpp"

namespace asterism::shop {

/// A SKU as a cart shows it, with what it says of its product.
struct Item {
    Sku sku;
    std::string product;  ///< identifier
    std::string title;
    std::string title_url;
    std::string picture;  ///< the SKU's main one, else the product's; empty: none
};

/// What a cart is made of, as it is now.
struct Contents {
    Cart cart;
    std::vector<Item> items;      ///< of its lines; what is there no more is left out
    std::vector<Discount> codes;  ///< in the order in which they were entered
    std::optional<ShippingMethod> shipping;
};

struct QuotedLine {
    Item item;
    std::int64_t quantity = 0;
    std::optional<Money> each = {};  ///< none where it has no price; it then costs nothing yet
    Money total;
};

/// What a cart costs at a moment.
struct Quote {
    std::vector<QuotedLine> lines;  ///< in the cart's order
    std::vector<bool> counts;       ///< of each code: whether it takes something off
    Totals totals;
};

Result<Quote> quote(const Contents& contents, const Policy& policy, Instant at);

}  // namespace asterism::shop
