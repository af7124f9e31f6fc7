#include "libcore/shop/merchandise.hpp"

#include <doctest/doctest.h>

#include "libcore/shop/browsing.hpp"
#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

using Deeds = std::vector<std::string>;

struct Merchant : Scene {
    Result<ProductView> make(const AddProduct& input) {
        return add_product(run(), sue, products, input);
    }

    Result<ProductView> price(const std::string& amount, std::optional<Instant> since = {}) {
        return price_sku(run(), sue, products, policy, {{1}, amount, since});
    }

    Result<ProductView> count(std::optional<std::int64_t> left) {
        return count_sku(run(), sue, products, {{1}, left});
    }

    Actor sue{settle("sue", Role::staff), Role::staff};
};

}  // namespace

TEST_CASE_FIXTURE(Merchant,
                  "merchandise: a product is made, gets something to buy, and is offered") {
    const auto made = make({"Staples", "Staples", {}, "Hold <b>on</b>"});
    REQUIRE(made);
    CHECK(made->identifier.size() == 10);
    const auto sold =
        add_sku(run(), sue, products, policy, {made->id, "2.49", "Blue", {}, {}, {}, 5});
    REQUIRE(sold);
    CHECK(sold->skus.at(0).price == "2.49");
    CHECK(sold->skus.at(0).left == 5);
    CHECK(list_products(now, products, {})->items.size() == 3);
    REQUIRE(add(sold->skus.at(0).id.value, 5));
    REQUIRE(pay());
    CHECK(told() == Deeds{"product_added", "sku_added"});
}

TEST_CASE_FIXTURE(Merchant, "merchandise: a name of addresses is one product's") {
    CHECK(slug_at(make({"Clips", "Clips", "bSusp6dBHm"})) == "identifier_taken at identifier");
    CHECK(slug_at(make({"Clips", "Clips", "no blanks"})) == "bad_shop_word at identifier");
    CHECK(slug_at(make({" ", "Clips"})) == "bad_shop_word at title");
    CHECK(slug_at(make({std::string(201, 'x'), "Clips"})) == "bad_shop_word at title");
    CHECK(slug_at(make({"Clips", "Cl/ips"})) == "bad_shop_word at title_url");
    CHECK(slug_at(make({"Clips", "Clips", {}, std::string(5'001, 'x')})) ==
          "bad_shop_word at headline");
    CHECK(shop.products.size() == 2);
    CHECK(told().empty());
}

TEST_CASE_FIXTURE(Merchant, "merchandise: what is retired is neither listed nor put into carts") {
    REQUIRE(add(1, 1));
    CHECK(change_sku(run(), sue, products, {{1}, {}, {}, {}, {}, true}));
    CHECK(slug(add(1, 1)) == "unknown_sku");
    CHECK(slug(pay()) == "unknown_sku");
    CHECK(change_product(run(), sue, products, {{3}, {}, {}, {}, {}, {}, true}));
    CHECK(list_products(now, products, {})->items.size() == 1);
    CHECK(change_product(run(), sue, products, {{3}, {}, {}, {}, {}, {}, false}));
    CHECK(list_products(now, products, {})->items.size() == 2);
    CHECK(shop.products[1].title == "Paper Clips");
}

TEST_CASE_FIXTURE(Merchant,
                  "price_sku: the history grows, from now or from later, never from before") {
    CHECK(price("4.00")->skus.at(0).price == "4.00");
    CHECK(price("5.00", noon + std::chrono::hours(1))->skus.at(0).price == "4.00");
    CHECK(slug(price("6.00")) == "price_too_early");  // a newer one waits
    CHECK(slug_at(price("6.00", noon - std::chrono::hours(1))) == "price_too_early at since");
    CHECK(slug_at(price("-1.00")) == "bad_price at price");
    CHECK(slug_at(price("1.999")) == "bad_amount at price");
    CHECK(slug_at(price("100000000.00")) == "bad_price at price");
    now.at += std::chrono::hours(1);
    CHECK(show_product(now, products, {"bSusp6dBHm"})->skus.at(0).price == "5.00");
    CHECK(shop.products[0].skus[0].prices.size() == 3);
}

TEST_CASE_FIXTURE(Merchant, "merchandise: the log says of which SKU, and what it became") {
    const auto logged = [&](std::string_view words) {
        const auto& about = trail.events().back().metadata;
        INFO(about);
        CHECK((about + " ").find(std::string(words) + " ") != std::string::npos);
    };
    REQUIRE(price("4.00"));
    logged("sku=1 price=4.00");
    REQUIRE(count(7));
    logged("sku=1 availability=in_stock left=7 retired=no");
    REQUIRE(count({}));
    logged("left=uncounted");
    REQUIRE(change_sku(run(), sue, products, {{1}, {}, {}, {}, Availability::back_ordered, true}));
    logged("availability=back_ordered left=uncounted retired=yes");
    REQUIRE(change_product(run(), sue, products, {{3}, {}, {}, {}, {}, {}, true}));
    logged("product=3 retired=yes");
}

TEST_CASE_FIXTURE(Merchant, "merchandise: neither price nor stock reaches what is being paid for") {
    REQUIRE(add(1, 3));
    REQUIRE(pay());
    CHECK(price("99.00"));
    CHECK(slug_at(count(2)) == "held_by_buyers at left");
    CHECK(count(3));
    const auto heard = hear(Signal::completed, money("cs_1"));
    REQUIRE(heard->order);
    CHECK(shop.orders[0].record.order.totals.items == usd(1'050));
    CHECK(clips() == Supply{0, 0});
    const auto before = shop.orders[0].record;
    CHECK(price("1.00"));
    CHECK(shop.orders[0].record == before);
}

TEST_CASE_FIXTURE(Merchant, "count_sku: from nothing to a billion, or not counted at all") {
    CHECK(count(0)->skus.at(0).left == 0);
    CHECK(count(1'000'000'000));
    CHECK(slug_at(count(-1)) == "bad_stock at left");
    CHECK(slug_at(count(1'000'000'001)) == "bad_stock at left");
    CHECK_FALSE(count({})->skus.at(0).left);
    CHECK(told() == Deeds(3, "sku_counted"));
}

TEST_CASE_FIXTURE(Merchant, "merchandise: one picture is shown first, and what is gone is gone") {
    const auto picture = [&](const AddProductPicture& input) {
        return add_product_picture(run(), sue, products, input);
    };
    const auto two = picture({{1}, "/img/second.jpg", {}, "Closer", true});
    REQUIRE(two->pictures.size() == 2);
    CHECK_FALSE(two->pictures[0].main);
    CHECK(two->pictures[1].main);
    CHECK(picture({{1}, "https://cdn.example/x.jpg", SkuId{1}})->skus.at(0).pictures.size() == 1);
    for (const auto* url : {"", "x.jpg", "//evil.example/x", "javascript:1", "/a b"})
        CHECK(slug_at(picture({{1}, url})) == "bad_shop_link at url");
    CHECK(slug_at(picture({{1}, "/x", SkuId{7}})) == "unknown_sku at sku");
    CHECK(slug(picture({{99}, "/x"})) == "unknown_product");
    const auto id = two->pictures[1].id;
    CHECK(remove_product_picture(run(), sue, products, {id})->pictures.size() == 1);
    CHECK(slug(remove_product_picture(run(), sue, products, {id})) == "unknown_picture");
}

TEST_CASE_FIXTURE(Merchant, "merchandise: videos come and go") {
    const auto shown =
        add_product_video(run(), sue, products, {{1}, "https://v.example/1", "/t.jpg"});
    REQUIRE(shown->videos.size() == 1);
    CHECK(slug_at(add_product_video(run(), sue, products, {{1}, "x", "/t.jpg"})) ==
          "bad_shop_link at url");
    CHECK(slug_at(add_product_video(run(), sue, products, {{1}, "/v", ""})) ==
          "bad_shop_link at thumbnail_url");
    const auto id = shown->videos[0].id;
    CHECK(remove_product_video(run(), sue, products, {id})->videos.empty());
    CHECK(slug(remove_product_video(run(), sue, products, {id})) == "unknown_video");
}

TEST_CASE_FIXTURE(Merchant, "merchandise: nobody but the staff") {
    sue.role = Role::moderator;
    CHECK(slug(make({"Staples", "Staples"})) == "merchants_only");
    CHECK(slug(change_product(run(), sue, products, {{1}})) == "merchants_only");
    CHECK(slug(add_sku(run(), sue, products, policy, {{1}, "1.00"})) == "merchants_only");
    CHECK(slug(change_sku(run(), sue, products, {{1}})) == "merchants_only");
    CHECK(slug(price("1.00")) == "merchants_only");
    CHECK(slug(count(1)) == "merchants_only");
    CHECK(slug(add_product_picture(run(), sue, products, {{1}, "/x"})) == "merchants_only");
    CHECK(slug(remove_product_picture(run(), sue, products, {{1}})) == "merchants_only");
    CHECK(slug(add_product_video(run(), sue, products, {{1}, "/x", "/y"})) == "merchants_only");
    CHECK(slug(remove_product_video(run(), sue, products, {{1}})) == "merchants_only");
    CHECK(told().empty());
}

TEST_CASE_FIXTURE(Merchant, "merchandise: of what is not there nothing is changed") {
    CHECK(slug(change_product(run(), sue, products, {{99}})) == "unknown_product");
    CHECK(slug(add_sku(run(), sue, products, policy, {{99}, "1.00"})) == "unknown_product");
    CHECK(slug_at(add_sku(run(), sue, products, policy, {{1}, "1.00", std::string(501, 'x')})) ==
          "bad_shop_word at color");
    CHECK(slug_at(add_sku(run(), sue, products, policy, {{1}, "1.00", {}, {}, {}, {}, -1})) ==
          "bad_stock at left");
    CHECK(slug(change_sku(run(), sue, products, {{99}})) == "unknown_sku");
    CHECK(slug(price_sku(run(), sue, products, policy, {{99}, "1.00"})) == "unknown_sku");
    CHECK(slug(count_sku(run(), sue, products, {{99}, 1})) == "unknown_sku");
}

}  // namespace asterism::shop
