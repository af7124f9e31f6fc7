#include "libcore/sky/intervals.hpp"

#include <array>
#include <vector>

#include <doctest/doctest.h>

namespace asterism::sky {

namespace {

using namespace std::chrono_literals;

constexpr Instant day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21};

constexpr Interval hours(int from, int until) {
    return {day + std::chrono::hours{from}, day + std::chrono::hours{until}};
}

std::vector<Interval> listed(std::span<const Interval> a, std::span<const Interval> b) {
    const auto both = common<8>(a, b);
    return {both.begin(), both.end()};
}

}  // namespace

TEST_CASE("common: keeps what both lists hold, cut at their borders, whichever comes first") {
    const std::array a{hours(0, 4), hours(6, 10), hours(20, 30)};
    const std::array b{hours(3, 7), hours(8, 9), hours(12, 25), hours(28, 40)};
    const std::vector expected{hours(3, 4), hours(6, 7), hours(8, 9), hours(20, 25), hours(28, 30)};
    CHECK(listed(a, b) == expected);
    CHECK(listed(b, a) == expected);
}

TEST_CASE("common: intervals that only touch share nothing") {
    CHECK(listed(std::array{hours(0, 4)}, std::array{hours(4, 8)}).empty());
    CHECK(listed(std::array{hours(0, 4)}, {}).empty());
    CHECK(listed({}, {}).empty());
}

TEST_CASE("common: an interval within another comes back whole") {
    const std::vector inner{hours(2, 3)};
    CHECK(listed(std::array{hours(0, 24)}, inner) == inner);
    CHECK(listed(inner, inner) == inner);
}

TEST_CASE("common: holds the first where there is no room for all") {
    const std::array a{hours(0, 1), hours(2, 3), hours(4, 5)};
    const auto both = common<2>(a, std::array{hours(0, 9)});
    REQUIRE(both.size() == 2);
    CHECK(both.back() == hours(2, 3));
}

}  // namespace asterism::sky
