#include <doctest/doctest.h>

#include "tests/http/startupwebapp_shop.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using Keys = std::set<std::string>;
using enum Verb;

TEST_CASE_FIXTURE(OrderSite, "startupwebapp catalogue: all products, as the list shows them") {
    const auto list = see("/order/products");
    CHECK(keys_of(list) == Keys{"products_data", "order-api-version"});
    CHECK(text_of(list, "/order-api-version") == "0.0.1");
    CHECK(keys_of(list, "/products_data") == Keys{"bSusp6dBHm", "v26ujdy3N1"});
    CHECK(list.at_pointer("/products_data").as_object().begin()->key() == "bSusp6dBHm");
    const auto& clips = list.at_pointer("/products_data/bSusp6dBHm");
    CHECK(keys_of(clips) == Keys{"title", "title_url", "identifier", "headline",
                                 "description_part_1", "description_part_2", "price_low",
                                 "price_high", "product_image_url"});
    CHECK(text_of(clips, "/title") == "Paper Clips");
    CHECK(text_of(clips, "/price_low") == "3.50");
    CHECK(text_of(clips, "/price_high") == "3.50");
    CHECK(text_of(clips, "/product_image_url") == "/img/product/paper_clip_main_2.jpg");
    CHECK(text_of(clips, "/description_part_2") == "null");
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp catalogue: a product with what of it can be bought") {
    const auto page = see("/order/product/bSusp6dBHm");
    CHECK(text_of(page, "/product") == "success");
    CHECK(text_of(page, "/product_identifier") == "bSusp6dBHm");
    CHECK(keys_of(page, "/product_data") == Keys{"title", "title_url", "identifier", "headline",
                                                 "description_part_1", "description_part_2",
                                                 "product_images", "product_videos", "skus"});
    const auto id = std::to_string(clip.value);
    CHECK(keys_of(page, "/product_data/skus") == Keys{id, std::to_string(right.value)});
    const auto& sku = page.at_pointer("/product_data/skus/" + id);
    CHECK(keys_of(sku) == Keys{"color", "size", "description", "price",
                               "inventory_status_identifier", "inventory_status_title",
                               "inventory_status_description", "sku_images"});
    CHECK(text_of(sku, "/price") == "3.50");
    CHECK(text_of(sku, "/inventory_status_identifier") == "in-stock");
    CHECK(text_of(sku, "/inventory_status_title") == "In Stock");
    const auto& image = sku.at("sku_images").as_object().begin()->value();
    CHECK(keys_of(image) == Keys{"image_url", "main", "caption"});
    CHECK(image.at("main").as_bool());
    CHECK(text_of(image, "/caption") == "Left");
    const auto& video =
        page.at_pointer("/product_data/product_videos").as_object().begin()->value();
    CHECK(keys_of(video) == Keys{"video_url", "video_thumbnail_url", "caption"});
    const auto& other = page.at_pointer("/product_data/skus/" + std::to_string(right.value));
    CHECK(text_of(other, "/inventory_status_identifier") == "back-ordered");
    CHECK(text_of(other, "/inventory_status_title") == "Back Ordered");
}

TEST_CASE_FIXTURE(OrderSite,
                  "startupwebapp catalogue: an unknown product is an answer of its own") {
    const auto answer = look("/order/product/AAAAAAAAAA");
    CHECK(answer.status == 200);
    const auto page = body_of(answer);
    CHECK(text_of(page, "/product") == "error");
    CHECK(text_of(page, "/errors/error") == "product-identifier-not-found");
    CHECK(text_of(page, "/product_identifier") == "AAAAAAAAAA");
    CHECK(text_of(see("/order/product/'%3B--"), "/errors/error") == "product-identifier-not-found");
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp catalogue: needs no cookie, and no slash at its end") {
    jar.clear();
    CHECK(look("/order/products").status == 200);
    CHECK(look("/order/products/").status == 404);
    CHECK(look("/order/products").type == "application/json");
}

}  // namespace
}  // namespace asterism::http
