#include "libcore/base/rate.hpp"

#include <algorithm>
#include <array>
#include <random>

#include <doctest/doctest.h>

namespace asterism {
namespace {

using namespace std::chrono_literals;

constexpr Rate login{5, 60s};
constexpr Rate reads{6'000, 3'600s};
constexpr Moment start = 1'000'000s;

bool pass(Bucket& bucket, const Rate& rate, Moment now) {
    if (bucket.wait(rate, now) > 0us) return false;
    bucket.add(rate, now);
    return true;
}

/// The most that are within one window, wherever it begins.
std::size_t most_within(const std::vector<Moment>& passes, Moment window) {
    std::size_t most = 0;
    for (auto first = passes.begin(), end = first; first != passes.end(); ++first) {
        while (end != passes.end() && *end < *first + window) ++end;
        most = std::max(most, static_cast<std::size_t>(end - first));
    }
    return most;
}

/// Passes of somebody who comes at random, now in a rush and now slowly, for `windows` windows.
std::vector<Moment> storm(const Rate& rate, std::mt19937& dice, int windows) {
    Bucket bucket;
    std::vector<Moment> passed;
    const Moment window = rate.window;
    Moment pace = window / rate.most;
    for (Moment now = start; now < start + window * windows;) {
        if (pass(bucket, rate, now)) passed.push_back(now);
        if (dice() % 50 == 0) pace = window / (1 + dice() % (3 * rate.most));
        now += Moment(dice() % (2 * pace.count() + 1));
        if (dice() % (5 * rate.most) == 0)
            now = start + (now - start) / window * window + window;  // an edge
    }
    return passed;
}

TEST_CASE("rate: so many pass, and the next is told exactly how long to wait") {
    Bucket bucket;
    for (int i = 0; i < 5; ++i) CHECK(pass(bucket, login, start + i * 1s));
    CHECK(bucket.wait(login, start + 4s) == 56s);
    CHECK(bucket.wait(login, start + 60s - 1us) == 1us);
    CHECK(bucket.wait(login, start + 60s) == 0us);
}

TEST_CASE("rate: a boundary of the clock opens nothing twice") {
    Bucket bucket;
    for (int i = 0; i < 5; ++i) CHECK(pass(bucket, login, start + 59s));
    int more = 0;
    for (int i = 0; i < 50; ++i) more += pass(bucket, login, start + 60s + i * 1s);
    CHECK(more == 0);
    CHECK(pass(bucket, login, start + 119s));
}

TEST_CASE("rate: who is refused is not made to wait longer for having asked") {
    Bucket bucket;
    for (int i = 0; i < 5; ++i) pass(bucket, login, start);
    for (int i = 0; i < 100; ++i) CHECK_FALSE(pass(bucket, login, start + 59s));
    CHECK(pass(bucket, login, start + 60s));
}

TEST_CASE("rate: a small rate never lets more through in any window, and does not waste one") {
    std::mt19937 dice(1);
    for (const Rate rate : {Rate{1, 1s}, login, Rate{30, 3'600s}, Rate{100, 3'600s}}) {
        const auto passed = storm(rate, dice, 40);
        CHECK(most_within(passed, rate.window) == rate.most);
    }
}

TEST_CASE("rate: a large rate never lets more than a tenth above it through in any window") {
    std::mt19937 dice(2);
    for (const Rate rate : {Rate{101, 60s}, Rate{1'000, 3'600s}, reads}) {
        const auto passed = storm(rate, dice, 6);
        CHECK(most_within(passed, rate.window) <= rate.most + rate.most / 10);
        CHECK(most_within(passed, rate.window) >= rate.most - 1);
    }
}

TEST_CASE("rate: a large rate takes a tenth at once, then one by one") {
    Bucket bucket;
    int at_once = 0;
    while (pass(bucket, reads, start)) ++at_once;
    CHECK(at_once == 600);
    CHECK(bucket.wait(reads, start) == 600ms);
    CHECK_FALSE(pass(bucket, reads, start + 600ms - 1us));
    CHECK(pass(bucket, reads, start + 600ms));
    CHECK_FALSE(pass(bucket, reads, start + 600ms));
}

TEST_CASE("rate: an hour of quiet is not saved up") {
    Bucket bucket;
    pass(bucket, reads, start);
    int at_once = 0;
    while (pass(bucket, reads, start + 10h)) ++at_once;
    CHECK(at_once == 600);
}

TEST_CASE("rate: a clock set back forgets nothing and makes nobody wait longer") {
    for (const Rate rate : {login, reads}) {
        for (const Moment back : {Moment(1us), Moment(10s), Moment(24h)}) {
            Bucket bucket;
            while (pass(bucket, rate, start)) {
            }
            const auto wait = bucket.wait(rate, start);
            CHECK(bucket.wait(rate, start - back) == wait);
            CHECK_FALSE(pass(bucket, rate, start - back));
            CHECK(pass(bucket, rate, start - back + rate.window));
        }
    }
}

TEST_CASE("rate: a clock set back takes nothing away from who has hardly asked") {
    for (const Rate rate : {login, reads}) {
        Bucket bucket;
        CHECK(pass(bucket, rate, start));
        CHECK(pass(bucket, rate, start - 10h));
    }
}

TEST_CASE("rate: a clock set back in the middle still lets no more through") {
    Bucket bucket;
    for (int i = 0; i < 3; ++i) CHECK(pass(bucket, login, start + 50s));
    CHECK(pass(bucket, login, start));
    CHECK(pass(bucket, login, start + 10s));
    CHECK_FALSE(pass(bucket, login, start + 59s));
    CHECK(pass(bucket, login, start + 60s));
}

TEST_CASE("rate: what is taken back makes room for one, once") {
    for (const Rate rate : {login, reads}) {
        Bucket bucket;
        while (pass(bucket, rate, start)) {
        }
        bucket.take_back(rate, start, start + 1ms);
        CHECK(pass(bucket, rate, start));
        CHECK_FALSE(pass(bucket, rate, start));
    }
}

TEST_CASE("rate: what no longer counts cannot be taken back") {
    Bucket exact;
    exact.add(login, start);
    for (int i = 0; i < 5; ++i) exact.add(login, start + 60s);
    exact.take_back(login, start, start + 60s);
    CHECK(exact.wait(login, start + 60s) == 60s);
    Bucket coarse;
    coarse.add(reads, start);
    while (pass(coarse, reads, start + 1h)) {
    }
    coarse.take_back(reads, start, start + 1h);
    CHECK(coarse.wait(reads, start + 1h) == 600ms);
}

}  // namespace
}  // namespace asterism
