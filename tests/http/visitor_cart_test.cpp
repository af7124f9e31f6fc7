// What becomes of a visitor's cart when he signs in.

#include <doctest/doctest.h>

#include "libcore/shop/cart_cases.hpp"
#include "shells/http/signed_cookie.hpp"
#include "tests/http/site.hpp"

namespace asterism::http::testing {
namespace {

/// Clips in the cart of a visitor, whose browser has the cookie.
struct Shop : Site {
    Shop() {
        shop::Product clips;
        clips.id = {1};
        clips.identifier = "clips";
        shop::Sku silver;
        silver.id = {1};
        silver.product = {1};
        silver.prices = {{{350, Currency::usd}, now}};
        shop::Sku gold = silver;
        gold.id = {2};
        clips.skus = {silver, gold};
        store.tables.shop.products = {clips};
    }

    /// Whoever puts it there; a visitor gets the cookie.
    void put(std::optional<Actor> actor, std::int64_t sku, std::int64_t quantity) {
        const auto added =
            app.run<&shop::add_to_cart>({actor, caller, policy}, shop::AddToCart{{sku}, quantity});
        REQUIRE(added);
        if (added->visitor) jar["an_ct"] = signed_value(signer, "an_ct", *added->visitor, now);
    }

    std::vector<shop::CartLine> lines_of(AccountId account) {
        std::vector<shop::CartLine> out;
        store.read([&](app::Unit& unit) {
            if (const auto cart = unit.carts().find({account, ""})) out = cart->lines;
        });
        return out;
    }

    std::size_t carts() const { return store.tables.shop.carts.size(); }

    AccountId ada = account("ada");
    Caller caller;
    accounts::Policy policy;
};

TEST_CASE_FIXTURE(Shop, "sign in: a visitor's cart comes along, and its cookie goes") {
    put(std::nullopt, 1, 2);
    CHECK(sign_in("ada").status == 200);
    CHECK(lines_of(ada) == std::vector<shop::CartLine>{{{1}, 2}});
    CHECK(carts() == 1);
    CHECK_FALSE(jar.contains("an_ct"));
}

TEST_CASE_FIXTURE(Shop, "sign in: what the account had in its cart stays as it was") {
    put(Actor{ada}, 1, 5);
    put(std::nullopt, 2, 1);
    store.tables.shop.carts.back().lines.push_back({{1}, 9});
    CHECK(sign_in("ada").status == 200);
    CHECK(lines_of(ada) == std::vector<shop::CartLine>{{{1}, 5}, {{2}, 1}});
    CHECK(carts() == 1);
}

TEST_CASE_FIXTURE(Shop, "sign in: with a wrong password the visitor keeps his cart") {
    put(std::nullopt, 1, 2);
    CHECK(ask(Verb::post, "/v1/sessions", R"({"identifier":"ada","password":"Wrong.Horse7"})")
              .status == 401);
    CHECK(lines_of(ada).empty());
    CHECK(jar.contains("an_ct"));
}

TEST_CASE_FIXTURE(Shop, "sign in: nobody takes along a cart whose cookie is not ours") {
    put(std::nullopt, 1, 2);
    jar["an_ct"].back() = jar["an_ct"].back() == 'x' ? 'y' : 'x';
    CHECK(sign_in("ada").status == 200);
    CHECK(lines_of(ada).empty());
    CHECK(carts() == 1);
    CHECK_FALSE(jar.contains("an_ct"));
}

}  // namespace
}  // namespace asterism::http::testing
