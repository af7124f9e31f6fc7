#include "libcore/shop/browsing.hpp"

#include <doctest/doctest.h>

#include "tests/shop/scene.hpp"

namespace asterism::shop {

TEST_CASE_FIXTURE(Scene, "list_products: shows all that is offered, with the span of its prices") {
    auto dear = item(2, 500);
    dear.sku.availability = Availability::out_of_stock;
    shop.products[0].skus.push_back(dear.sku);
    shop.products[1].skus[0].prices.clear();
    const auto list = *list_products(now, products, {});
    REQUIRE(list.items.size() == 2);
    CHECK(list.items[0].price_low == "3.50");
    CHECK(list.items[0].price_high == "5.00");
    CHECK(list.items[0].picture == "/img/clip.jpg");
    CHECK_FALSE(list.items[1].price_low);
    shop.products[0].retired = true;
    CHECK(list_products(now, products, {})->items.size() == 1);
}

TEST_CASE_FIXTURE(Scene, "show_product: tells what can be had, not what is promised to others") {
    shop.products[0].skus[0].stock.held = 4;
    auto gone = item(9, 100).sku;
    gone.retired = true;
    shop.products[0].skus.push_back(gone);
    const auto clips = *show_product(now, products, {"bSusp6dBHm"});
    REQUIRE(clips.skus.size() == 1);
    CHECK(clips.skus[0].price == "3.50");
    CHECK(clips.skus[0].left == 6);
    CHECK_FALSE(show_product(now, products, {"v26ujdy3N1"})->skus[0].left);
    CHECK(slug(show_product(now, products, {"nonsense"})) == "unknown_product");
}

}  // namespace asterism::shop
