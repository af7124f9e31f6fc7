#include "tests/http/shop.hpp"

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

using testing::body_of;
using testing::code_of;
using testing::header_of;
using testing::Shop;

std::string total(const Response& response) {
    return Shop::text(body_of(response).at("totals").at("total"));
}

}  // namespace

TEST_CASE_FIXTURE(Shop, "shop: anybody sees what is offered") {
    const auto list = done(ask(Verb::get, "/v1/shop/products"));
    REQUIRE(list.at("items").as_array().size() == 1);
    CHECK(text(list.at("items").at(0).at("price_low")) == "3.50");
    const auto clips = done(ask(Verb::get, "/v1/shop/products/bSusp6dBHm"));
    CHECK(text(clips.at("title")) == "Paper Clips");
    CHECK(clips.at("skus").at(0).at("left") == 10);
    CHECK(code_of(ask(Verb::get, "/v1/shop/products/nothing")) == "unknown_product");
}

TEST_CASE_FIXTURE(Shop, "shop: a visitor's cart hangs on a cookie that no script reads") {
    const auto added = add(2);
    CHECK(added.status == 200);
    CHECK(body_of(added).at("visitor").is_null());
    CHECK(header_of(added, "Cache-Control") == "no-store");
    const auto cookie = header_of(added, "Set-Cookie");
    CHECK(cookie.find("; HttpOnly") != cookie.npos);
    CHECK(cookie.find("; SameSite=Lax") != cookie.npos);
    CHECK(cookie.find("; Path=/") != cookie.npos);
    const auto cart = ask(Verb::get, "/v1/shop/cart");
    CHECK(body_of(cart).at("lines").at(0).at("quantity") == 2);
    CHECK(text(body_of(cart).at("totals").at("items")) == "7.00");

    jar.clear();
    CHECK(body_of(ask(Verb::get, "/v1/shop/cart")).at("found") == false);
    CHECK(code_of(ask(Verb::get, "/v1/shop/cart?visitor=aaaaaaaaaaaaaaaaaaaaaa")) ==
          "unknown_field");
    CHECK(code_of(ask(Verb::del, "/v1/shop/cart/lines/" + sku)) == "no_cart");
}

TEST_CASE_FIXTURE(Shop, "shop: a cookie that was altered or planted opens no cart") {
    add(2);
    REQUIRE(jar.size() == 1);
    auto& value = jar.begin()->second;
    const auto right = value;
    for (const auto& wrong :
         {right + "x", std::string("x"), std::string("aaaaaaaaaaaaaaaaaaaaaa"), "z" + right}) {
        value = wrong;
        CHECK(body_of(ask(Verb::get, "/v1/shop/cart")).at("found") == false);
    }
    value = right;
    CHECK(body_of(ask(Verb::get, "/v1/shop/cart")).at("found") == true);
}

TEST_CASE_FIXTURE(Shop, "shop: no other site's page changes a visitor's cart") {
    add(2);
    const std::string body = R"({"quantity":9})";
    const auto refused =
        ask(Verb::put, "/v1/shop/cart/lines/" + sku, body, {{"Origin", "https://evil.example"}});
    CHECK(code_of(refused) == "foreign_origin");
    CHECK(body_of(ask(Verb::get, "/v1/shop/cart")).at("lines").at(0).at("quantity") == 2);
}

TEST_CASE_FIXTURE(Shop, "shop: lines change, go, and the cart with them") {
    add(2);
    CHECK(body_of(ask(Verb::put, "/v1/shop/cart/lines/" + sku, R"({"quantity":3})"))
              .at("lines")
              .at(0)
              .at("quantity") == 3);
    for (const auto* quantity : {"0", "-1", "10000", "9223372036854775807"})
        CHECK(code_of(ask(Verb::put, "/v1/shop/cart/lines/" + sku,
                          std::string(R"({"quantity":)") + quantity + "}")) ==
              "quantity_out_of_range");
    for (const auto* quantity : {"1.5", R"("2")", "null", "true", "1e99"})
        CHECK(ask(Verb::put, "/v1/shop/cart/lines/" + sku,
                  std::string(R"({"quantity":)") + quantity + "}")
                  .status == 400);
    CHECK(ask(Verb::post, "/v1/shop/cart/lines", R"({"sku":99,"quantity":1})").status == 404);
    CHECK(ask(Verb::post, "/v1/shop/cart/lines",
              R"({"sku":)" + sku + R"(,"quantity":1,"price":"0.01"})")
              .status == 400);
    CHECK(text(body_of(ask(Verb::get, "/v1/shop/cart")).at("totals").at("items")) == "10.50");
    CHECK(done(ask(Verb::del, "/v1/shop/cart/lines/" + sku))
              .at("cart")
              .at("lines")
              .as_array()
              .empty());
    CHECK(done(ask(Verb::del, "/v1/shop/cart")).at("dropped") == true);
    CHECK(body_of(ask(Verb::get, "/v1/shop/cart")).at("found") == false);
}

TEST_CASE_FIXTURE(Shop, "shop: shipping and codes are part of what a cart costs") {
    as_sue([&] {
        done(ask(Verb::post, "/v1/shop/admin/codes",
                 R"({"code":"TEN","kind":"percent_off","amount":"10.00",)"
                 R"("starts":"2026-01-01T00:00:00Z","ends":"2027-01-01T00:00:00Z"})"),
             201);
    });
    add(3);
    const auto offer = done(ask(Verb::post, "/v1/shop/cart/shipping"));
    CHECK(offer.at("methods").as_array().size() == 1);
    CHECK(total(ask(Verb::put, "/v1/shop/cart/shipping", R"({"method":"USPSRetailGround"})")) ==
          "20.06");
    CHECK(code_of(ask(Verb::put, "/v1/shop/cart/shipping", R"({"method":"Balloon"})")) ==
          "unknown_shipping_method");
    const auto entered = ask(Verb::post, "/v1/shop/cart/codes", R"({"code":"TEN"})");
    CHECK(total(entered) == "19.01");
    CHECK(code_of(ask(Verb::post, "/v1/shop/cart/codes", R"({"code":"ten"})")) == "unknown_code");
    const auto id = number(body_of(entered).at("codes").at(0).at("id"));
    CHECK(total(ask(Verb::del, "/v1/shop/cart/codes/" + id)) == "20.06");
}

TEST_CASE_FIXTURE(Shop, "shop: an account's cart is its own, whatever browser it comes with") {
    account("ada");
    REQUIRE(sign_in("ada").status == 200);
    CHECK(add(1).status == 200);
    jar.clear();
    REQUIRE(sign_in("ada").status == 200);
    CHECK(body_of(ask(Verb::get, "/v1/shop/cart")).at("found") == true);
    account("bob");
    jar.clear();
    REQUIRE(sign_in("bob").status == 200);
    CHECK(body_of(ask(Verb::get, "/v1/shop/cart")).at("found") == false);
}

}  // namespace asterism::http
