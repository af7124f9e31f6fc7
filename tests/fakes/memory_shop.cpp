#include "tests/fakes/memory_shop.hpp"

#include <algorithm>

#include "libcore/shop/prices.hpp"

namespace asterism::tests {

using shop::Cart;
using shop::CartId;
using shop::Discount;
using shop::Item;
using shop::Owner;
using shop::Product;
using shop::Sku;
using shop::SkuId;

namespace {

template <class Row, class Test>
std::optional<Row> first(const std::vector<Row>& rows, Test test) {
    const auto found = std::ranges::find_if(rows, test);
    if (found == rows.end()) return std::nullopt;
    return *found;
}

Product offered(Product product) {
    std::erase_if(product.skus, &Sku::retired);
    return product;
}

Item item_of(const Product& product, const Sku& sku) {
    Item out{sku, product.identifier, product.title, product.title_url, ""};
    const auto* picture = shop::main_picture(sku.pictures);
    if (!picture) picture = shop::main_picture(product.pictures);
    if (picture) out.picture = picture->url;
    out.sku.retired = sku.retired || product.retired;
    return out;
}

}  // namespace

std::vector<Product> MemoryProducts::list() const {
    return calls_.read([&] {
        std::vector<Product> out;
        for (const Product& each : tables_.products)
            if (!each.retired) out.push_back(offered(each));
        return out;
    });
}

std::optional<Product> MemoryProducts::find(std::string_view identifier) const {
    return calls_.read([&] {
        auto found = first(tables_.products, [&](const Product& each) {
            return !each.retired && each.identifier == identifier;
        });
        return found ? std::optional(offered(*std::move(found))) : std::nullopt;
    });
}

std::vector<Item> MemoryProducts::items(std::span<const SkuId> skus) const {
    return calls_.read([&] {
        std::vector<Item> out;
        for (const Product& product : tables_.products)
            for (const Sku& sku : product.skus)
                if (std::ranges::find(skus, sku.id) != skus.end())
                    out.push_back(item_of(product, sku));
        return out;
    });
}

std::optional<Discount> MemoryDiscounts::find(std::string_view code) const {
    return calls_.read([&] {
        return first(tables_.codes, [&](const Discount& each) { return each.code == code; });
    });
}

std::vector<Discount> MemoryDiscounts::of(std::span<const shop::DiscountId> ids) const {
    return calls_.read([&] {
        std::vector<Discount> out;
        for (const auto id : ids)
            for (const Discount& each : tables_.codes)
                if (each.id == id) out.push_back(each);
        return out;
    });
}

std::optional<Cart> MemoryCarts::find(const Owner& owner) const {
    return calls_.read([&] {
        return first(tables_.carts, [&](const Cart& each) { return each.owner == owner; });
    });
}

std::optional<Cart> MemoryCarts::hold(const Owner& owner) {
    return calls_.write([&] {
        return first(tables_.carts, [&](const Cart& each) { return each.owner == owner; });
    });
}

std::optional<Cart> MemoryCarts::hold(CartId id) {
    return calls_.write(
        [&] { return first(tables_.carts, [&](const Cart& each) { return each.id == id; }); });
}

std::optional<Cart> MemoryCarts::hold_of(std::string_view reference) {
    return calls_.write([&] {
        const auto checkout = first(tables_.checkouts, [&](const shop::Checkout& each) {
            return each.reference == reference;
        });
        return first(tables_.carts,
                     [&](const Cart& each) { return checkout && each.id == checkout->cart; });
    });
}

Cart MemoryCarts::open(const Owner& owner) {
    return calls_.write([&] {
        for (const Cart& each : tables_.carts)
            if (each.owner == owner) return each;
        tables_.carts.push_back({{++tables_.last_cart}, owner});
        return tables_.carts.back();
    });
}

void MemoryCarts::save(const Cart& cart, Instant at) {
    calls_.write([&] {
        tables_.carts_saved[cart.id.value] = at;
        for (Cart& each : tables_.carts)
            if (each.id == cart.id) each = cart;
    });
}

std::int64_t MemoryCarts::count_stale(Instant before) const {
    return calls_.read([&] {
        return std::ranges::count_if(tables_.carts, [&](const Cart& each) {
            return !each.owner.account && tables_.carts_saved[each.id.value] < before;
        });
    });
}

std::int64_t MemoryCarts::drop_stale(Instant before, std::int64_t limit) {
    return calls_.write([&] {
        return static_cast<std::int64_t>(std::erase_if(tables_.carts, [&](const Cart& each) {
            return !each.owner.account && tables_.carts_saved[each.id.value] < before &&
                   limit-- > 0;
        }));
    });
}

void MemoryCarts::remove(CartId id) {
    calls_.write(
        [&] { std::erase_if(tables_.carts, [&](const Cart& each) { return each.id == id; }); });
}

}  // namespace asterism::tests
