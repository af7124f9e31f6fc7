#include "libcore/shop/cart.hpp"

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

constexpr SkuId clip{1};
constexpr SkuId band{7};

Cart cart_of(std::vector<CartLine> lines, std::vector<DiscountId> codes = {},
             std::optional<ShippingMethodId> shipping = {}) {
    return {{1}, {{5}, ""}, std::move(lines), std::move(codes), shipping};
}

using Lines = std::vector<CartLine>;

}  // namespace

TEST_CASE("cart: the same thing again is more pieces of one line") {
    const auto cart = with_more(cart_of({{clip, 2}}), clip, 3, {});
    CHECK(cart->lines == Lines{{clip, 5}});
    CHECK(with_more(*cart, band, 1, {})->lines == Lines{{clip, 5}, {band, 1}});
}

TEST_CASE("cart: a line has from 1 to 9,999 pieces, however they came") {
    const auto cart = cart_of({{clip, 9'998}});
    CHECK(with_more(cart, clip, 1, {})->lines == Lines{{clip, 9'999}});
    CHECK(slug_at(with_more(cart, clip, 2, {})) == "quantity_out_of_range at quantity");
    for (const std::int64_t count : {-5, 0, 10'000}) {
        CHECK(slug(with_more(cart, band, count, {})) == "quantity_out_of_range");
        CHECK(slug(with_quantity(cart, clip, count, {})) == "quantity_out_of_range");
    }
    CHECK(with_quantity(cart, clip, 1, {})->lines == Lines{{clip, 1}});
    CHECK(with_quantity(cart, clip, 9'999, {})->lines == Lines{{clip, 9'999}});
}

TEST_CASE("cart: a site may ask for less at once, and keep lines of no pieces") {
    Policy policy;
    policy.fewest = 0;
    policy.most = 99;
    CHECK(slug(with_more(cart_of({}), clip, 100, policy)) == "quantity_out_of_range");
    const auto none = with_quantity(*with_more(cart_of({}), clip, 99, policy), clip, 0, policy);
    CHECK(none->lines == Lines{{clip, 0}});
    CHECK(is_empty(*none));
    CHECK(with_more(cart_of({{clip, 99}}), clip, 99, policy)->lines == Lines{{clip, 198}});
    CHECK_FALSE(is_empty(cart_of({{clip, 0}, {band, 1}})));
    CHECK(is_empty(cart_of({})));
}

TEST_CASE("cart: a hundred different things are the most") {
    Cart cart;
    for (std::int64_t id = 1; id <= 100; ++id) cart = *with_more(cart, {id}, 1, {});
    CHECK(slug(with_more(cart, {101}, 1, {})) == "too_many_lines");
    CHECK(with_more(cart, {100}, 1, {}));
}

TEST_CASE("cart: what is taken out takes the way of shipping with it") {
    const auto cart = cart_of({{clip, 1}, {band, 2}}, {{4}}, ShippingMethodId{2});
    const auto less = without(cart, clip);
    CHECK(less->lines == Lines{{band, 2}});
    CHECK_FALSE(less->shipping);
    CHECK(less->discounts == cart.discounts);
    CHECK(slug(without(*less, clip)) == "unknown_line");
    CHECK(slug(with_quantity(*less, clip, 1, {})) == "unknown_line");
    CHECK(without(cart, DiscountId{4}).discounts.empty());
    CHECK(without(cart, DiscountId{3}) == cart);
}

TEST_CASE("cart: at log-in the account's cart wins, and gains what it lacks") {
    const auto own = cart_of({{clip, 2}}, {{1}}, ShippingMethodId{2});
    Cart visitors{{9}, {{}, "cookie"}, {{clip, 50}, {band, 3}}, {{2}, {1}}, ShippingMethodId{4}};
    const auto both = merged(own, visitors);
    CHECK(both.lines == Lines{{clip, 2}, {band, 3}});
    CHECK(both.discounts == std::vector<DiscountId>{{1}, {2}});
    CHECK(both.shipping == ShippingMethodId{2});
    CHECK(both.owner == own.owner);
    CHECK(both.id == own.id);
    CHECK(merged(cart_of({}), visitors).shipping == ShippingMethodId{4});
    CHECK(merged(both, visitors) == both);  // twice is as good as once
}

TEST_CASE("policy: who may check out stands in a list, or everybody may, or nobody") {
    CHECK(invited("*", "ada"));
    CHECK(invited("bob, ada", "ada"));
    CHECK_FALSE(invited("bob,ada", "Ada"));
    CHECK_FALSE(invited("bob", "bo"));
    CHECK_FALSE(invited("", "ada"));
    CHECK_FALSE(invited("bob,,", ""));
    CHECK_FALSE(invited(std::nullopt, "ada"));
}

}  // namespace asterism::shop
