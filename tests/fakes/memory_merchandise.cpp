#include <algorithm>
#include <stdexcept>

#include "tests/fakes/memory_shop.hpp"

namespace asterism::tests {

// What the staff write of products, codes, ways of shipping and statuses.

using shop::Product;
using shop::ProductId;
using shop::Sku;
using shop::SkuId;

namespace {

template <class Row>
bool has(const std::vector<Row>& rows, const std::string& identifier) {
    return std::ranges::find(rows, identifier, &Row::identifier) != rows.end();
}

template <class Row>
std::optional<Row> named(const std::vector<Row>& rows, std::string_view identifier) {
    const auto found = std::ranges::find(rows, identifier, &Row::identifier);
    return found == rows.end() ? std::nullopt : std::optional(*found);
}

/// One that is main takes that from the others.
void put(std::vector<shop::Picture>& pictures, const shop::Picture& picture) {
    if (picture.main)
        for (auto& each : pictures) each.main = false;
    pictures.push_back(picture);
}

template <class Row, class Key>
bool drop(std::vector<Row>& rows, Key id) {
    return std::erase_if(rows, [&](const Row& each) { return each.id == id; }) > 0;
}

}  // namespace

Product& MemoryProducts::row(ProductId id) {
    return *std::ranges::find(tables_.products, id, &Product::id);
}

Sku& MemoryProducts::row(SkuId id) {
    for (Product& product : tables_.products)
        for (Sku& sku : product.skus)
            if (sku.id == id) return sku;
    throw std::logic_error("no such SKU");
}

std::optional<ProductId> MemoryProducts::add(const Product& product) {
    return calls_.write([&]() -> std::optional<ProductId> {
        if (has(tables_.products, product.identifier)) return std::nullopt;
        tables_.products.push_back(product);
        return tables_.products.back().id = {++tables_.last_made};
    });
}

std::optional<Product> MemoryProducts::hold(ProductId id) {
    return calls_.write([&]() -> std::optional<Product> {
        for (const Product& each : tables_.products)
            if (each.id == id) return each;
        return std::nullopt;
    });
}

void MemoryProducts::save(const Product& product) {
    calls_.write([&] { row(product.id) = product; });
}

SkuId MemoryProducts::add_sku(const Sku& sku) {
    return calls_.write([&] {
        auto& skus = row(sku.product).skus;
        skus.push_back(sku);
        return skus.back().id = {++tables_.last_made};
    });
}

std::optional<Sku> MemoryProducts::hold_sku(SkuId id) {
    return calls_.write([&]() -> std::optional<Sku> {
        for (const Product& product : tables_.products)
            for (const Sku& sku : product.skus)
                if (sku.id == id) return sku;
        return std::nullopt;
    });
}

void MemoryProducts::save_sku(const Sku& sku) {
    calls_.write([&] {
        auto& kept = row(sku.id);
        const auto held = kept.stock.held;
        kept = sku;
        kept.stock.held = held;
    });
}

void MemoryProducts::add_price(SkuId sku, const shop::Price& price) {
    calls_.write([&] { row(sku).prices.push_back(price); });
}

shop::PictureId MemoryProducts::add_picture(ProductId product, SkuId sku,
                                            const shop::Picture& picture) {
    return calls_.write([&] {
        auto made = picture;
        made.id = {++tables_.last_made};
        put(sku ? row(sku).pictures : row(product).pictures, made);
        return made.id;
    });
}

std::optional<ProductId> MemoryProducts::remove_picture(shop::PictureId id) {
    return calls_.write([&]() -> std::optional<ProductId> {
        for (Product& product : tables_.products) {
            bool dropped = drop(product.pictures, id);
            for (Sku& sku : product.skus) dropped = drop(sku.pictures, id) || dropped;
            if (dropped) return product.id;
        }
        return std::nullopt;
    });
}

shop::VideoId MemoryProducts::add_video(ProductId product, const shop::Video& video) {
    return calls_.write([&] {
        auto& videos = row(product).videos;
        videos.push_back(video);
        return videos.back().id = {++tables_.last_made};
    });
}

std::optional<ProductId> MemoryProducts::remove_video(shop::VideoId id) {
    return calls_.write([&]() -> std::optional<ProductId> {
        for (Product& product : tables_.products)
            if (drop(product.videos, id)) return product.id;
        return std::nullopt;
    });
}

std::optional<shop::DiscountId> MemoryDiscounts::add(const shop::Discount& discount) {
    return calls_.write([&]() -> std::optional<shop::DiscountId> {
        for (const auto& each : tables_.codes)
            if (each.code == discount.code) return std::nullopt;
        tables_.codes.push_back(discount);
        return tables_.codes.back().id = {++tables_.last_made};
    });
}

std::optional<shop::Discount> MemoryDiscounts::hold(shop::DiscountId id) {
    return calls_.write([&]() -> std::optional<shop::Discount> {
        for (const auto& each : tables_.codes)
            if (each.id == id) return each;
        return std::nullopt;
    });
}

void MemoryDiscounts::save(const shop::Discount& discount) {
    calls_.write([&] {
        for (auto& each : tables_.codes) {
            if (each.id != discount.id) continue;
            const auto held = each.uses.held;
            each = discount;
            each.uses.held = held;
        }
    });
}

std::optional<shop::ShippingMethodId> MemoryShippingMethods::add(
    const shop::ShippingMethod& method) {
    return calls_.write([&]() -> std::optional<shop::ShippingMethodId> {
        if (has(tables_.methods, method.identifier)) return std::nullopt;
        tables_.methods.push_back(method);
        return tables_.methods.back().id = {++tables_.last_made};
    });
}

std::optional<shop::ShippingMethod> MemoryShippingMethods::hold(std::string_view identifier) {
    return calls_.read([&] { return named(tables_.methods, identifier); });
}

void MemoryShippingMethods::save(const shop::ShippingMethod& method) {
    calls_.write([&] {
        *std::ranges::find(tables_.methods, method.id, &shop::ShippingMethod::id) = method;
    });
}

bool MemoryStatuses::add(const shop::Status& status) {
    return calls_.write([&] {
        const bool taken = has(tables_.statuses, status.identifier);
        if (!taken) tables_.statuses.push_back(status);
        return !taken;
    });
}

std::optional<shop::Status> MemoryStatuses::hold(std::string_view identifier) {
    return calls_.read([&] { return named(tables_.statuses, identifier); });
}

void MemoryStatuses::save(const shop::Status& status) {
    calls_.write([&] {
        *std::ranges::find(tables_.statuses, status.identifier, &shop::Status::identifier) = status;
    });
}

}  // namespace asterism::tests
