#include "libcore/shop/prices.hpp"

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

using std::chrono::seconds;

Sku sku_at(std::int64_t minor) {
    Sku sku;
    sku.id = {7};
    sku.prices = {{usd(minor), noon}};
    return sku;
}

}  // namespace

TEST_CASE("prices: the newest that has begun counts, wherever it stands in the history") {
    const std::vector<Price> history{{usd(1'499), noon}, {usd(1'099), noon - seconds(60)}};
    CHECK_FALSE(price_at(history, noon - seconds(61)));
    CHECK(price_at(history, noon - seconds(60)) == usd(1'099));
    CHECK(price_at(history, noon - seconds(1)) == usd(1'099));
    CHECK(price_at(history, noon) == usd(1'499));
    CHECK(price_at(std::vector<Price>{{usd(1), noon}, {usd(2), noon}}, noon) == usd(2));
    CHECK_FALSE(price_at({}, noon));
}

TEST_CASE("prices: history only grows, within ten digits and one currency") {
    const std::vector<Price> history{{usd(100), noon}};
    CHECK(repriced(history, {usd(90), noon + seconds(1)})->size() == 2);
    CHECK(repriced(history, {usd(dearest), noon})->back().each == usd(dearest));
    CHECK(slug(repriced(history, {usd(90), noon - seconds(1)})) == "price_too_early");
    CHECK(slug(repriced(history, {usd(-1), noon})) == "bad_price");
    CHECK(slug(repriced(history, {usd(dearest + 1), noon})) == "bad_price");
    CHECK(slug(repriced(history, {{90, Currency::eur}, noon})) == "bad_price");
    CHECK(repriced({}, {usd(0), noon}));
}

TEST_CASE("prices: for sale is what is in stock, as is said and counted, at a known price") {
    Sku sku = sku_at(350);
    CHECK(slug(sale_refusal(sku, 9'999, noon)) == "ok");
    CHECK(slug(sale_refusal(sku, 1, noon - seconds(1))) == "no_price");
    sku.stock = {3, 1};
    CHECK(slug(sale_refusal(sku, 2, noon)) == "ok");
    CHECK(slug(sale_refusal(sku, 3, noon)) == "not_enough_left");
    sku.availability = Availability::back_ordered;
    CHECK(slug(sale_refusal(sku, 1, noon)) == "not_enough_left");
    sku.availability = Availability::out_of_stock;
    CHECK(slug(sale_refusal(sku, 1, noon)) == "not_enough_left");
    sku.retired = true;
    CHECK(slug(sale_refusal(sku, 1, noon)) == "unknown_sku");
}

TEST_CASE("prices: a product's range leaves out what has no price or is no longer offered") {
    Product clips;
    CHECK_FALSE(price_range(clips, noon));
    clips.skus = {sku_at(599), sku_at(499), sku_at(399), sku_at(1), Sku{}};
    clips.skus[1].availability = Availability::out_of_stock;
    clips.skus[3].retired = true;
    CHECK(price_range(clips, noon) == PriceRange{usd(399), usd(599)});
}

TEST_CASE("prices: the picture shown first is the one marked so") {
    const std::vector<Picture> pictures{{{1}, "a", "", false}, {{2}, "b", "", true}};
    REQUIRE(main_picture(pictures));
    CHECK(main_picture(pictures)->url == "b");
    CHECK_FALSE(main_picture(std::span(pictures).first(1)));
}

}  // namespace asterism::shop
