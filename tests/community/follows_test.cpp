#include "libcore/community/follows.hpp"

#include <doctest/doctest.h>

#include "libcore/base/page.hpp"
#include "libcore/community/use_cases.hpp"
#include "tests/accounts/scene.hpp"
#include "tests/fakes/memory_profiles.hpp"

namespace asterism::community {
namespace {

using accounts::handle;
using tests::slug;
using tests::slug_at;
using Handles = std::vector<std::string>;

struct Stage : accounts::Scene {
    AccountId person(const std::string& name, bool active = true) {
        return settle({.handle = name, .email = name + "@example.org", .active = active});
    }

    Result<FollowView> follow(AccountId who, std::string_view whom) {
        return follow_account(now, Actor{who}, accounts, follows, events, {handle(whom)});
    }

    Result<FollowView> leave(AccountId who, std::string_view whom) {
        return unfollow_account(Actor{who}, accounts, follows, events, {handle(whom)});
    }

    PublicProfile seen(std::string_view name, std::optional<Actor> by = {}) {
        return *show_profile(by, accounts, profiles, {handle(name)});
    }

    Result<FollowPage> followers(std::string_view name, std::optional<FollowId> after = {},
                                 std::optional<std::int64_t> page = {},
                                 std::optional<std::int64_t> limit = {}) {
        return list_followers({}, accounts, follows, {handle(name), after, page, limit});
    }

    static Handles handles(const FollowPage& page) {
        Handles out;
        for (const auto& each : page.items) out.push_back(each.handle);
        return out;
    }

    tests::MemoryProfiles profiles{tables, calls};
    tests::MemoryFollows follows{tables, calls};
};

TEST_CASE_FIXTURE(Stage, "follow_account: counts on both ends, once, and tells so once") {
    const auto ada = person("ada");
    const auto bob = person("bob");
    CHECK(follow(ada, "bob")->changed);
    const auto again = follow(ada, "bob");
    CHECK(again->followed);
    CHECK_FALSE(again->changed);
    CHECK(seen("bob").stats.followers == 1);
    CHECK(seen("ada").stats.following == 1);
    CHECK(seen("bob").stats.following == 0);
    REQUIRE(events.count() == 1);
    CHECK(events.at<Followed>(0)->followed == bob);
    CHECK(seen("bob", Actor{ada}).followed == true);
    CHECK(seen("ada", Actor{bob}).followed == false);
    CHECK_FALSE(seen("bob").followed);
    CHECK_FALSE(seen("bob", Actor{bob}).followed);
}

TEST_CASE_FIXTURE(Stage, "follow_account: not oneself, nobody locked, and not the site's own") {
    const auto ada = person("ada");
    person("gone", false);
    const auto house = person("house");
    tables.accounts.at(static_cast<std::size_t>(house.value - 1)).account.system = true;
    CHECK(slug(follow(ada, "ada")) == "own_follow");
    CHECK(slug(follow(ada, "gone")) == "unknown_profile");
    CHECK(slug(follow(ada, "house")) == "unknown_profile");
    CHECK(slug(follow(ada, "nobody")) == "unknown_profile");
    CHECK(tables.follows.empty());
    CHECK(events.count() == 0);
}

TEST_CASE_FIXTURE(Stage, "unfollow_account: undoes it, even where the other is locked by now") {
    const auto ada = person("ada");
    const auto bob = person("bob");
    REQUIRE(follow(ada, "bob"));
    accounts.set_active(bob, false);
    CHECK(seen("ada").stats.following == 0);
    CHECK(leave(ada, "bob")->changed);
    CHECK_FALSE(leave(ada, "bob")->changed);
    CHECK(slug(leave(ada, "nobody")) == "unknown_profile");
    accounts.set_active(bob, true);
    CHECK(seen("bob").stats.followers == 0);
}

TEST_CASE_FIXTURE(Stage, "list_followers: goes on where the page before ended") {
    const auto star = person("star");
    for (const auto* name : {"ann", "ben", "cat"}) REQUIRE(follow(person(name), "star"));
    const auto first = followers("star", {}, {}, 2);
    CHECK(handles(*first) == Handles{"cat", "ben"});
    CHECK(first->count == 3);
    REQUIRE(first->next);
    const auto rest = followers("star", first->next, {}, 2);
    CHECK(handles(*rest) == Handles{"ann"});
    CHECK_FALSE(rest->next);
    REQUIRE(follow(star, "ann"));
    CHECK(handles(*list_following({}, accounts, follows, {handle("star"), {}, {}, {}})) ==
          Handles{"ann"});
}

TEST_CASE_FIXTURE(Stage, "list_followers: pages have numbers, and only those there are") {
    person("star");
    CHECK(followers("star", {}, 1)->pages == 1);  // a list with nothing in it has one page
    for (const auto* name : {"ann", "ben", "cat"}) REQUIRE(follow(person(name), "star"));
    CHECK(handles(*followers("star", {}, 2, 2)) == Handles{"ann"});
    CHECK(handles(*followers("star", {}, -1, 2)) == Handles{"ann"});
    CHECK(followers("star", {}, -1, 2)->page == 2);
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{3}, std::int64_t{-3},
          std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()})
        CHECK(slug(followers("star", {}, number, 2)) == "no_such_page");
    CHECK(slug_at(followers("star", {}, {}, 0)) == "bad_follow_page at limit");
    CHECK(slug_at(followers("star", {}, {}, 101)) == "bad_follow_page at limit");
    CHECK(slug_at(followers("star", FollowId{1}, 1)) == "two_places at page");
    CHECK(slug(followers("nobody")) == "unknown_profile");
}

TEST_CASE_FIXTURE(Stage, "follows: an account that goes takes them along, on both ends") {
    const auto ada = person("ada");
    const auto bob = person("bob");
    REQUIRE(follow(ada, "bob"));
    REQUIRE(follow(bob, "ada"));
    forget_follows(follows, {ada, "ada"});
    CHECK(tables.follows.empty());
    CHECK(seen("bob").stats.followers == 0);
}

static_assert(numbered_page(0, 20, 1)->offset == 0);
static_assert(numbered_page(20, 20, 1)->pages == 1);
static_assert(numbered_page(21, 20, 2)->offset == 20);
static_assert(!numbered_page(20, 20, 2));

}  // namespace
}  // namespace asterism::community
