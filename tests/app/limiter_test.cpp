#include <array>
#include <atomic>
#include <latch>
#include <set>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "shells/app/memory_limiter.hpp"

namespace asterism::app {
namespace {

using namespace std::chrono_literals;

constexpr Payer somebody{1, 2};
constexpr Payer another{1, 3};
constexpr std::array few{Toll{1, {2, 60s}}};
constexpr std::array two_limits{Toll{1, {2, 60s}}, Toll{2, {5, 3'600s}}};

struct Set {
    Moment now = 1'000s;
    MemoryLimiter limiter{[this] { return now; }};

    bool charge(std::span<const Toll> tolls, const Payer& payer = somebody) {
        return static_cast<bool>(limiter.charge(payer, tolls));
    }
};

TEST_CASE_FIXTURE(Set, "limiter: payers and limits are counted apart") {
    CHECK(charge(few));
    CHECK(charge(few));
    CHECK_FALSE(charge(few));
    CHECK(charge(few, another));
    CHECK(charge(std::array{Toll{9, {2, 60s}}}));
    now += 60s;
    CHECK(charge(few));
}

TEST_CASE_FIXTURE(Set, "limiter: a charge that one limit refuses costs nothing at the others") {
    for (int minute = 0; minute < 2; ++minute) {
        CHECK(charge(two_limits));
        CHECK(charge(two_limits));
        for (int i = 0; i < 10; ++i) CHECK_FALSE(charge(two_limits));
        now += 60s;
    }
    CHECK(charge(two_limits));  // the fifth of the hour: the refused ones were not counted
    CHECK_FALSE(charge(two_limits));
}

TEST_CASE_FIXTURE(Set, "limiter: the wait is until all limits would let it pass") {
    for (int minute = 0; minute < 3; ++minute) {
        charge(two_limits);
        charge(two_limits);
        now += 60s;
    }
    CHECK(limiter.charge(somebody, two_limits).wait == 3'600s - 180s);
}

TEST_CASE_FIXTURE(Set, "limiter: what is given back may be had again") {
    charge(few);
    const auto receipt = limiter.charge(somebody, few);
    now += 1s;
    limiter.give_back(somebody, few, receipt);
    CHECK(charge(few));
    CHECK_FALSE(charge(few));
}

TEST_CASE("limiter: of fifty at the same time as many pass as may") {
    MemoryLimiter limiter;
    constexpr std::array tolls{Toll{1, {20, 3'600s}}};
    std::latch ready{50};
    std::atomic<int> passed = 0;
    {
        std::vector<std::jthread> crowd;
        for (int i = 0; i < 50; ++i)
            crowd.emplace_back([&] {
                ready.arrive_and_wait();
                if (limiter.charge(somebody, tolls)) ++passed;
            });
    }
    CHECK(passed == 20);
}

TEST_CASE("limiter: a flood of payers does not grow it, and forgets the longest unused first") {
    Moment now = 1'000s;
    MemoryLimiter limiter([&] { return now; }, 1'600);
    for (int i = 0; i < 2; ++i) limiter.charge(somebody, few);
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        limiter.charge({i, i * 0x9E3779B97F4A7C15U}, few);
        if (i % 16 == 0) CHECK_FALSE(limiter.charge(somebody, two_limits));  // used, hence kept
    }
    CHECK(limiter.buckets() <= 1'600);
    CHECK_FALSE(limiter.charge(somebody, few));
}

}  // namespace
}  // namespace asterism::app
