#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "libcore/base/use_case.hpp"
#include "libcore/shop/quote.hpp"
#include "libcore/shop/status.hpp"

namespace asterism::shop {

// What is offered.

class Products : public Stored {
public:
    /// Those that are offered, by id, with all that belongs to them; their SKUs the same.
    virtual std::vector<Product> list() const = 0;
    /// One that is offered.
    virtual std::optional<Product> find(std::string_view identifier) const = 0;
    /// As carts show them, retired or not; what is in no product is left out. In one statement.
    virtual std::vector<Item> items(std::span<const SkuId> skus) const = 0;

    /// Its words. None if another has its identifier; the database decides.
    virtual std::optional<ProductId> add(const Product& product) = 0;
    /// Retired or not, and keeps others from changing it until this run ends.
    virtual std::optional<Product> hold(ProductId id) = 0;
    /// Its words and whether it is offered, but not its identifier.
    virtual void save(const Product& product) = 0;
    /// With its first prices.
    virtual SkuId add_sku(const Sku& sku) = 0;
    /// Retired or not, and keeps others from changing or buying it until this run ends.
    virtual std::optional<Sku> hold_sku(SkuId id) = 0;
    /// Its words, whether it can be had, and how many are left; not what is held of them.
    virtual void save_sku(const Sku& sku) = 0;
    virtual void add_price(SkuId sku, const Price& price) = 0;
    /// Of the product, or of the SKU if one is given; one that is main takes that from the others.
    virtual PictureId add_picture(ProductId product, SkuId sku, const Picture& picture) = 0;
    /// None if there is no such picture; else whose it was.
    virtual std::optional<ProductId> remove_picture(PictureId id) = 0;
    virtual VideoId add_video(ProductId product, const Video& video) = 0;
    virtual std::optional<ProductId> remove_video(VideoId id) = 0;
};

class Discounts : public Stored {
public:
    /// Its case counts.
    virtual std::optional<Discount> find(std::string_view code) const = 0;
    /// In the order of the ids given; what is there no more is left out.
    virtual std::vector<Discount> of(std::span<const DiscountId> ids) const = 0;
    /// By id.
    virtual std::vector<Discount> all() const = 0;

    /// None if there is that code already; the database decides.
    virtual std::optional<DiscountId> add(const Discount& discount) = 0;
    /// Keeps others from changing or using it until this run ends.
    virtual std::optional<Discount> hold(DiscountId id) = 0;
    /// Not its code, and not what is held of its uses.
    virtual void save(const Discount& discount) = 0;
};

class ShippingMethods : public Stored {
public:
    virtual std::vector<ShippingMethod> all() const = 0;
    /// None if another has its identifier; the database decides.
    virtual std::optional<ShippingMethodId> add(const ShippingMethod& method) = 0;
    /// Keeps others from changing it until this run ends.
    virtual std::optional<ShippingMethod> hold(std::string_view identifier) = 0;
    /// Not its identifier.
    virtual void save(const ShippingMethod& method) = 0;
};

class Statuses : public Stored {
public:
    virtual std::vector<Status> all() const = 0;
    /// False if another has its identifier; the database decides.
    virtual bool add(const Status& status) = 0;
    /// Keeps others from changing it until this run ends.
    virtual std::optional<Status> hold(std::string_view identifier) = 0;
    /// Not its identifier, nor its phase: orders have it.
    virtual void save(const Status& status) = 0;
};

/// What is only read of the shop, together.
struct Shelves {
    using Reads = void;
    const Products& products;
    const Discounts& discounts;
    const ShippingMethods& methods;
};

// Carts.

class Carts : public Stored {
public:
    virtual std::optional<Cart> find(const Owner& owner) const = 0;
    /// The same, and keeps others from changing it until this run ends.
    virtual std::optional<Cart> hold(const Owner& owner) = 0;
    virtual std::optional<Cart> hold(CartId id) = 0;
    /// The one that the checkout of that reference came from.
    virtual std::optional<Cart> hold_of(std::string_view reference) = 0;
    /// The same, made if there is none. An owner has one cart; the database decides.
    virtual Cart open(const Owner& owner) = 0;
    /// Lines, codes, way of shipping, and whose it is.
    virtual void save(const Cart& cart, Instant at) = 0;
    virtual void remove(CartId id) = 0;
    /// Visitors' carts that were last saved before that moment.
    virtual std::int64_t count_stale(Instant before) const = 0;
    /// How many of them it removed.
    virtual std::int64_t drop_stale(Instant before, std::int64_t limit) = 0;
};

}  // namespace asterism::shop
