#include "libcore/shop/cart_cases.hpp"

#include <doctest/doctest.h>

#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

struct Stage : Scene {
    CartView seen() { return *show_cart(run(), actor, carts, shelves(), policy, {visitor}); }

    Result<CartView> set(std::int64_t sku, std::int64_t quantity) {
        return undone_if_refused([&] {
            return set_cart_quantity(run(), actor, carts, shelves(), policy,
                                     {{sku}, quantity, visitor});
        });
    }

    Result<ShippingOffer> remove(std::int64_t sku) {
        return remove_from_cart(run(), actor, carts, shelves(), policy, {{sku}, visitor});
    }

    Result<CartView> choose(const std::string& method) {
        return choose_shipping(run(), actor, carts, shelves(), policy, {method, visitor});
    }

    Result<ShippingOffer> offer() {
        return offer_shipping(run(), actor, carts, shelves(), policy, {visitor});
    }
};

}  // namespace

TEST_CASE_FIXTURE(Stage, "add_to_cart: a visitor's first makes a cart and its secret") {
    CHECK_FALSE(seen().found);
    const auto added = add(1, 2);
    REQUIRE(added);
    REQUIRE(added->visitor);
    CHECK(added->visitor->size() == 22);
    CHECK(shop.carts.at(0).owner.visitor == fingerprint.of(*added->visitor));
    CHECK(add(1, 1)->visitor == added->visitor);
    CHECK(shop.carts.size() == 1);
    CHECK(seen().lines.at(0).quantity == 3);
    CHECK(seen().totals.items == "10.50");
}

TEST_CASE_FIXTURE(Stage, "add_to_cart: who is signed in needs no secret") {
    actor = Actor{settle("ada")};
    CHECK_FALSE(add(1, 2)->visitor);
    CHECK(shop.carts.at(0).owner == Owner{actor->account, ""});
    visitor = std::string(22, 'x');
    CHECK(seen().lines.size() == 1);
    actor.reset();
    CHECK_FALSE(seen().found);
}

TEST_CASE_FIXTURE(Stage, "add_to_cart: a refusal makes no cart") {
    CHECK(slug_at(add(99, 1)) == "unknown_sku at sku");
    CHECK(slug_at(add(1, 0)) == "quantity_out_of_range at quantity");
    CHECK(slug_at(add(1, 10'000)) == "quantity_out_of_range at quantity");
    shop.products[0].skus[0].retired = true;
    CHECK(slug_at(add(1, 1)) == "unknown_sku at sku");
    shop.products[1].skus[0].prices = {{usd(9'000'000'000'000'000), noon}};
    CHECK(slug(add(7, 2)) == "money_overflow");
    CHECK(shop.carts.empty());
}

TEST_CASE_FIXTURE(Stage, "add_to_cart: a secret that cannot be one is as good as none") {
    visitor = "short";
    const auto added = add(1, 1);
    CHECK(added->visitor != "short");
    CHECK(visitor == added->visitor);
    CHECK(seen().found);
}

TEST_CASE_FIXTURE(Stage, "carts: one visitor does not see another's") {
    REQUIRE(add(1, 1));
    const auto first = visitor;
    visitor.reset();
    REQUIRE(add(7, 1));
    CHECK(shop.carts.size() == 2);
    CHECK(seen().lines.at(0).sku == SkuId{7});
    visitor = first;
    CHECK(seen().lines.at(0).sku == SkuId{1});
}

TEST_CASE_FIXTURE(Stage, "carts: there is none to change before something is in it") {
    CHECK(slug(set(1, 1)) == "no_cart");
    CHECK(slug(remove(1)) == "no_cart");
    CHECK(slug(choose("UPSGround")) == "no_cart");
    CHECK(slug(enter("WELCOME10")) == "no_cart");
    CHECK(slug(drop_cart(run(), actor, carts, {visitor})) == "no_cart");
    CHECK(offer()->methods.size() == 2);
    CHECK_FALSE(offer()->cart.found);
    CHECK(seen().totals.total == "0.00");
}

TEST_CASE_FIXTURE(Stage, "set_cart_quantity: changes what is in it, and nothing else") {
    REQUIRE(add(1, 1));
    CHECK(set(1, 5)->totals.items == "17.50");
    CHECK(slug(set(7, 5)) == "unknown_line");
    CHECK(slug(set(1, 0)) == "quantity_out_of_range");
    CHECK(seen().totals.items == "17.50");
}

TEST_CASE_FIXTURE(Stage,
                  "offer_shipping: a cart that has not chosen goes the usual way from then on") {
    REQUIRE(add(1, 1));
    CHECK_FALSE(seen().shipping);
    CHECK(seen().totals.total == "3.50");
    const auto offered = *offer();
    CHECK(offered.methods.at(0).identifier == "UPSGround");
    CHECK(offered.cart.shipping->identifier == "USPSRetailGround");
    CHECK(seen().totals.total == "13.06");
    CHECK(choose("UPSGround")->totals.shipping == "11.34");
    CHECK(offer()->cart.shipping->identifier == "UPSGround");
    CHECK(slug_at(choose("None")) == "unknown_shipping_method at method");  // it is not offered
    CHECK(slug_at(choose("nonsense")) == "unknown_shipping_method at method");
    const auto rest = *remove(1);
    CHECK_FALSE(rest.cart.shipping);
    CHECK(rest.methods.at(0).identifier == "UPSGround");
    CHECK(rest.cart.totals.total == "0.00");
}

TEST_CASE_FIXTURE(Stage, "enter_code: takes off at once what it can, and is there once") {
    REQUIRE(add(7, 2));
    CHECK(enter("WELCOME10")->totals.item_discount == "3.00");
    CHECK(seen().codes.at(0).counts);
    CHECK(seen().codes.at(0).amount == "10.00");
    CHECK(slug_at(enter("WELCOME10")) == "code_already_applied at code");
    CHECK(slug_at(enter("welcome10")) == "unknown_code at code");
    CHECK_FALSE(enter("ONCE10")->codes.at(1).counts);
    now.at = noon + std::chrono::hours(25);
    CHECK(seen().totals.item_discount == "0.00");
    const auto without_it = remove_code(run(), actor, carts, shelves(), policy, {{1}, visitor});
    CHECK(without_it->codes.size() == 1);
    CHECK(slug(remove_code(run(), actor, carts, shelves(), policy, {{9}, visitor})) ==
          "unknown_code");
}

TEST_CASE_FIXTURE(Stage, "adopt_cart: at signing in both carts become one") {
    const auto ada = settle("ada");
    actor = Actor{ada};
    REQUIRE(add(1, 2));
    actor.reset();
    REQUIRE(add(1, 9));
    REQUIRE(add(7, 1));
    REQUIRE(enter("WELCOME10"));
    CHECK(adopt_cart(run(), Actor{ada}, carts, checkouts, {*visitor})->lines == 2);
    CHECK(shop.carts.size() == 1);
    CHECK_FALSE(seen().found);
    actor = Actor{ada};
    CHECK(seen().lines.at(0).quantity == 2);
    CHECK(seen().lines.at(1).sku == SkuId{7});
    CHECK(seen().codes.size() == 1);
    CHECK(adopt_cart(run(), Actor{ada}, carts, checkouts, {*visitor})->lines == 2);
}

TEST_CASE_FIXTURE(Stage, "adopt_cart: without one of either kind nothing is lost") {
    const auto ada = settle("ada");
    CHECK(adopt_cart(run(), Actor{ada}, carts, checkouts, {"nonsense"})->lines == 0);
    CHECK(shop.carts.empty());
    REQUIRE(add(7, 1));
    CHECK(adopt_cart(run(), Actor{ada}, carts, checkouts, {*visitor})->lines == 1);
    CHECK(shop.carts.at(0).owner.account == ada);
}

TEST_CASE_FIXTURE(Stage, "drop_cart: it is gone with all that was in it") {
    REQUIRE(add(1, 1));
    CHECK(drop_cart(run(), actor, carts, {visitor}));
    CHECK_FALSE(seen().found);
    CHECK(shop.carts.empty());
}

}  // namespace asterism::shop
