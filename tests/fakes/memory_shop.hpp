#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryProducts : public shop::Products {
public:
    MemoryProducts(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

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
    shop::Product& row(shop::ProductId id);
    shop::Sku& row(shop::SkuId id);

    ShopTables& tables_;
    Calls& calls_;
};

class MemoryDiscounts : public shop::Discounts {
public:
    MemoryDiscounts(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<shop::Discount> find(std::string_view code) const override;
    std::vector<shop::Discount> of(std::span<const shop::DiscountId> ids) const override;

    std::vector<shop::Discount> all() const override {
        return calls_.read([&] { return tables_.codes; });
    }

    std::optional<shop::DiscountId> add(const shop::Discount& discount) override;
    std::optional<shop::Discount> hold(shop::DiscountId id) override;
    void save(const shop::Discount& discount) override;

private:
    ShopTables& tables_;
    Calls& calls_;
};

class MemoryShippingMethods : public shop::ShippingMethods {
public:
    MemoryShippingMethods(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::vector<shop::ShippingMethod> all() const override {
        return calls_.read([&] { return tables_.methods; });
    }

    std::optional<shop::ShippingMethodId> add(const shop::ShippingMethod& method) override;
    std::optional<shop::ShippingMethod> hold(std::string_view identifier) override;
    void save(const shop::ShippingMethod& method) override;

private:
    ShopTables& tables_;
    Calls& calls_;
};

class MemoryStatuses : public shop::Statuses {
public:
    MemoryStatuses(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::vector<shop::Status> all() const override {
        return calls_.read([&] { return tables_.statuses; });
    }

    bool add(const shop::Status& status) override;
    std::optional<shop::Status> hold(std::string_view identifier) override;
    void save(const shop::Status& status) override;

private:
    ShopTables& tables_;
    Calls& calls_;
};

class MemoryCarts : public shop::Carts {
public:
    MemoryCarts(ShopTables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<shop::Cart> find(const shop::Owner& owner) const override;
    std::optional<shop::Cart> hold(const shop::Owner& owner) override;
    std::optional<shop::Cart> hold(shop::CartId id) override;
    std::optional<shop::Cart> hold_of(std::string_view reference) override;
    shop::Cart open(const shop::Owner& owner) override;
    void save(const shop::Cart& cart, Instant at) override;
    void remove(shop::CartId id) override;
    std::int64_t count_stale(Instant before) const override;
    std::int64_t drop_stale(Instant before, std::int64_t limit) override;

private:
    ShopTables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
