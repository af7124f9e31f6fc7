#include "libcore/base/id.hpp"

#include <concepts>
#include <map>

#include <doctest/doctest.h>

namespace asterism {
namespace {

template <class A, class B>
concept Comparable = requires(A a, B b) {
    a == b;
};

template <class A, class B>
concept Ordered = requires(A a, B b) {
    a < b;
};

template <class A>
concept Countable = requires(A a) {
    ++a;
}

|| requires(A a) { a + a; };

static_assert(Comparable<AccountId, AccountId> && Ordered<AccountId, AccountId>);
static_assert(!Comparable<AccountId, SessionId> && !Ordered<AccountId, SessionId>);
static_assert(!Comparable<AccountId, std::int64_t> && !Countable<AccountId>);
static_assert(!std::constructible_from<AccountId, SessionId>);
static_assert(!std::convertible_to<std::int64_t, AccountId>);
static_assert(!std::convertible_to<AccountId, std::int64_t>);
static_assert(!std::convertible_to<AccountId, bool> && std::constructible_from<bool, AccountId>);
static_assert(sizeof(AccountId) == sizeof(std::int64_t));

}  // namespace

TEST_CASE("id: zero and below are none") {
    CHECK_FALSE(AccountId{});
    CHECK_FALSE(AccountId{-1});
    CHECK(AccountId{1});
}

TEST_CASE("id: sorts by its number") {
    const std::map<AccountId, int> ids{{AccountId{2}, 20}, {AccountId{1}, 10}};
    CHECK(ids.begin()->second == 10);
    CHECK(AccountId{1} < AccountId{2});
    CHECK(AccountId{2} == AccountId{2});
}

}  // namespace asterism
