#include "libcore/base/money.hpp"

#include <concepts>
#include <limits>

#include <doctest/doctest.h>

#include "tests/fakes/slug.hpp"

namespace asterism {
namespace {

using tests::slug;

constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

constexpr Money usd(std::int64_t minor) { return {minor, Currency::usd}; }

constexpr Money eur(std::int64_t minor) { return {minor, Currency::eur}; }

template <class T>
concept Arithmetic = requires(T a) {
    a + a;
}

|| requires(T a) { a - a; }

|| requires(T a) { a * 2; }

|| requires(T a) { a / 2; }

|| requires(T a) { a < a; };

static_assert(!Arithmetic<Money> && std::equality_comparable<Money>);

}  // namespace

TEST_CASE("money: sums and differences of one currency are exact") {
    CHECK(*add(usd(29), usd(57)) == usd(86));
    CHECK(*add(usd(most), usd(least)) == usd(-1));
    CHECK(*subtract(usd(1), usd(3)) == usd(-2));
    CHECK(*subtract(usd(least), usd(least)) == usd(0));
    CHECK(*times(eur(113), 3) == eur(339));
    CHECK(*times(eur(-113), -1) == eur(113));
}

TEST_CASE("money: what does not fit is refused, not wrapped") {
    CHECK(slug(add(usd(most), usd(1))) == "money_overflow");
    CHECK(slug(add(usd(least), usd(-1))) == "money_overflow");
    CHECK(slug(subtract(usd(least), usd(1))) == "money_overflow");
    CHECK(slug(subtract(usd(0), usd(least))) == "money_overflow");
    CHECK(slug(times(usd(most / 2 + 1), 2)) == "money_overflow");
    CHECK(slug(times(usd(least), -1)) == "money_overflow");
    CHECK(slug(share(usd(most), 10'000)) == "money_overflow");
    CHECK(slug(share(usd(most), 1)) == "money_overflow");
    CHECK(slug(share(usd(least), 1)) == "money_overflow");
}

TEST_CASE("money: currencies do not mix, and equal amounts of two are not equal") {
    CHECK(slug(add(usd(1), eur(1))) == "currency_mismatch");
    CHECK(slug(subtract(usd(1), eur(1))) == "currency_mismatch");
    CHECK(usd(1) != eur(1));
}

TEST_CASE("share: rounds halves away from zero") {
    struct Row {
        std::int64_t whole;
        std::int64_t basis_points;
        std::int64_t part;
    };

    for (const auto& [whole, basis_points, part] :
         {Row{1'005, 2'000, 201}, Row{100, 10'000, 100}, Row{1, 5'000, 1}, Row{1, 4'999, 0},
          Row{-1, 5'000, -1}, Row{-1, 4'999, 0}, Row{3, 5'000, 2}, Row{-3, 5'000, -2},
          Row{1'000, 825, 83}, Row{999, 0, 0}, Row{29, 10'000, 29}, Row{100, -2'500, -25},
          Row{100, 12'500, 125}, Row{0, 9'999, 0}}) {
        const auto this_whole = whole;
        CAPTURE(this_whole);
        const auto this_basis_points = basis_points;
        CAPTURE(this_basis_points);
        CHECK(*share(eur(whole), basis_points) == eur(part));
    }
}

TEST_CASE("split: parts sum to the whole, differ by one at most, larger ones first") {
    for (const std::int64_t total :
         {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{10}, std::int64_t{-10},
          std::int64_t{99}, std::int64_t{-101}, std::int64_t{10'000}, most, least})
        for (std::int64_t parts = 1; parts <= 40; ++parts) {
            CAPTURE(total);
            CAPTURE(parts);
            const auto dealt = split(usd(total), parts);
            REQUIRE(dealt);
            REQUIRE(std::ssize(*dealt) == parts);
            std::int64_t sum = 0;
            bool falling = true;
            for (std::size_t i = 0; i < dealt->size(); ++i) {
                sum += (*dealt)[i].minor;
                falling = falling && (i == 0 || (*dealt)[i - 1].minor >= (*dealt)[i].minor);
            }
            CHECK(sum == total);
            CHECK(falling);
            CHECK(dealt->front().minor - dealt->back().minor <= 1);
        }
}

TEST_CASE("split: into no parts is refused") {
    CHECK(slug(split(usd(10), 0)) == "bad_parts");
    CHECK(slug(split(usd(10), -1)) == "bad_parts");
}

TEST_CASE("parse_money: reads what floating point would spoil") {
    struct Row {
        std::string_view text;
        std::int64_t minor;
    };

    for (const auto& [text, minor] :
         {Row{"0.29", 29}, Row{"0.57", 57}, Row{"1.13", 113}, Row{"12.50", 1'250},
          Row{"12.5", 1'250}, Row{"-3", -300}, Row{"0", 0}, Row{"-0", 0}, Row{"-0.01", -1},
          Row{"007", 700}, Row{"90071992547409.93", 9'007'199'254'740'993},
          Row{"92233720368547758.07", most}, Row{"-92233720368547758.08", least}}) {
        const auto this_text = text;
        CAPTURE(this_text);
        const auto money = parse_money(text, Currency::gbp);
        REQUIRE(money);
        CHECK(*money == Money{minor, Currency::gbp});
    }
}

TEST_CASE("parse_money: takes digits and two decimals, nothing else") {
    for (const std::string text :
         {"", "-", ".", ".5", "1.", "1.234", "+1", "--1", "1e2", " 1", "1 ", "1,00", "1.2.3", "0x1",
          "1.-5", "NaN", "inf", "1.5-", "1_000"}) {
        CAPTURE(text);
        CHECK(slug(parse_money(text, Currency::usd)) == "bad_amount");
    }
    for (const std::string text :
         {"92233720368547758.08", "-92233720368547758.09", "1000000000000000000000"}) {
        CAPTURE(text);
        CHECK(slug(parse_money(text, Currency::usd)) == "money_overflow");
    }
}

TEST_CASE("decimal: prints two decimals that read back to the same amount") {
    CHECK(decimal(usd(0)) == "0.00");
    CHECK(decimal(usd(5)) == "0.05");
    CHECK(decimal(usd(-5)) == "-0.05");
    CHECK(decimal(usd(-1'250)) == "-12.50");
    CHECK(decimal(usd(least)) == "-92233720368547758.08");
    for (std::int64_t minor = -100'003; minor <= 100'003; minor += 37)
        REQUIRE(*parse_money(decimal(usd(minor)), Currency::usd) == usd(minor));
}

}  // namespace asterism
