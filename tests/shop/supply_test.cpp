#include "libcore/shop/supply.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {

TEST_CASE("supply: what is held is promised to one alone") {
    const Supply ten{10};
    const auto held = hold(ten, 7);
    REQUIRE(held);
    CHECK(*held == Supply{10, 7});
    CHECK(covers(*held, 3));
    CHECK_FALSE(covers(*held, 4));
    CHECK(slug(hold(*held, 4)) == "not_enough_left");
}

TEST_CASE("supply: a hold ends once, whichever way") {
    const Supply held{10, 7};
    CHECK(give_back(held, 7) == Supply{10, 0});
    CHECK(give_back(held, 9) == Supply{10, 0});
    CHECK(take_held(held, 7) == Supply{3, 0});
    CHECK(take_held(take_held(held, 7), 7) == Supply{3, 0});
}

TEST_CASE("supply: what nobody counts has no end, and still knows what is held") {
    const Supply endless;
    CHECK(covers(endless, std::numeric_limits<std::int64_t>::max()));
    CHECK(*hold(endless, 5) == Supply{{}, 5});
    CHECK(take_held(*hold(endless, 5), 5) == endless);
    CHECK(*refill(endless, 5) == endless);
}

TEST_CASE("supply: it never grows beyond what a number holds") {
    CHECK(*refill(Supply{3, 2}, 4) == Supply{7, 2});
    CHECK(slug(refill(Supply{std::numeric_limits<std::int64_t>::max()}, 1)) == "money_overflow");
}

TEST_CASE("supply: of fifty buyers of ten pieces ten get one") {
    Supply supply{10};
    int sold = 0;
    for (int buyer = 0; buyer < 50; ++buyer) {
        const auto held = hold(supply, 1);
        if (!held) continue;
        supply = buyer % 2 == 0 ? take_held(*held, 1) : *held;  // every other one dawdles
        ++sold;
    }
    CHECK(sold == 10);
    CHECK(supply == Supply{5, 5});
}

}  // namespace asterism::shop
