#pragma once

#include "libcore/shop/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

// Rows of products and SKUs as several statements read them.

/// Of SKU s.
inline constexpr Literal sku_columns{
    " s.id, s.product_id, s.availability, s.stock_left, s.stock_held, s.color, s.size,"
    " s.description, s.retired"};

using SkuRow =
    std::tuple<shop::SkuId, shop::ProductId, shop::Availability, std::optional<std::int64_t>,
               std::int64_t, std::string, std::string, std::string, bool>;

/// Without its prices and pictures.
shop::Sku sku_of(SkuRow&& row);

inline constexpr Literal picture_columns{" i.id, i.url, i.caption, i.main"};

using PictureRow = std::tuple<shop::PictureId, std::string, std::string, bool>;

/// Of price c, in the order of the history.
inline constexpr Literal price_columns{" c.cents, c.currency, c.since"};
inline constexpr Literal price_order{" c.since, c.id"};

using PriceRow = std::tuple<std::int64_t, Currency, Instant>;

shop::Price price_of(const PriceRow& row);

}  // namespace asterism::store
