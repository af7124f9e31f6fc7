#include "shells/app/memory_cache.hpp"

#include <chrono>
#include <string>

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"

namespace asterism::app {
namespace {

using namespace std::chrono_literals;

const Instant noon = tests::instant("2026-03-01T12:00:00Z");

TEST_CASE("memory cache: keeps what it is given for its life, and says since when") {
    MemoryCache cache;
    cache.keep("a", "one", noon, 60s);
    CHECK(cache.find("a", noon + 59s)->text == "one");
    CHECK(cache.find("a", noon + 59s)->since == noon);
    CHECK_FALSE(cache.find("b", noon));
    CHECK_FALSE(cache.find("a", noon + 60s));
    CHECK(cache.bytes() == 0);
}

TEST_CASE("memory cache: what is newer takes the place of what is there") {
    MemoryCache cache;
    cache.keep("a", "one", noon, 60s);
    const auto before = cache.bytes();
    cache.keep("a", "two", noon + 30s, 60s);
    CHECK(cache.find("a", noon + 80s)->text == "two");
    CHECK(cache.bytes() == before);
}

TEST_CASE("memory cache: a clock set back keeps nothing for ever") {
    MemoryCache cache;
    cache.keep("a", "one", noon, 60s);
    CHECK(cache.find("a", noon - 1s));  // somebody who began before
    CHECK_FALSE(cache.find("a", noon - 61s));
}

TEST_CASE("memory cache: never grows beyond its bounds, and forgets what nobody asks for") {
    MemoryCache cache(10'000);
    const std::string text(1'000, 'x');
    for (int i = 0; i < 100; ++i) {
        cache.keep("key " + std::to_string(i), text, noon, 60s);
        cache.find("key 0", noon);
        CHECK(cache.bytes() <= 10'000);
    }
    CHECK(cache.find("key 0", noon));
    CHECK(cache.find("key 99", noon));
    CHECK_FALSE(cache.find("key 1", noon));
    cache.keep("too much", std::string(20'000, 'x'), noon, 60s);
    CHECK_FALSE(cache.find("too much", noon));
    CHECK(cache.find("key 99", noon));
}

}  // namespace
}  // namespace asterism::app
