#pragma once

#include "libcore/shop/ports.hpp"
#include "libcore/shop/views.hpp"

namespace asterism::shop {

struct ListProducts {
    static constexpr void fields(auto&&) {}
};

struct ShowProduct {
    std::string identifier;

    static constexpr void fields(auto&& see) {
        see("identifier", &ShowProduct::identifier, "What addresses call the product.");
    }
};

Result<ProductList> list_products(Now now, const Products& products, const ListProducts& input);
Result<ProductView> show_product(Now now, const Products& products, const ShowProduct& input);

inline constexpr UseCases browsing_cases{
    use_case<&list_products>("list_products", "Lists what the shop offers."),
    use_case<&show_product>("show_product", "Shows a product and what of it can be bought."),
};

}  // namespace asterism::shop
