#include <doctest/doctest.h>

#include "libcore/shop/cart_cases.hpp"
#include "tests/store/shop_rows.hpp"

namespace asterism::store::testing {
namespace {

using shop::Cart;
using shop::Owner;
using shop::SkuId;

const Owner visitor{{}, "fingerprint"};

/// Three things to buy, a code and whose carts they go into.
struct Aisle {
    explicit Aisle(Engine& on) : engine(on) {
        for (int i = 0; i < 3; ++i) skus.push_back(add_sku(engine, silver(product)));
        engine.write([&](app::Unit& unit) {
            codes.push_back(unit.discounts().add(ten_percent("ONE")).value());
            codes.push_back(unit.discounts().add(ten_percent("TWO")).value());
            return true;
        });
    }

    Engine& engine;
    AccountId ada = added(engine, "ada");
    shop::ProductId product = add_product(engine, clips());
    std::vector<SkuId> skus;
    std::vector<shop::DiscountId> codes;
};

TEST_CASE_TEMPLATE("carts: an owner has one, and what is in it comes back in its order", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Aisle aisle(database.engine());
    for (const Owner& owner : {visitor, Owner{aisle.ada, ""}}) {
        aisle.engine.write([&](app::Unit& unit) {
            auto& carts = unit.carts();
            CHECK_FALSE(carts.find(owner));
            CHECK_FALSE(carts.hold(owner));
            auto cart = carts.open(owner);
            CHECK(cart == Cart{cart.id, owner});
            CHECK(carts.open(owner).id == cart.id);
            cart.lines = {{aisle.skus[2], 3}, {aisle.skus[0], 9'999}, {aisle.skus[1], 0}};
            cart.discounts = {aisle.codes[1], aisle.codes[0]};
            cart.shipping = shop::ShippingMethodId{2};
            carts.save(cart, noon);
            CHECK(carts.find(owner) == cart);
            CHECK(carts.hold(owner) == cart);
            CHECK(carts.hold(cart.id) == cart);
            CHECK(carts.open(owner) == cart);
            std::swap(cart.lines[0], cart.lines[2]);
            cart.lines.pop_back();
            cart.discounts.clear();
            cart.shipping = {};
            carts.save(cart, noon);
            CHECK(carts.find(owner) == cart);
            cart.lines.clear();
            carts.save(cart, noon);
            CHECK(carts.find(owner) == cart);
            return true;
        });
    }
}

TEST_CASE_TEMPLATE("carts: what is removed is gone with all that was in it", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    Aisle aisle(database.engine());
    const auto fill = [&](const Owner& owner) {
        return written<Cart>(aisle.engine, [&](app::Unit& unit) {
            auto cart = unit.carts().open(owner);
            cart.lines = {{aisle.skus[0], 1}};
            cart.discounts = {aisle.codes[0]};
            unit.carts().save(cart, noon);
            return cart;
        });
    };
    const auto kept = fill({{}, "other"});
    const auto his = fill(visitor);
    fill({aisle.ada, ""});
    aisle.engine.write([&](app::Unit& unit) {
        unit.carts().remove(his.id);
        CHECK_FALSE(unit.carts().hold(his.id));
        CHECK_FALSE(unit.carts().find(visitor));
        unit.carts().remove({99});
        unit.accounts().remove(aisle.ada);
        CHECK_FALSE(unit.carts().find({aisle.ada, ""}));
        CHECK(unit.carts().find({{}, "other"}) == kept);
        return true;
    });
    const auto again =
        written<Cart>(aisle.engine, [](app::Unit& unit) { return unit.carts().open(visitor); });
    CHECK(again.lines.empty());
    CHECK(again.id != his.id);
}

TEST_CASE_TEMPLATE("carts: nobody's and two owners' are refused by the database", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Aisle aisle(database.engine());
    const auto cart =
        written<Cart>(aisle.engine, [](app::Unit& unit) { return unit.carts().open(visitor); });
    const auto refused = [&](Sql change, auto... with) {
        CHECK_THROWS_AS(aisle.engine.write_db([&](Db& db) { return db.run(change, with...) > 0; }),
                        DbError);
    };
    refused("UPDATE shop_cart SET visitor = NULL");
    refused("UPDATE shop_cart SET account_id = :account", aisle.ada);
    refused("INSERT INTO shop_cart (visitor) VALUES ('fingerprint')");
    refused(
        "INSERT INTO shop_cart_line (cart_id, sku_id, place, quantity) VALUES (:cart, 99, 1, 1)",
        cart.id);
    refused(
        "INSERT INTO shop_cart_line (cart_id, sku_id, place, quantity)"
        " VALUES (:cart, :sku, 1, 10000)",
        cart.id, aisle.skus[0]);
}

TEST_CASE_TEMPLATE("carts: visitors' that were saved before a moment can go, so many at once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Aisle aisle(database.engine());
    aisle.engine.write([&](app::Unit& unit) {
        auto& carts = unit.carts();
        int hours = 0;
        for (const char* secret : {"a", "b", "c", "d"})
            carts.save(carts.open({{}, secret}), noon + std::chrono::hours{hours++});
        carts.save(carts.open({aisle.ada, ""}), noon);
        const auto moment = noon + std::chrono::hours{3};
        CHECK(carts.count_stale(noon) == 0);
        CHECK(carts.count_stale(moment) == 3);
        CHECK(carts.drop_stale(moment, 2) == 2);
        CHECK(carts.drop_stale(moment, 2) == 1);
        CHECK(carts.drop_stale(moment, 2) == 0);
        CHECK(carts.find({{}, "d"}));
        CHECK(carts.find({aisle.ada, ""}));
        return true;
    });
}

TEST_CASE_TEMPLATE("carts: an account that is there no more gets none", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    CHECK_THROWS_AS(written<Cart>(database.engine(),
                                  [](app::Unit& unit) {
                                      return unit.carts().open({{99}, ""});
                                  }),
                    app::StoreUnavailable);
}

TEST_CASE_TEMPLATE("show_cart: a full cart takes five statements", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    Aisle aisle(database.engine());
    Counter counter{aisle.engine};
    const Actor ada{aisle.ada};
    for (const auto sku : aisle.skus)
        REQUIRE(counter.ask<&shop::add_to_cart>(ada, shop::AddToCart{sku, 2}));
    REQUIRE(counter.ask<&shop::enter_code>(ada, shop::EnterCode{"TWO"}));
    REQUIRE(counter.ask<&shop::enter_code>(ada, shop::EnterCode{"ONE"}));
    REQUIRE(counter.ask<&shop::offer_shipping>(ada, shop::ThisCart{}));
    aisle.engine.read_db([&](Db& db) {
        SqlUnit unit(db);
        audit::Trail trail;
        const accounts::Run run{{noon},          counter.caller,      counter.policy,
                                counter.entropy, counter.fingerprint, trail};
        const auto before = db.runs();
        const auto view =
            shop::show_cart(run, ada, unit.carts(),
                            {unit.products(), unit.discounts(), unit.shipping_methods()}, {}, {});
        CHECK(db.runs() - before == 5);
        REQUIRE(view);
        CHECK(view->lines.size() == 3);
        CHECK(view->codes.size() == 2);
        CHECK(view->totals.items == "21.00");
        CHECK(view->totals.total == "28.46");  // 21.00 - 2.10 + 9.56
    });
}

}  // namespace
}  // namespace asterism::store::testing
