#pragma once

#include "libcore/shop/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlProducts final : public shop::Products {
public:
    explicit SqlProducts(Db& db) : db_(db) {}

    std::vector<shop::Product> list() const override;
    std::optional<shop::Product> find(std::string_view identifier) const override;
    std::vector<shop::Item> items(std::span<const shop::SkuId> skus) const override;
    std::optional<shop::ProductId> add(const shop::Product& product) override;
    std::optional<shop::Product> hold(shop::ProductId id) override;
    void save(const shop::Product& product) override;
    shop::SkuId add_sku(const shop::Sku& sku) override;
    std::optional<shop::Sku> hold_sku(shop::SkuId id) override;
    void save_sku(const shop::Sku& sku) override;
    void add_price(shop::SkuId sku, const shop::Price& price) override;
    shop::PictureId add_picture(shop::ProductId product, shop::SkuId sku,
                                const shop::Picture& picture) override;
    std::optional<shop::ProductId> remove_picture(shop::PictureId id) override;
    shop::VideoId add_video(shop::ProductId product, const shop::Video& video) override;
    std::optional<shop::ProductId> remove_video(shop::VideoId id) override;

private:
    Db& db_;
};

}  // namespace asterism::store
