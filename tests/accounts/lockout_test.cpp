#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

constexpr Instant noon = instant("2026-03-01T12:00:00Z");

struct Step {
    std::chrono::seconds at;  ///< after noon
    bool allowed;
    int failures;  ///< afterwards
    bool locks;    ///< the name is locked afterwards
};

void walk(std::initializer_list<Step> steps) {
    Tries tries;
    for (const auto& [at, allowed, failures, locks] : steps) {
        const auto seconds = at.count();
        CAPTURE(seconds);
        const auto [now_allowed, after] = reserve({}, tries, noon + at);
        CHECK(now_allowed == allowed);
        CHECK(after.failures == failures);
        CHECK(after.locked_until.has_value() == locks);
        if (locks && allowed) CHECK(after.locked_until == noon + at + 1h);
        if (!allowed) CHECK(after.locked_until == tries.locked_until);
        tries = after;
    }
}

}  // namespace

TEST_CASE("lockout: the fifth try is looked at and locks for an hour from then on") {
    walk({{0s, true, 1, false},
          {1s, true, 2, false},
          {2s, true, 3, false},
          {3s, true, 4, false},
          {4s, true, 5, true},
          {5s, false, 5, true},
          {4s + 3599s, false, 5, true},
          {4s + 3600s, true, 1, false}});
}

TEST_CASE("lockout: a locked try neither counts nor prolongs") {
    walk({{0s, true, 1, false},
          {0s, true, 2, false},
          {0s, true, 3, false},
          {0s, true, 4, false},
          {0s, true, 5, true},
          {1000s, false, 5, true},
          {2000s, false, 5, true},
          {3599s, false, 5, true},
          {3600s, true, 1, false}});
}

TEST_CASE("lockout: four failures are forgotten an hour after the first of them") {
    walk({{0s, true, 1, false},
          {3000s, true, 2, false},
          {3000s, true, 3, false},
          {3000s, true, 4, false},
          {3600s, true, 1, false}});
    walk({{0s, true, 1, false},
          {3000s, true, 2, false},
          {3000s, true, 3, false},
          {3000s, true, 4, false},
          {3599s, true, 5, true}});
}

TEST_CASE("lockout: a clock set back starts the count anew but opens no lock") {
    walk({{0s, true, 1, false}, {1s, true, 2, false}, {-1s, true, 1, false}, {0s, true, 2, false}});
    walk({{0s, true, 1, false},
          {0s, true, 2, false},
          {0s, true, 3, false},
          {0s, true, 4, false},
          {0s, true, 5, true},
          {-86'400s, false, 5, true},
          {3599s, false, 5, true},
          {3600s, true, 1, false}});
}

TEST_CASE("lockout: a site may set other figures") {
    const LockoutRules strict{1, 10s, 2s};
    const auto first = reserve(strict, {}, noon);
    CHECK(first.allowed);
    CHECK(first.after.locked_until == noon + 2s);
    CHECK_FALSE(reserve(strict, first.after, noon + 2s - 1us).allowed);
    CHECK(reserve(strict, first.after, noon + 2s).allowed);
}

}  // namespace asterism::accounts
