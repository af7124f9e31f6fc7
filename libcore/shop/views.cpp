#include "libcore/shop/views.hpp"

#include <algorithm>

#include "libcore/shop/prices.hpp"

namespace asterism::shop {
namespace {

std::vector<ShopPicture> shown(const std::vector<Picture>& pictures) {
    std::vector<ShopPicture> out;
    for (const Picture& each : pictures)
        out.push_back({each.id, each.url, each.caption, each.main});
    return out;
}

SkuView shown(const Sku& sku, Instant at) {
    SkuView out{sku.id, sku.color, sku.size, sku.description, {}, shown_availability(sku), {}, {}};
    if (const auto price = price_at(sku.prices, at)) out.price = decimal(*price);
    if (sku.stock.left) out.left = std::max<std::int64_t>(0, *sku.stock.left - sku.stock.held);
    out.pictures = shown(sku.pictures);
    return out;
}

}  // namespace

ProductView view_of(const Product& product, Instant at) {
    ProductView out{product.id,
                    product.identifier,
                    product.title,
                    product.title_url,
                    product.headline,
                    product.description_1,
                    product.description_2,
                    shown(product.pictures),
                    {},
                    {}};
    for (const Video& each : product.videos)
        out.videos.push_back({each.id, each.url, each.thumbnail_url, each.caption});
    for (const Sku& sku : product.skus)
        if (!sku.retired) out.skus.push_back(shown(sku, at));
    return out;
}

ProductCard card_of(const Product& product, Instant at) {
    ProductCard out{product.identifier,
                    product.title,
                    product.title_url,
                    product.headline,
                    product.description_1,
                    product.description_2,
                    {},
                    {},
                    {}};
    if (const auto range = price_range(product, at)) {
        out.price_low = decimal(range->low);
        out.price_high = decimal(range->high);
    }
    if (const Picture* main = main_picture(product.pictures)) out.picture = main->url;
    return out;
}

}  // namespace asterism::shop
