#include "shells/store/shop_rows.hpp"

namespace asterism::store {

shop::Sku sku_of(SkuRow&& row) {
    auto& [id, product, availability, left, held, color, size, description, retired] = row;
    shop::Sku out;
    out.id = id;
    out.product = product;
    out.availability = availability;
    out.stock = {left, held};
    out.color = std::move(color);
    out.size = std::move(size);
    out.description = std::move(description);
    out.retired = retired;
    return out;
}

shop::Price price_of(const PriceRow& row) {
    const auto& [cents, currency, since] = row;
    return {{cents, currency}, since};
}

}  // namespace asterism::store
