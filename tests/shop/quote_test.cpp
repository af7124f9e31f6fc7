#include "libcore/shop/quote.hpp"

#include <doctest/doctest.h>

#include "libcore/shop/prices.hpp"
#include "tests/shop/goods.hpp"

namespace asterism::shop {

TEST_CASE("quote: a cart costs what its lines cost now") {
    auto now = contents();
    const auto quoted = quote(now, {}, noon);
    REQUIRE(quoted);
    CHECK(quoted->totals == Totals{usd(4'048), usd(405), usd(956), usd(0), usd(4'599)});
    CHECK(quoted->counts == std::vector<bool>{true});
    REQUIRE(quoted->lines.size() == 2);
    CHECK(quoted->lines[0].total == usd(1'050));
    CHECK(quoted->lines[1].each == usd(1'499));
    now.items[0].sku.prices.push_back({usd(400), noon});
    CHECK(quote(now, {}, noon)->totals.items == usd(4'198));
}

TEST_CASE("quote: without a way of shipping nothing is added for it") {
    auto now = contents();
    now.shipping.reset();
    CHECK(quote(now, {}, noon)->totals.total == usd(3'643));
}

TEST_CASE("quote: what has no price costs nothing yet, and what is gone is left out") {
    auto now = contents();
    now.items[0].sku.prices.clear();
    auto quoted = *quote(now, {}, noon);
    CHECK(quoted.lines.size() == 2);
    CHECK_FALSE(quoted.lines[0].each);
    CHECK(quoted.totals.items == usd(2'998));
    now.items.erase(now.items.begin());
    quoted = *quote(now, {}, noon);
    CHECK(quoted.lines.size() == 1);
    CHECK(quoted.totals.items == usd(2'998));
}

TEST_CASE("quote: of an empty cart all is nothing") {
    CHECK(quote({}, {}, noon)->totals == Totals{usd(0), usd(0), usd(0), usd(0), usd(0)});
}

TEST_CASE("quote: more money than there is, or of two currencies, is refused") {
    auto now = contents();
    now.items[0].sku.prices = {{usd(largest_amount), noon}};
    CHECK(slug(quote(now, {}, noon)) == "money_overflow");
    now = contents();
    now.items[0].sku.prices = {{{350, Currency::eur}, noon}};
    CHECK(slug(quote(now, {}, noon)) == "currency_mismatch");
}

}  // namespace asterism::shop
