// Whole use cases of the shop, run by many at once on a real database.

#include <atomic>
#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "libcore/shop/cart_cases.hpp"
#include "libcore/shop/merchandise.hpp"
#include "libcore/shop/offers.hpp"
#include "tests/store/shop_rows.hpp"

namespace asterism::store::testing {
namespace {

constexpr int many = 20;

/// All beginning together; how many of them it was granted.
int granted(auto work) {
    std::atomic<int> out = 0;
    std::latch ready{many};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < many; ++i)
            threads.emplace_back([&, i] {
                ready.arrive_and_wait();
                if (work(i)) ++out;
            });
    }
    return out;
}

struct Bustle {
    explicit Bustle(Engine& on) : engine(on) {}

    Engine& engine;
    Counter counter{engine};
    shop::ProductId product = add_product(engine, clips());
    shop::SkuId sku = add_sku(engine, silver(product));
    Actor ada{added(engine, "ada")};
    Actor sue{added(engine, "sue"), Role::staff};
    std::string secret = std::string(22, 'x');
};

TEST_CASE_TEMPLATE("add_to_cart: whoever comes at once finds one cart, and no piece is lost", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Bustle shop(database.engine());
    const auto press = [&](std::optional<Actor> actor) {
        return granted([&](int) {
            return bool(shop.counter.template ask<&shop::add_to_cart>(
                actor, shop::AddToCart{shop.sku, 1, shop.secret}));
        });
    };
    CHECK(press(std::nullopt) == many);
    CHECK(press(shop.ada) == many);
    const shop::Owner stranger{{}, shop.counter.fingerprint.of(shop.secret)};
    for (const auto& owner : {stranger, shop::Owner{shop.ada.account, ""}}) {
        const auto cart = seen<std::optional<shop::Cart>>(
            shop.engine, [&](app::Unit& unit) { return unit.carts().find(owner); });
        REQUIRE(cart);
        CHECK(cart->lines == std::vector<shop::CartLine>{{shop.sku, many}});
    }
    shop.engine.read_db([](Db& db) {
        CHECK(std::get<0>(*db.one<std::int64_t>("SELECT count(*) FROM shop_cart")) == 2);
    });
}

TEST_CASE_TEMPLATE("drop_cart: while others fill it, it is whole or gone", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    Bustle shop(database.engine());
    CHECK(granted([&](int i) {
              if (i % 2 == 0)
                  return bool(shop.counter.template ask<&shop::add_to_cart>(
                      shop.ada, shop::AddToCart{shop.sku, 1}));
              const auto gone =
                  shop.counter.template ask<&shop::drop_cart>(shop.ada, shop::ThisCart{});
              return bool(gone) || gone.error().fault->slug == "no_cart";
          }) == many);
    shop.engine.read_db([](Db& db) {
        CHECK(std::get<0>(*db.one<std::int64_t>("SELECT count(*) FROM shop_cart_line")) <= 1);
    });
}

TEST_CASE_TEMPLATE("adopt_cart: in several windows at once it comes along once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Bustle shop(database.engine());
    const auto other = add_sku(shop.engine, silver(shop.product));
    REQUIRE(shop.counter.template ask<&shop::add_to_cart>(shop.ada, shop::AddToCart{other, 3}));
    REQUIRE(shop.counter.template ask<&shop::add_to_cart>(
        std::nullopt, shop::AddToCart{shop.sku, 2, shop.secret}));
    CHECK(granted([&](int) {
              return bool(shop.counter.template ask<&shop::adopt_cart>(
                  shop.ada, shop::AdoptCart{shop.secret}));
          }) == many);
    const auto cart = seen<std::optional<shop::Cart>>(shop.engine, [&](app::Unit& unit) {
        return unit.carts().find({shop.ada.account, ""});
    });
    REQUIRE(cart);
    CHECK(cart->lines == std::vector<shop::CartLine>{{other, 3}, {shop.sku, 2}});
    shop.engine.read_db([](Db& db) {
        CHECK(std::get<0>(*db.one<std::int64_t>("SELECT count(*) FROM shop_cart")) == 1);
    });
}

TEST_CASE_TEMPLATE("merchandise: a name, a code, a way and a status are given once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Bustle shop(database.engine());
    auto& counter = shop.counter;
    CHECK(granted([&](int) {
              return bool(counter.template ask<&shop::add_product>(
                  shop.sue, shop::AddProduct{"Staples", "Staples", "staples"}));
          }) == 1);
    CHECK(
        granted([&](int) {
            return bool(counter.template ask<&shop::add_code>(
                shop.sue, shop::AddCode{"ONCE", shop::DiscountKind::percent_off, "5", noon, noon}));
        }) == 1);
    CHECK(granted([&](int) {
              return bool(counter.template ask<&shop::add_shipping_method>(
                  shop.sue, shop::AddShippingMethod{"Drone", "Drones", "1.00"}));
          }) == 1);
    CHECK(granted([&](int) {
              return bool(counter.template ask<&shop::add_order_status>(
                  shop.sue, shop::AddStatus{"glazing", "Glazing"}));
          }) == 1);
}

TEST_CASE_TEMPLATE("merchandise: of pictures that all want to be first, one is", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Bustle shop(database.engine());
    CHECK(granted([&](int i) {
              shop::AddProductPicture input{shop.product, "/" + std::to_string(i)};
              input.main = true;
              return bool(shop.counter.template ask<&shop::add_product_picture>(shop.sue, input));
          }) == many);
    const auto product = seen<std::optional<shop::Product>>(
        shop.engine, [](app::Unit& unit) { return unit.products().find("bSusp6dBHm"); });
    CHECK(std::ssize(product->pictures) == many);
    CHECK(std::ranges::count_if(product->pictures, &shop::Picture::main) == 1);
}

TEST_CASE_TEMPLATE("merchandise: prices that are told at once are all in the history", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Bustle shop(database.engine());
    CHECK(granted([&](int i) {
              return bool(shop.counter.template ask<&shop::price_sku>(
                  shop.sue, shop::PriceSku{shop.sku, std::to_string(i) + ".00"}));
          }) == many);
    const auto sku = written<std::optional<shop::Sku>>(
        shop.engine, [&](app::Unit& unit) { return unit.products().hold_sku(shop.sku); });
    CHECK(std::ssize(sku->prices) == many + 1);
}

}  // namespace
}  // namespace asterism::store::testing
