#include "libcore/shop/cart_upkeep.hpp"

#include <doctest/doctest.h>

#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

using namespace std::chrono_literals;

struct Sweeping : Scene {
    Result<accounts::CleanedUp> purge(Role role, std::optional<std::int64_t> days = {},
                                      bool dry_run = false) {
        return purge_carts(now, Actor{{99}, role}, carts, {days, dry_run});
    }
};

}  // namespace

TEST_CASE_FIXTURE(Sweeping, "purge_carts: takes visitors' carts of more than a year ago alone") {
    REQUIRE(add(1, 1));
    visitor.reset();
    actor = Actor{settle("ada")};
    REQUIRE(add(1, 1));
    actor.reset();
    now.at += 1h;
    REQUIRE(add(7, 2));
    now.at = noon + std::chrono::days{365};
    CHECK(purge(Role::admin)->count == 0);
    now.at += 1us;
    CHECK(purge(Role::admin, {}, true)->count == 1);
    CHECK(shop.carts.size() == 3);
    const auto purged = purge(Role::admin);
    CHECK(purged->count == 1);
    CHECK_FALSE(purged->more);
    CHECK(shop.carts.size() == 2);
    CHECK(purge(Role::admin, 0)->count == 1);
    REQUIRE(shop.carts.size() == 1);
    CHECK(shop.carts[0].owner.account);
}

TEST_CASE_FIXTURE(Sweeping, "purge_carts: is for admins, who say days that there are") {
    REQUIRE(add(1, 1));
    now.at += std::chrono::days{999};
    CHECK(slug(purge(Role::staff)) == "admins_only");
    CHECK(slug_at(purge(Role::admin, -1)) == "bad_days at days");
    CHECK(slug_at(purge(Role::admin, 36'501)) == "bad_days at days");
    CHECK(shop.carts.size() == 1);
}

TEST_CASE_FIXTURE(Sweeping, "purge_heard_calls: takes what was heard more than 90 days ago alone") {
    const auto sweep = [&](Role role, bool dry_run) {
        return purge_heard_calls(now, Actor{{99}, role}, calls_heard, {{}, dry_run});
    };
    CHECK(calls_heard.note("evt_1", now.at));
    now.at += 1us;
    CHECK(calls_heard.note("evt_2", now.at));
    now.at = noon + std::chrono::days{90};
    CHECK(sweep(Role::admin, false)->count == 0);
    now.at += 1us;
    CHECK(slug(sweep(Role::staff, false)) == "admins_only");
    CHECK(sweep(Role::admin, true)->count == 1);
    CHECK_FALSE(calls_heard.note("evt_1", now.at));
    const auto swept = sweep(Role::admin, false);
    CHECK(swept->count == 1);
    CHECK_FALSE(swept->more);
    CHECK_FALSE(calls_heard.note("evt_2", now.at));
}

TEST_CASE_FIXTURE(Sweeping,
                  "purge_heard_calls: what is told again after that makes no second order") {
    REQUIRE(add(1, 3));
    REQUIRE(pay());
    const auto first = hear(Signal::completed, money("cs_1"), "evt_1");
    now.at += std::chrono::days{91};
    CHECK(purge_heard_calls(now, Actor{{99}, Role::admin}, calls_heard, {})->count == 1);
    CHECK(hear(Signal::completed, money("cs_1"), "evt_1")->order == first->order);
    CHECK(shop.orders.size() == 1);
    CHECK(open_incidents().empty());
}

}  // namespace asterism::shop
