#include "libcore/shop/shopper.hpp"

#include "libcore/shop/identifiers.hpp"

namespace asterism::shop {

std::optional<Owner> owner_of(const Fingerprint& fingerprint, const std::optional<Actor>& actor,
                              const std::optional<std::string>& visitor) {
    if (actor) return Owner{actor->account, ""};
    if (!visitor || !is_secret(*visitor)) return std::nullopt;
    return Owner{{}, fingerprint.of(*visitor)};
}

Contents contents_of(Cart cart, const Shelves& shelves, std::string_view usual) {
    Contents out;
    std::vector<SkuId> skus;
    for (const CartLine& line : cart.lines) skus.push_back(line.sku);
    if (!skus.empty()) out.items = shelves.products.items(skus);
    if (!cart.discounts.empty()) out.codes = shelves.discounts.of(cart.discounts);
    if (cart.shipping || !usual.empty())
        out.shipping = chosen_or_usual(shelves.methods.all(), cart.shipping, usual);
    out.cart = std::move(cart);
    return out;
}

}  // namespace asterism::shop
