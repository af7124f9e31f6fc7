#include "libcore/shop/cart.hpp"

#include <algorithm>

#include "libcore/shop/faults.hpp"

namespace asterism::shop {
namespace {

constexpr std::size_t most_lines = 100;

auto line_of(auto& cart, SkuId sku) { return std::ranges::find(cart.lines, sku, &CartLine::sku); }

Error out_of_range() { return field_error(quantity_out_of_range, "quantity"); }

}  // namespace

Result<Cart> with_more(Cart cart, SkuId sku, std::int64_t quantity, const Policy& policy) {
    if (quantity < policy.fewest || quantity > policy.most) return out_of_range();
    const auto line = line_of(cart, sku);
    if (line == cart.lines.end()) {
        if (cart.lines.size() == most_lines) return too_many_lines;
        cart.lines.push_back({sku, quantity});
        return cart;
    }
    if (line->quantity + quantity > most_pieces) return out_of_range();
    line->quantity += quantity;
    return cart;
}

Result<Cart> with_quantity(Cart cart, SkuId sku, std::int64_t quantity, const Policy& policy) {
    const auto line = line_of(cart, sku);
    if (line == cart.lines.end()) return unknown_line;
    if (quantity < policy.fewest || quantity > policy.most) return out_of_range();
    line->quantity = quantity;
    return cart;
}

Result<Cart> without(Cart cart, SkuId sku) {
    const auto line = line_of(cart, sku);
    if (line == cart.lines.end()) return unknown_line;
    cart.lines.erase(line);
    cart.shipping.reset();
    return cart;
}

Cart without(Cart cart, DiscountId discount) {
    std::erase(cart.discounts, discount);
    return cart;
}

Cart merged(Cart own, const Cart& visitors) {
    for (const CartLine& line : visitors.lines)
        if (line_of(own, line.sku) == own.lines.end()) own.lines.push_back(line);
    for (const DiscountId code : visitors.discounts)
        if (std::ranges::find(own.discounts, code) == own.discounts.end())
            own.discounts.push_back(code);
    if (!own.shipping) own.shipping = visitors.shipping;
    return own;
}

bool is_empty(const Cart& cart) {
    return std::ranges::none_of(cart.lines, [](const CartLine& line) { return line.quantity > 0; });
}

}  // namespace asterism::shop
