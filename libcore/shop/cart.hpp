#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "libcore/base/actor.hpp"
#include "libcore/shop/discounts.hpp"
#include "libcore/shop/policy.hpp"
#include "libcore/shop/shipping.hpp"
#include "libcore/shop/types.hpp"

namespace asterism::shop {

using CartId = Id<struct CartTag>;

/// Whose a cart is: an account's, or a visitor's, who has a secret in a cookie. One of the two.
struct Owner {
    AccountId account;
    std::string visitor;  ///< fingerprint of the secret

    friend bool operator==(const Owner&, const Owner&) = default;
};

struct CartLine {
    SkuId sku;
    std::int64_t quantity = 1;

    friend bool operator==(const CartLine&, const CartLine&) = default;
};

struct Cart {
    CartId id;
    Owner owner;
    std::vector<CartLine> lines = {};        ///< in the order in which they came; no SKU twice
    std::vector<DiscountId> discounts = {};  ///< the same
    std::optional<ShippingMethodId> shipping = {};

    friend bool operator==(const Cart&, const Cart&) = default;
};

// What a cart becomes. A refusal leaves it as it is.

/// So many pieces more; a new line where there was none.
Result<Cart> with_more(Cart cart, SkuId sku, std::int64_t quantity, const Policy& policy);
/// That many pieces, of what is in it already.
Result<Cart> with_quantity(Cart cart, SkuId sku, std::int64_t quantity, const Policy& policy);
/// The way of shipping goes with the line: what fits has changed.
Result<Cart> without(Cart cart, SkuId sku);
/// Nothing changes if it had no such code.
Cart without(Cart cart, DiscountId discount);

/// What becomes of an account's cart when its owner signs in with a cart from before. What the
/// account had stays as it was; what it had not, it gets: lines, codes and the way of shipping.
Cart merged(Cart own, const Cart& visitors);

/// Whether there is anything to buy in it. A line may be of no pieces.
bool is_empty(const Cart& cart);

}  // namespace asterism::shop
