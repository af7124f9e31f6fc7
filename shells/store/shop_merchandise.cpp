#include "shells/store/shop_products.hpp"

namespace asterism::store {

// What the staff write of products.

using shop::ProductId;
using shop::SkuId;

std::optional<ProductId> SqlProducts::add(const shop::Product& product) {
    const auto row = db_.one<ProductId>(
        "INSERT INTO shop_product (identifier, title, title_url, headline, description_1,"
        " description_2, retired) VALUES (:identifier, :title, :title_url, :headline, :one, :two,"
        " :retired) ON CONFLICT (identifier) DO NOTHING RETURNING id",
        product.identifier, product.title, product.title_url, product.headline,
        product.description_1, product.description_2, product.retired);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

void SqlProducts::save(const shop::Product& product) {
    db_.run(
        "UPDATE shop_product SET title = :title, title_url = :title_url, headline = :headline,"
        " description_1 = :one, description_2 = :two, retired = :retired WHERE id = :id",
        product.title, product.title_url, product.headline, product.description_1,
        product.description_2, product.retired, product.id);
}

SkuId SqlProducts::add_sku(const shop::Sku& sku) {
    const auto id = std::get<0>(*db_.one<SkuId>(
        "INSERT INTO shop_sku (product_id, availability, stock_left, color, size, description,"
        " retired) VALUES (:product, :availability, :left, :color, :size, :description, :retired)"
        " RETURNING id",
        sku.product, sku.availability, sku.stock.left, sku.color, sku.size, sku.description,
        sku.retired));
    for (const auto& price : sku.prices) add_price(id, price);
    return id;
}

void SqlProducts::save_sku(const shop::Sku& sku) {
    db_.run(
        "UPDATE shop_sku SET availability = :availability, stock_left = :left, color = :color,"
        " size = :size, description = :description, retired = :retired WHERE id = :id",
        sku.availability, sku.stock.left, sku.color, sku.size, sku.description, sku.retired,
        sku.id);
}

void SqlProducts::add_price(SkuId sku, const shop::Price& price) {
    db_.run(
        "INSERT INTO shop_price (sku_id, cents, currency, since) VALUES (:sku, :cents, :currency,"
        " :since)",
        sku, price.each.minor, price.each.currency, price.since);
}

shop::PictureId SqlProducts::add_picture(ProductId product, SkuId sku,
                                         const shop::Picture& picture) {
    if (picture.main)
        db_.run(
            "UPDATE shop_picture SET main = 0 WHERE product_id = :product"
            " AND COALESCE(sku_id, 0) = :sku AND main = 1",
            product, sku);
    return std::get<0>(*db_.one<shop::PictureId>(
        "INSERT INTO shop_picture (product_id, sku_id, url, caption, main) VALUES (:product, :sku,"
        " :url, :caption, :main) RETURNING id",
        product, sku ? std::optional(sku) : std::nullopt, picture.url, picture.caption,
        picture.main));
}

std::optional<ProductId> SqlProducts::remove_picture(shop::PictureId id) {
    const auto row =
        db_.one<ProductId>("DELETE FROM shop_picture WHERE id = :id RETURNING product_id", id);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

shop::VideoId SqlProducts::add_video(ProductId product, const shop::Video& video) {
    return std::get<0>(*db_.one<shop::VideoId>(
        "INSERT INTO shop_video (product_id, url, thumbnail_url, caption) VALUES (:product, :url,"
        " :thumbnail, :caption) RETURNING id",
        product, video.url, video.thumbnail_url, video.caption));
}

std::optional<ProductId> SqlProducts::remove_video(shop::VideoId id) {
    const auto row =
        db_.one<ProductId>("DELETE FROM shop_video WHERE id = :id RETURNING product_id", id);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

}  // namespace asterism::store
