#include <doctest/doctest.h>

#include "tests/http/startupwebapp_shop.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using Keys = std::set<std::string>;
using enum Verb;

TEST_CASE_FIXTURE(OrderSite, "startupwebapp cart: without one all is nothing") {
    const auto items = see("/order/cart-items");
    CHECK(keys_of(items) == Keys{"cart_found", "item_data", "order-api-version"});
    CHECK_FALSE(items.at("cart_found").as_bool());
    CHECK(items.at("item_data").as_object().empty());
    const auto totals = see("/order/cart-totals");
    for (const char* key :
         {"item_subtotal", "item_discount", "shipping_subtotal", "shipping_discount", "cart_total"})
        CHECK(text_of(totals, std::string("/cart_totals_data/") + key) == "0.00");
    const auto methods = see("/order/cart-shipping-methods");
    CHECK_FALSE(methods.at("cart_found").as_bool());
    CHECK(methods.at("shipping_method_selected").is_null());
    CHECK(see("/order/cart-discount-codes").at("discount_code_data").as_object().empty());
    CHECK_FALSE(jar.contains("an_ct"));
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp cart: what is in it, with every key that pages read") {
    add(clip, "2");
    add(band, "1");
    const auto items = see("/order/cart-items");
    CHECK(items.at("cart_found").as_bool());
    CHECK(keys_of(items, "/item_data/product_sku_data") == Keys{"0", "1"});
    const auto& line = items.at_pointer("/item_data/product_sku_data/0");
    CHECK(keys_of(line) ==
          Keys{"sku_id", "sku_type__title", "sku_inventory__title", "sku_inventory__identifier",
               "color", "size", "description", "price", "quantity", "parent_product__title",
               "parent_product__title_url", "parent_product__identifier", "sku_image_url"});
    CHECK(line.at("sku_id").as_int64() == clip.value);
    CHECK(line.at("quantity").as_int64() == 2);
    CHECK(text_of(line, "/price") == "3.50");
    CHECK(text_of(line, "/sku_type__title") == "product");
    CHECK(text_of(line, "/sku_inventory__identifier") == "in-stock");
    CHECK(text_of(line, "/sku_image_url") == "/img/product/paper_clip_left_2.jpg");
    CHECK(text_of(items, "/item_data/product_sku_data/1/sku_image_url") ==
          "/img/product/rubber_bands_2.jpg");
}

TEST_CASE_FIXTURE(OrderSite,
                  "startupwebapp cart: chooses the usual way where ways are read, alone") {
    add(clip, "2");
    CHECK(text_of(see("/order/cart-totals"), "/cart_totals_data/cart_total") == "7.00");
    const auto methods = see("/order/cart-shipping-methods");
    CHECK(text_of(methods, "/shipping_method_selected") == "USPSRetailGround");
    CHECK(keys_of(methods, "/cart_shipping_methods") == Keys{"0", "1"});  // dearest first
    CHECK(keys_of(methods, "/cart_shipping_methods/0") ==
          Keys{"identifier", "carrier", "shipping_cost", "tracking_code_base_url"});
    CHECK(text_of(methods, "/cart_shipping_methods/0/shipping_cost") == "13.65");
    const auto totals = see("/order/cart-totals");
    CHECK(text_of(totals, "/cart_totals_data/shipping_subtotal") == "9.56");
    CHECK(text_of(totals, "/cart_totals_data/cart_total") == "16.56");
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp cart: everything at once under the overview's name") {
    add(clip, "2");
    const auto whole = see("/order/cart-contents");
    CHECK(keys_of(whole) == Keys{"cart_found", "item_data", "cart_totals_data",
                                 "discount_code_data", "cart_item_count",
                                 "shipping_method_selected", "order-api-version"});
    CHECK(whole.at("cart_item_count").as_int64() == 1);
    CHECK(whole.at("shipping_method_selected").is_null());
    CHECK(text_of(whole, "/cart_totals_data/item_subtotal") == "7.00");
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp cart: its codes, and whether they count") {
    add(clip, "2");
    send("/order/cart-apply-discount-code", "discount_code_id=WELCOME10");
    send("/order/cart-apply-discount-code", "discount_code_id=TWENTY");
    const auto codes = see("/order/cart-discount-codes");
    const auto ten = "/discount_code_data/" + std::to_string(ten_percent.value);
    CHECK(keys_of(codes, ten) == Keys{"discount_code_id", "code", "description", "start_date_time",
                                      "end_date_time", "combinable", "discount_amount",
                                      "order_minimum", "discounttype__title",
                                      "discounttype__description", "discounttype__applies_to",
                                      "discounttype__action", "discount_applied"});
    CHECK(text_of(codes, ten + "/discount_amount") == "10.00");
    CHECK(text_of(codes, ten + "/discounttype__applies_to") == "item_total");
    CHECK(text_of(codes, ten + "/discounttype__action") == "percent-off");
    CHECK(text_of(codes, ten + "/start_date_time") == "2025-03-01T12:00:00.000Z");
    CHECK(codes.at_pointer(ten + "/discount_applied").as_bool());
    CHECK(codes.at_pointer(ten + "/discount_code_id").as_int64() == ten_percent.value);
    const auto twenty = "/discount_code_data/" + std::to_string(twenty_off.value);
    CHECK_FALSE(codes.at_pointer(twenty + "/discount_applied").as_bool());
    CHECK(text_of(codes, twenty + "/order_minimum") == "100.00");
    CHECK(text_of(see("/order/cart-totals"), "/cart_totals_data/item_discount") == "0.70");
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp cart: is the visitor's by a cookie that we signed") {
    add(clip, "2");
    const auto kept = jar.at("an_ct");
    CHECK(kept.size() <= 100);
    add(clip, "1");
    CHECK(see("/order/cart-items").at_pointer("/item_data/product_sku_data/0/quantity") == 3);
    jar["an_ct"] = kept;  // whenever it was given
    CHECK(see("/order/cart-items").at("cart_found").as_bool());
    jar["an_ct"].back() = jar["an_ct"].back() == 'x' ? 'y' : 'x';
    CHECK_FALSE(see("/order/cart-items").at("cart_found").as_bool());
    jar["an_ct"] = kept.substr(0, kept.find(':'));  // the secret without a proof
    CHECK_FALSE(see("/order/cart-items").at("cart_found").as_bool());
    jar.erase("an_ct");
    CHECK_FALSE(see("/order/cart-items").at("cart_found").as_bool());
}

TEST_CASE_FIXTURE(OrderSite, "startupwebapp cart: goes along when its visitor signs in") {
    account("selenium");
    add(clip, "2");
    CHECK(word_at(enter("selenium"), "login") == "true");
    CHECK_FALSE(jar.contains("an_ct"));
    CHECK(see("/order/cart-items").at_pointer("/item_data/product_sku_data/0/quantity") == 2);
    add(band, "1");
    CHECK_FALSE(jar.contains("an_ct"));  // who is signed in needs none
    look("/user/logout");
    CHECK_FALSE(see("/order/cart-items").at("cart_found").as_bool());
    open_page();
    add(clip, "5");
    enter("selenium");
    const auto items = see("/order/cart-items");
    CHECK(items.at_pointer("/item_data/product_sku_data/0/quantity") == 2);  // the member's stays
    CHECK(keys_of(items, "/item_data/product_sku_data") == Keys{"0", "1"});
}

TEST_CASE_FIXTURE(OrderSite,
                  "startupwebapp cart: is kept by no cache, and seen by no other visitor") {
    add(clip, "2");
    CHECK(header_of(look("/order/cart-items"), "Cache-Control") == "no-store");
    jar.clear();
    open_page();
    CHECK_FALSE(see("/order/cart-items").at("cart_found").as_bool());
    CHECK(header_of(look("/order/cart-items"), "Cache-Control") == "no-store");
}

}  // namespace
}  // namespace asterism::http
