#include <doctest/doctest.h>

#include "tests/http/startupwebapp_shop.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using Keys = std::set<std::string>;
using enum Verb;

const Keys address_keys{"name", "address_line1", "city", "state", "zip", "country", "country_code"};

struct Buying : OrderSite {
    std::string refused(const std::string& order) {
        const auto page = see("/order/" + order);
        CHECK(text_of(page, "/order_detail") == "error");
        CHECK(text_of(page, "/order_identifier") == order);
        return text_of(page, "/errors/error");
    }

    void become_nobody() {
        jar.clear();
        open_page();
    }
};

TEST_CASE_FIXTURE(Buying, "startupwebapp orders: what was bought, with every key that pages read") {
    add(clip, "3");
    send("/order/cart-apply-discount-code", "discount_code_id=WELCOME10");
    const auto order = buy();
    const auto page = see("/order/" + order);
    CHECK(keys_of(page) == Keys{"order_detail", "order_data", "order-api-version"});
    CHECK(keys_of(page, "/order_data") ==
          Keys{"order_attributes", "order_items", "order_shipping_method", "order_discount_codes",
               "order_totals", "order_statuses", "order_shipping_address", "order_billing_address",
               "order_payment_info"});
    const auto& data = page.at("order_data");
    CHECK(text_of(data, "/order_attributes/identifier") == order);
    CHECK(text_of(data, "/order_attributes/order_date_time") == "2026-03-01T12:00:00.000Z");
    CHECK(text_of(data, "/order_attributes/sales_tax_amt") == "0.00");
    CHECK(keys_of(data, "/order_items/product_sku_data/0") ==
          Keys{"sku_id", "sku_type__title", "sku_inventory__title", "color", "size", "description",
               "price", "quantity", "parent_product__title", "parent_product__title_url",
               "parent_product__identifier", "sku_image_url"});
    CHECK(data.at_pointer("/order_items/product_sku_data/0/quantity") == 3);
    CHECK(text_of(data, "/order_shipping_method/shipping_cost") == "9.56");
    CHECK(text_of(data, "/order_shipping_method/tracking_code_base_url") == "https://u/?n=");
    const auto code = "/order_discount_codes/" + std::to_string(ten_percent.value);
    CHECK(data.at_pointer(code + "/discount_applied").as_bool());
    CHECK(text_of(data, code + "/code") == "WELCOME10");
    CHECK(text_of(data, code + "/end_date_time") == "2027-03-01T12:00:00.000Z");
    CHECK(keys_of(data, "/order_totals") == Keys{"item_subtotal", "item_discount",
                                                 "shipping_subtotal", "shipping_discount",
                                                 "order_total"});
    CHECK(text_of(data, "/order_totals/item_discount") == "1.05");
    CHECK(text_of(data, "/order_totals/order_total") == "19.01");
    CHECK(keys_of(data, "/order_statuses/0") ==
          Keys{"identifier", "title", "description", "created_date_time"});
    CHECK(text_of(data, "/order_statuses/0/title") == "Accepted");
    CHECK(keys_of(data, "/order_shipping_address") == address_keys);
    CHECK(keys_of(data, "/order_billing_address") == address_keys);
    CHECK(text_of(data, "/order_shipping_address/name") == "Eve Moneypenny");
    CHECK(text_of(data, "/order_shipping_address/country_code") == "US");
    CHECK(keys_of(data, "/order_payment_info") == Keys{"email", "payment_type", "card_name",
                                                       "card_brand", "card_last4", "card_exp_month",
                                                       "card_exp_year", "card_zip"});
    CHECK(text_of(data, "/order_payment_info/payment_type") == "card");
    CHECK(text_of(data, "/order_payment_info/card_brand") == "null");
}

TEST_CASE_FIXTURE(Buying, "startupwebapp orders: the newest status comes first") {
    add(clip, "1");
    const auto order = buy();
    store.write([&](app::Unit& unit) {
        const auto id = unit.orders().find(order)->id;
        unit.orders().add_status(id,
                                 {"shipped", shop::Phase::shipped, now + std::chrono::hours{1}});
        return true;
    });
    const auto page = see("/order/" + order);
    CHECK(text_of(page, "/order_data/order_statuses/0/identifier") == "shipped");
    CHECK(text_of(page, "/order_data/order_statuses/1/identifier") == "accepted");
}

TEST_CASE_FIXTURE(Buying,
                  "startupwebapp orders: a guest's opens to his browser, and by his mail's link") {
    add(clip, "1");
    const auto order = buy();
    CHECK(text_of(see("/order/" + order), "/order_detail") == "success");
    std::string name;
    for (const auto& task : store.tables.tasks)
        if (task.kind == "shop.order_mail") name = task.payload;
    become_nobody();
    CHECK(refused(order) == "order-not-found");  // whoever knows the number alone
    CHECK(text_of(see("/order/" + name), "/order_data/order_attributes/identifier") == order);
    CHECK(refused("abcdefghij") == "order-not-found");
    CHECK(refused("ORD-0000000000") == "order-not-found");
    account("selenium");
    enter("selenium");
    CHECK(refused(order) == "order-not-in-account");
}

TEST_CASE_FIXTURE(Buying, "startupwebapp orders: a member's are his, and listed with him") {
    account("selenium");
    account("eve");
    CHECK(text_of(see("/order/my-orders"), "/my_orders") == "user_not_authenticated");
    enter("selenium");
    CHECK(see("/order/my-orders").at("orders_data").as_object().empty());
    add(clip, "1");
    const auto first = buy();
    add(clip, "2");
    const auto second = buy();
    const auto list = see("/order/my-orders");
    CHECK(text_of(list, "/my_orders") == "success");
    CHECK(keys_of(list, "/orders_data") == Keys{"1", "2"});
    CHECK(keys_of(list, "/orders_data/1") ==
          Keys{"order_id", "identifier", "order_date_time", "sales_tax_amt", "order_total"});
    CHECK(text_of(list, "/orders_data/1/identifier") == second);
    CHECK(text_of(list, "/orders_data/1/order_total") == "16.56");
    CHECK(list.at_pointer("/orders_data/1/order_id").is_int64());
    CHECK(see("/user/account-content").at_pointer("/account_content/orders_data") ==
          list.at("orders_data"));
    CHECK(text_of(see("/order/" + first), "/order_detail") == "success");
    look("/user/logout");
    CHECK(refused(first) == "log-in-required-to-view-order");
    open_page();
    enter("eve");
    CHECK(refused(first) == "order-not-in-account");
    CHECK(see("/order/my-orders").at("orders_data").as_object().empty());
}

TEST_CASE_FIXTURE(Buying, "startupwebapp orders: all of a member's are told at once") {
    account("selenium");
    enter("selenium");
    std::string first;
    for (int i = 0; i < 61; ++i) {
        add(clip, "1");
        const auto bought = buy();
        if (i == 0) first = bought;
    }
    const auto list = see("/order/my-orders");
    CHECK(keys_of(list, "/orders_data").size() == 61);
    CHECK(text_of(list, "/orders_data/61/identifier") == first);
    CHECK(see("/user/account-content").at_pointer("/account_content/orders_data") ==
          list.at("orders_data"));
}

TEST_CASE_FIXTURE(Buying,
                  "startupwebapp orders: nonsense is no order, and no other address either") {
    for (const char* word : {"%2e%2e", "a%00b", "%ff", "ORD-%27--", "product"}) {
        const auto answer = look("/order/" + std::string(word));
        CHECK(answer.status < 500);
        CHECK(answer.body.find("order_data") == std::string::npos);
    }
}

}  // namespace
}  // namespace asterism::http
