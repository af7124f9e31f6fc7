#include "libcore/shop/discounts.hpp"

#include <doctest/doctest.h>

#include "libcore/shop/prices.hpp"
#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

using std::chrono::microseconds;

constexpr auto newest = DiscountRule::first_that_counts;
constexpr auto older = DiscountRule::first_uncombinable;

Discount code(DiscountKind kind, std::int64_t amount, std::int64_t minimum = 0,
              bool combinable = false) {
    static std::int64_t last = 0;
    const std::string ground = kind == DiscountKind::free_shipping ? "USPSRetailGround" : "";
    return {{++last},   "CODE", "", kind, amount, usd(minimum), noon, noon + std::chrono::hours(24),
            combinable, ground};
}

Discount percent(std::int64_t hundredths, std::int64_t minimum = 0, bool combinable = false) {
    return code(DiscountKind::percent_off, hundredths, minimum, combinable);
}

Discount dollars(std::int64_t cents, std::int64_t minimum = 0, bool combinable = false) {
    return code(DiscountKind::amount_off, cents, minimum, combinable);
}

Discount shipping(std::int64_t minimum = 0, bool combinable = true) {
    return code(DiscountKind::free_shipping, 10'000, minimum, combinable);
}

struct Off {
    std::int64_t items;
    std::int64_t shipping;
    std::vector<bool> counts;

    friend bool operator==(const Off&, const Off&) = default;
};

Off off(std::int64_t items, const std::vector<Discount>& codes, DiscountRule rule = newest,
        std::string_view method = "USPSRetailGround", Instant at = noon) {
    const auto reduction = reduce({usd(items), usd(956), method, at}, codes, rule);
    REQUIRE(reduction);
    return {reduction->items.minor, reduction->shipping.minor, reduction->counts};
}

}  // namespace

TEST_CASE("discounts: percents are rounded once, halves up, and never leave less than nothing") {
    CHECK(off(4'497, {percent(1'000)}) == Off{450, 0, {true}});
    CHECK(off(2'545, {percent(1'000)}) == Off{255, 0, {true}});
    CHECK(off(2'544, {percent(1'000)}) == Off{254, 0, {true}});
    CHECK(off(1, {percent(4'999)}) == Off{0, 0, {true}});
    CHECK(off(1, {percent(5'000)}) == Off{1, 0, {true}});
    CHECK(off(999, {percent(10'000)}) == Off{999, 0, {true}});
}

TEST_CASE("discounts: an amount is capped at what the items cost") {
    CHECK(off(4'497, {dollars(1'000)}) == Off{1'000, 0, {true}});
    CHECK(off(999, {dollars(1'000)}) == Off{999, 0, {true}});
    CHECK(off(0, {dollars(1'000)}) == Off{0, 0, {true}});
}

TEST_CASE("discounts: a minimum is met by as much, and not by a cent less") {
    CHECK(off(2'000, {dollars(1'000, 2'000)}) == Off{1'000, 0, {true}});
    CHECK(off(1'999, {dollars(1'000, 2'000)}) == Off{0, 0, {false}});
}

TEST_CASE("discounts: shipping is free by the code's own method alone") {
    CHECK(off(100, {shipping()}) == Off{0, 956, {true}});
    CHECK(off(100, {shipping(101)}) == Off{0, 0, {false}});
    CHECK(off(100, {shipping()}, newest, "UPSGround") == Off{0, 0, {false}});
    CHECK(off(100, {shipping()}, newest, "") == Off{0, 0, {false}});
    CHECK(off(100, {shipping(), shipping()}) == Off{0, 956, {true, false}});
}

TEST_CASE("discounts: free months are listed and touch no money") {
    CHECK(off(5'000, {code(DiscountKind::free_months, 300)}) == Off{0, 0, {false}});
}

TEST_CASE(
    "discounts: of the codes off the items the first that can counts, beside one off shipping") {
    CHECK(off(4'000, {percent(1'000), dollars(1'000)}) == Off{400, 0, {true, false}});
    CHECK(off(4'000, {dollars(1'000), percent(1'000)}) == Off{1'000, 0, {true, false}});
    CHECK(off(4'000, {percent(5'000, 5'000), dollars(1'000)}) == Off{1'000, 0, {false, true}});
    CHECK(off(4'000, {percent(1'000, 0, true), shipping(), percent(2'000)}) ==
          Off{400, 956, {true, true, false}});
}

TEST_CASE("discounts: by the older rule the first that cannot be combined takes the turn") {
    CHECK(off(4'000, {percent(5'000, 5'000), dollars(1'000)}, older) == Off{0, 0, {false, false}});
    CHECK(off(4'000, {percent(5'000, 0, true), dollars(1'000)}, older) ==
          Off{1'000, 0, {false, true}});
    CHECK(off(4'000, {percent(5'000, 0, true)}, older) == Off{0, 0, {false}});
    CHECK(off(4'000, {dollars(1'000), shipping(), shipping(0, false)}, older) ==
          Off{1'000, 956, {true, true, false}});
}

TEST_CASE("discounts: what is over or used up stays in the cart and takes nothing off") {
    auto once = dollars(1'000);
    const auto last = once.ends;
    CHECK(off(4'000, {once}, newest, "", last).items == 1'000);
    CHECK(off(4'000, {once, dollars(500)}, newest, "", last + microseconds(1)).items == 0);
    once.uses = {0};
    CHECK(off(4'000, {once, dollars(500)}) == Off{500, 0, {false, true}});
    once.uses = {1, 1};  // held by the checkout that is under way, perhaps this one's
    CHECK(off(4'000, {once}).items == 1'000);
}

TEST_CASE("discounts: a code is refused for the first of its faults") {
    auto single = dollars(1'000, 100'000);
    const std::vector<DiscountId> none;
    const std::vector<DiscountId> has{single.id};
    CHECK(slug(entry_refusal({}, none, noon)) == "unknown_code");
    CHECK(slug(entry_refusal(single, has, single.starts - microseconds(1))) == "code_not_active");
    CHECK(slug(entry_refusal(single, has, single.ends + microseconds(1))) == "code_not_active");
    CHECK(slug(entry_refusal(single, has, single.ends)) == "code_already_applied");
    single.uses = {1, 1};
    CHECK(slug(entry_refusal(single, none, noon)) == "code_used_up");
    single.uses = {1};
    CHECK(slug(entry_refusal(single, none, single.starts)) == "ok");  // whatever its minimum
}

TEST_CASE("discounts: nobody makes a code that is no code or takes off nothing") {
    const auto made = [](auto change) {
        auto discount = percent(1'000);
        change(discount);
        return slug(definition_refusal(discount));
    };
    CHECK(made([](Discount&) {}) == "ok");
    CHECK(made([](Discount& d) { d.code = ""; }) == "bad_code");
    CHECK(made([](Discount& d) { d.code = std::string(101, 'A'); }) == "bad_code");
    CHECK(made([](Discount& d) { d.code = "TEN OFF"; }) == "bad_code");
    CHECK(made([](Discount& d) { d.amount = 0; }) == "bad_discount");
    CHECK(made([](Discount& d) { d.amount = 10'001; }) == "bad_discount");
    CHECK(made([](Discount& d) {
              d.kind = DiscountKind::amount_off;
              d.amount = 10'001;
          }) == "ok");
    CHECK(made([](Discount& d) { d.order_minimum = usd(-1); }) == "bad_price");
    CHECK(made([](Discount& d) { d.ends = d.starts - microseconds(1); }) == "bad_dates");
    CHECK(made([](Discount& d) { d.uses = {-1}; }) == "bad_discount");
}

TEST_CASE("discounts: a share too large to compute is refused") {
    CHECK(slug(reduce({usd(largest_amount), usd(0), "", noon}, std::vector{percent(10'000)},
                      newest)) == "money_overflow");
}

}  // namespace asterism::shop
