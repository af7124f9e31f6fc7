#include "shells/outside/argon2.hpp"

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "shells/app/store.hpp"
#include "shells/outside/entropy.hpp"

namespace asterism::outside {
namespace {

using namespace std::chrono_literals;

constexpr Argon2Cost cheap{64, 1, 1};

TEST_CASE("argon2: a hash is a PHC string of the house's cost") {
    SystemEntropy entropy;
    const Argon2Hasher hasher(entropy);
    const auto hash = hasher.hash("Correct horse 1!");
    CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(hash.size() == std::string("$argon2id$v=19$m=19456,t=2,p=1$").size() + 22 + 1 + 43);
    CHECK(hasher.verify(hash, "Correct horse 1!"));
    CHECK_FALSE(hasher.verify(hash, "Correct horse 1"));
    CHECK_FALSE(hasher.outdated(hash));
}

TEST_CASE("argon2: the same password twice gives two hashes") {
    SystemEntropy entropy;
    const Argon2Hasher hasher(entropy, {.cost = cheap});
    CHECK(hasher.hash("again") != hasher.hash("again"));
}

TEST_CASE("argon2: verifies what others have made") {
    // The reference program's own test: https://github.com/P-H-C/phc-winner-argon2 src/test.c,
    // Argon2id of version 0x13, t=2, m=2^16, p=1, "password" with "somesalt".
    SystemEntropy entropy;
    const Argon2Hasher hasher(entropy, {.cost = cheap});
    const auto* hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    CHECK(hasher.verify(hash, "password"));
    CHECK_FALSE(hasher.verify(hash, "passwore"));
}

TEST_CASE("argon2: absurd costs and malformed hashes are refused at once") {
    SystemEntropy entropy;
    int alarms = 0;
    const Argon2Hasher hasher(entropy, {.cost = cheap, .alarm = [&](auto) { ++alarms; }});
    const std::string end = "$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    const auto before = std::chrono::steady_clock::now();
    for (const auto* cost : {"m=8388608,t=2,p=1", "m=65536,t=11,p=1", "m=65536,t=2,p=5",
                             "m=4294967295,t=4294967295,p=4294967295", "m=7,t=1,p=1"})
        CHECK_FALSE(hasher.verify("$argon2id$v=19$" + std::string(cost) + end, "password"));
    CHECK(alarms == 5);
    for (const auto& malformed :
         {std::string(), std::string("$argon2id$"), "$argon2i$v=19$m=64,t=1,p=1" + end,
          "$argon2id$v=16$m=64,t=1,p=1" + end, "$argon2id$v=19$m=064,t=1,p=1" + end,
          "$argon2id$v=19$m=64,t=0,p=1" + end, "$argon2id$v=19$m=64,t=1,p=1" + end + "=",
          "$argon2id$v=19$t=1,m=64,p=1" + end, "$argon2id$v=19$m=99999999999,t=1,p=1" + end,
          std::string("$argon2id$v=19$m=64,t=1,p=1$c29t$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8"),
          std::string("pbkdf2_sha256$260000$salt$hash=")})
        CHECK_FALSE(hasher.verify(malformed, "password"));
    CHECK(alarms == 5);
    CHECK(std::chrono::steady_clock::now() - before < 50ms);
}

TEST_CASE("argon2: a hash is outdated when it cost less than today's") {
    SystemEntropy entropy;
    const Argon2Hasher today(entropy, {.cost = {128, 2, 1}});
    CHECK_FALSE(today.outdated(Argon2Hasher(entropy, {.cost = {128, 2, 1}}).hash("x")));
    CHECK_FALSE(today.outdated(Argon2Hasher(entropy, {.cost = {256, 3, 1}}).hash("x")));
    CHECK(today.outdated(Argon2Hasher(entropy, {.cost = {64, 2, 1}}).hash("x")));
    CHECK(today.outdated(Argon2Hasher(entropy, {.cost = {128, 1, 1}}).hash("x")));
    CHECK(today.outdated("!"));
}

TEST_CASE("argon2: who finds the queue full is told so") {
    SystemEntropy entropy;
    const Argon2Hasher hasher(entropy, {.cost = {16'384, 10, 1}, .threads = 1, .waiting = 1});
    std::atomic<int> busy = 0;
    std::atomic<int> done = 0;
    std::vector<std::jthread> callers;
    for (int i = 0; i < 6; ++i)
        callers.emplace_back([&] {
            try {
                static_cast<void>(hasher.hash("x"));
                ++done;
            } catch (const app::Busy&) {
                ++busy;
            }
        });
    callers.clear();
    CHECK(done + busy == 6);
    CHECK(done >= 2);
    CHECK(busy >= 1);
}

TEST_CASE("argon2: an idle arena is given back, once") {
    SystemEntropy entropy;
    const Argon2Hasher hasher(entropy, {.cost = cheap});
    const auto start = std::chrono::steady_clock::now();
    CHECK(hasher.trim(start + 1h) == 0);
    const auto hash = hasher.hash("x");
    CHECK(hasher.trim(start) == 0);
    CHECK(hasher.trim(start + 1h) == 1);
    CHECK(hasher.trim(start + 2h) == 0);
    CHECK(hasher.verify(hash, "x"));
}

}  // namespace
}  // namespace asterism::outside
