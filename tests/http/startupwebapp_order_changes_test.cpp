#include <doctest/doctest.h>

#include "tests/http/startupwebapp_shop.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using Keys = std::set<std::string>;
using enum Verb;

struct Changing : OrderSite {
    std::string error(std::string_view target, const std::string& fields) {
        const auto answer = form(target, fields);
        CHECK(answer.status == 200);
        const auto body = body_of(answer);
        auto key = std::string(target.substr(7));
        std::ranges::replace(key, '-', '_');
        CHECK(text_of(body, "/" + key) == "error");
        return text_of(body, "/errors/error");
    }

    std::string id(shop::SkuId sku) { return "sku_id=" + std::to_string(sku.value); }

    std::string whole_cart() { return look("/order/cart-contents").body; }
};

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: adds pieces, and pieces to those") {
    const auto added = add(clip, "2");
    CHECK(keys_of(added) ==
          Keys{"cart_add_product_sku", "sku_id", "cart_item_count", "order-api-version"});
    CHECK(text_of(added, "/cart_add_product_sku") == "success");
    CHECK(text_of(added, "/sku_id") == std::to_string(clip.value));
    CHECK(added.at("cart_item_count").as_int64() == 1);
    CHECK(add(clip, "99").at("cart_item_count").as_int64() == 1);
    CHECK(add(right, "1").at("cart_item_count").as_int64() == 2);  // whether it is in stock or not
    CHECK(see("/order/cart-items").at_pointer("/item_data/product_sku_data/0/quantity") == 101);
    const auto item = send("/order/add-item-to-cart", id(band) + "&quantity=1");
    CHECK(text_of(item, "/cart_add_product_sku") == "success");
    CHECK(text_of(item, "/cart_totals_data/item_subtotal") == "371.99");
}

TEST_CASE_FIXTURE(Changing,
                  "startupwebapp cart: refuses pieces that there cannot be, and makes no cart") {
    const auto target = "/order/cart-add-product-sku";
    const auto nothing = send(target, "quantity=1");
    CHECK(text_of(nothing, "/errors/error") == "sku-id-required");
    CHECK(nothing.at("sku_id").is_null());
    for (const std::string sku : {"999999", "abc", "0", "-1", "1.5", "99999999999999999999"}) {
        const auto unknown = send(target, "sku_id=" + sku + "&quantity=1");
        CHECK(text_of(unknown, "/errors/error") == "sku-not-found");
        CHECK(text_of(unknown, "/sku_id") == sku);
    }
    for (const std::string many : {"-1", "100", "99999999999999999999"}) {
        const auto much = send(target, id(clip) + "&quantity=" + many);
        CHECK(text_of(much, "/errors/quantity/0/0/type") == "out_of_range");
        CHECK(text_of(much, "/errors/error") == "none");
        CHECK(text_of(much, "/sku_id") == std::to_string(clip.value));
    }
    for (const std::string many : {"", "two", "1.5", "1e1"})
        CHECK(text_of(send(target, id(clip) + "&quantity=" + many), "/errors/quantity/0/0/type") ==
              "not_an_int");
    CHECK(text_of(send(target, id(clip)), "/errors/quantity/0/0/type") == "not_an_int");
    CHECK_FALSE(jar.contains("an_ct"));
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: a line of no pieces is one, and costs nothing") {
    CHECK(add(clip, "0").at("cart_item_count").as_int64() == 1);
    CHECK(text_of(see("/order/cart-totals"), "/cart_totals_data/item_subtotal") == "0.00");
    CHECK(text_of(send("/order/create-checkout-session", ""), "/errors/error") == "cart-is-empty");
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: sets how many, and tells what they cost") {
    add(clip, "2");
    const auto set = send("/order/cart-update-sku-quantity", id(clip) + "&quantity=5");
    CHECK(keys_of(set) == Keys{"cart_update_sku_quantity", "cart_found", "sku_id", "sku_subtotal",
                               "discount_code_data", "cart_totals_data", "order-api-version"});
    CHECK(text_of(set, "/cart_update_sku_quantity") == "success");
    CHECK(text_of(set, "/sku_subtotal") == "17.50");
    CHECK(text_of(set, "/cart_totals_data/item_subtotal") == "17.50");
    const auto none = send("/order/cart-update-sku-quantity", id(clip) + "&quantity=0");
    CHECK(text_of(none, "/sku_subtotal") == "0.00");
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: refuses to set what is not there, or cannot be") {
    const auto target = "/order/cart-update-sku-quantity";
    CHECK(error(target, id(clip) + "&quantity=1") == "cart-not-found");
    add(clip, "2");
    const auto before = whole_cart();
    CHECK(error(target, "quantity=1") == "sku-id-required");
    CHECK(error(target, id(band) + "&quantity=1") == "cart-sku-not-found");
    CHECK(error(target, id(clip) + "&quantity=two") == "cart-sku-not-found");
    CHECK(error(target, "sku_id=abc&quantity=1") == "cart-sku-not-found");
    for (const std::string many : {"-5", "100", "500"}) {
        const auto much = send(target, id(clip) + "&quantity=" + many);
        CHECK(text_of(much, "/errors/quantity/0/0/type") == "out_of_range");
    }
    const auto missing = send(target, "");
    CHECK(keys_of(missing) == Keys{"cart_update_sku_quantity", "errors", "order-api-version"});
    CHECK(whole_cart() == before);
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: takes a line out, and how it goes with it") {
    const auto target = "/order/cart-remove-sku";
    CHECK(error(target, id(clip)) == "cart-not-found");
    add(clip, "2");
    add(band, "1");
    see("/order/cart-shipping-methods");
    CHECK(error(target, "") == "sku-id-required");
    CHECK(error(target, id(right)) == "cart-sku-not-found");
    const auto removed = send(target, id(clip) + "&quantity=2");  // the client sends that, too
    CHECK(keys_of(removed) == Keys{"cart_remove_sku", "cart_found", "sku_id", "cart_item_count",
                                   "cart_shipping_methods", "shipping_method_selected",
                                   "discount_code_data", "cart_totals_data", "order-api-version"});
    CHECK(removed.at("cart_item_count").as_int64() == 1);
    CHECK(removed.at("shipping_method_selected").is_null());
    CHECK(keys_of(removed, "/cart_shipping_methods") == Keys{"0", "1"});
    CHECK(text_of(removed, "/cart_totals_data/cart_total") == "14.99");
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: chooses one of the ways that are offered") {
    const auto target = "/order/cart-update-shipping-method";
    CHECK(error(target, "shipping_method_identifier=USPSRetailGround") == "cart-not-found");
    add(clip, "2");
    CHECK(error(target, "") == "shipping-method-identifier-required");
    const auto unknown = send(target, "shipping_method_identifier=Nope");
    CHECK(text_of(unknown, "/errors/error") == "error-setting-cart-shipping-method");
    CHECK(text_of(unknown, "/shipping_method_identifier") == "Nope");
    CHECK(error(target, "shipping_method_identifier=None") == "error-setting-cart-shipping-method");
    const auto set = send(target, "shipping_method_identifier=USPSPriorityMail2Day");
    CHECK(keys_of(set) == Keys{"cart_update_shipping_method", "cart_found",
                               "shipping_method_identifier", "discount_code_data",
                               "cart_totals_data", "order-api-version"});
    CHECK(text_of(set, "/cart_totals_data/cart_total") == "20.65");
}

TEST_CASE_FIXTURE(Changing,
                  "startupwebapp cart: takes codes by their text, and back by their number") {
    const auto apply = "/order/cart-apply-discount-code";
    const auto remove = "/order/cart-remove-discount-code";
    CHECK(error(apply, "discount_code_id=WELCOME10") == "cart-not-found");
    CHECK(error(remove, "discount_code_id=1") == "cart-not-found");
    add(clip, "2");
    CHECK(error(apply, "") == "discount-code-required");
    CHECK(error(apply, "discount_code_id=welcome10") == "cart-discount-code-not-found");
    CHECK(error(apply, "discount_code_id=APRIL50PERCENT") == "cart-discount-code-not-active");
    const auto applied = send(apply, "discount_code_id=WELCOME10");
    CHECK(keys_of(applied) == Keys{"cart_apply_discount_code", "cart_found", "discount_code_id",
                                   "discount_code_data", "cart_totals_data", "order-api-version"});
    CHECK(text_of(applied, "/discount_code_id") == "WELCOME10");
    CHECK(text_of(applied, "/cart_totals_data/item_discount") == "0.70");
    const auto again = send(apply, "discount_code_id=WELCOME10");
    CHECK(text_of(again, "/errors/error") == "cart-discount-code-already-applied");
    CHECK(text_of(again, "/discount_code_id") == "WELCOME10");

    CHECK(error(remove, "") == "discount-code-required");
    CHECK(error(remove, "discount_code_id=999999") == "cart-discount-code-not-found");
    CHECK(error(remove, "discount_code_id=WELCOME10") == "cart-discount-code-not-found");
    const auto number = "discount_code_id=" + std::to_string(ten_percent.value);
    const auto removed = send(remove, number);
    CHECK(text_of(removed, "/cart_remove_discount_code") == "success");
    CHECK(text_of(removed, "/cart_totals_data/item_discount") == "0.00");
    CHECK(text_of(send(remove, number), "/cart_remove_discount_code") == "success");
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: is deleted by a form, never by an address alone") {
    CHECK(error("/order/cart-delete-cart", "") == "cart-not-found");
    add(clip, "2");
    CHECK(look("/order/cart-delete-cart").status != 200);
    CHECK(see("/order/cart-items").at("cart_found").as_bool());
    CHECK(text_of(send("/order/cart-delete-cart", ""), "/cart_delete_cart") == "success");
    CHECK_FALSE(see("/order/cart-items").at("cart_found").as_bool());
    add(band, "1");
    CHECK(keys_of(see("/order/cart-items"), "/item_data/product_sku_data") == Keys{"0"});
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: changes for nobody without the page's token") {
    add(clip, "2");
    const auto before = whole_cart();
    sends_csrf = false;
    for (const char* name :
         {"cart-add-product-sku", "add-item-to-cart", "cart-update-sku-quantity", "cart-remove-sku",
          "cart-update-shipping-method", "cart-apply-discount-code", "cart-remove-discount-code",
          "cart-delete-cart", "anonymous-email-address-payment-lookup",
          "create-checkout-session"}) {
        const auto answer = form(std::string("/order/") + name, id(clip) + "&quantity=7");
        CHECK(answer.status == 403);
        CHECK(answer.type.starts_with("text/html"));
    }
    sends_csrf = true;
    CHECK(whole_cart() == before);
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: of a field that is sent twice the last counts") {
    add(clip, "2");
    const auto once = form("/order/cart-update-sku-quantity", id(clip) + "&quantity=4");
    add(clip, "1");
    const auto twice =
        form("/order/cart-update-sku-quantity", "sku_id=99&" + id(clip) + "&quantity=3&quantity=4");
    CHECK(twice.status == 200);
    CHECK(twice.body == once.body);
    CHECK(text_of(see("/order/cart-items"), "/item_data/product_sku_data/0/quantity") == "4");
    const auto much =
        form("/order/cart-update-sku-quantity", id(clip) + "&quantity=4&quantity=100");
    CHECK(text_of(body_of(much), "/errors/quantity/0/0/type") == "out_of_range");
}

TEST_CASE_FIXTURE(Changing, "startupwebapp cart: a form that cannot be read changes nothing") {
    add(clip, "2");
    const auto before = whole_cart();
    CHECK(form("/order/cart-update-sku-quantity", "%ff=%zz").status < 500);
    CHECK(whole_cart() == before);
}

}  // namespace
}  // namespace asterism::http
