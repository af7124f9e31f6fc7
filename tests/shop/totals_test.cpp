#include "libcore/shop/totals.hpp"

#include <doctest/doctest.h>

#include "libcore/shop/prices.hpp"
#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

std::vector<std::int64_t> parts(std::int64_t discount, const std::vector<PricedLine>& lines) {
    std::vector<std::int64_t> out;
    const auto spread_out = spread(usd(discount), lines);
    REQUIRE(spread_out);
    for (const Money part : *spread_out) out.push_back(part.minor);
    return out;
}

using Cents = std::vector<std::int64_t>;

/// The same numbers in every run (a linear congruential generator, MMIX's constants).
class Draw {
public:
    std::int64_t upto(std::int64_t most) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::int64_t>((state_ >> 16U) % static_cast<std::uint64_t>(most + 1));
    }

private:
    std::uint64_t state_ = 7;
};

}  // namespace

TEST_CASE("totals: items less discount, and shipping less discount, make the total") {
    const auto total = total_of({usd(4'497), usd(956), "", noon}, {usd(450), usd(956)});
    CHECK(*total == Totals{usd(4'497), usd(450), usd(956), usd(956), usd(4'047)});
    CHECK(total_of({usd(0), usd(0), "", noon}, {usd(0), usd(0)})->total == usd(0));
}

TEST_CASE("totals: every cent from 0.00 to 10,000.00 is exact") {
    for (std::int64_t cents = 0; cents <= 1'000'000; ++cents) {
        if (line_total({1, usd(cents)})->minor == cents) continue;
        FAIL_CHECK("wrong: " << cents);
    }
    CHECK(*line_total({99, usd(29)}) == usd(2'871));
}

TEST_CASE("totals: beyond 2^53 is a refusal, in a line, a sum, and with shipping") {
    const PricedLine largest{1, usd(largest_amount)};
    CHECK(*line_total(largest) == usd(largest_amount));
    CHECK(slug(line_total({2, usd(largest_amount)})) == "money_overflow");
    CHECK(slug(line_total({9'999, usd(largest_amount * 1'000)})) == "money_overflow");
    const std::vector<PricedLine> two{largest, {1, usd(1)}};
    CHECK(slug(sum_of(two, Currency::usd)) == "money_overflow");
    CHECK(slug(sum_of(two, Currency::eur)) == "currency_mismatch");
    CHECK(slug(total_of({usd(largest_amount), usd(1), "", noon}, {usd(0), usd(0)})) ==
          "money_overflow");
}

TEST_CASE("totals: a discount is spread in proportion, left cents to those that lost the most") {
    CHECK(parts(100, {{1, usd(1'000)}, {1, usd(1'000)}, {1, usd(1'000)}}) == Cents{34, 33, 33});
    CHECK(parts(100, {{1, usd(333)}, {1, usd(667)}}) == Cents{33, 67});
    CHECK(parts(10, {{1, usd(1)}, {1, usd(98)}, {1, usd(1)}}) == Cents{0, 10, 0});
    CHECK(parts(50, {{1, usd(1)}, {1, usd(98)}, {1, usd(1)}}) == Cents{1, 49, 0});
    CHECK(parts(0, {{1, usd(5)}, {0, usd(5)}}) == Cents{0, 0});
    CHECK(parts(0, {}) == Cents{});
    CHECK(slug(spread(usd(6), std::vector<PricedLine>{{1, usd(5)}})) == "money_overflow");
}

TEST_CASE("totals: pieces of a line cost the same, or are a cent apart") {
    using Split = std::vector<Pieces>;
    CHECK(*reduced({3, usd(1'000)}, usd(0)) == Split{{3, usd(1'000)}});
    CHECK(*reduced({3, usd(1'000)}, usd(100)) == Split{{2, usd(967)}, {1, usd(966)}});
    CHECK(*reduced({3, usd(1'000)}, usd(3'000)) == Split{{3, usd(0)}});
    CHECK(reduced({0, usd(1'000)}, usd(0))->empty());
    CHECK(slug(reduced({1, usd(10)}, usd(11))) == "money_overflow");
}

TEST_CASE("totals: whatever the cart, parts sum to the discount and pieces to their line") {
    Draw draw;
    for (int round = 0; round < 2'000; ++round) {
        std::vector<PricedLine> lines(static_cast<std::size_t>(1 + draw.upto(11)));
        for (auto& line : lines) line = {draw.upto(9'999), usd(draw.upto(dearest))};
        const auto items = *sum_of(lines, Currency::usd);
        const auto discount = usd(draw.upto(items.minor));
        const auto shares = *spread(discount, lines);
        std::int64_t taken = 0;
        std::int64_t paid = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            taken += shares[i].minor;
            const auto pieces = reduced(lines[i], shares[i]);
            REQUIRE(pieces);
            for (const Pieces& some : *pieces) {
                paid += some.quantity * some.each.minor;
                REQUIRE(some.each.minor <= lines[i].each.minor);
                REQUIRE(some.each.minor >= 0);
            }
        }
        REQUIRE(taken == discount.minor);
        REQUIRE(paid == items.minor - discount.minor);
    }
}

}  // namespace asterism::shop
