#include "libcore/shop/browsing.hpp"

#include "libcore/shop/faults.hpp"

namespace asterism::shop {

Result<ProductList> list_products(Now now, const Products& products, const ListProducts&) {
    ProductList out;
    for (const Product& product : products.list()) out.items.push_back(card_of(product, now.at));
    return out;
}

Result<ProductView> show_product(Now now, const Products& products, const ShowProduct& input) {
    const auto product = products.find(input.identifier);
    if (!product) return unknown_product;
    return view_of(*product, now.at);
}

}  // namespace asterism::shop
