#include "libcore/shop/stock.hpp"

#include "libcore/shop/faults.hpp"

namespace asterism::shop {

Result<StaffSkuView> inspect_sku(Actor actor, const Products& products, const InspectSku& input) {
    if (actor.role < Role::staff) return merchants_only;
    const auto found = products.items({&input.sku, 1});
    if (found.empty()) return unknown_sku;
    const auto& [sku, product, title, title_url, picture] = found.front();
    StaffSkuView out{
        sku.id,           product,        title,          sku.color,   sku.size, sku.description,
        sku.availability, sku.stock.left, sku.stock.held, sku.retired, {}};
    for (const Price& price : sku.prices) out.prices.push_back({decimal(price.each), price.since});
    return out;
}

}  // namespace asterism::shop
