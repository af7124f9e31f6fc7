#include "shells/http/router.hpp"

#include <array>
#include <stdexcept>

#include <doctest/doctest.h>

#include "shells/http/dialects/starview/starview.hpp"

namespace asterism::http {
namespace {

constexpr std::array rows{
    Route{Verb::get, "/v1/accounts/{handle}", "show_account", Access::admin, limits::none},
    Route{Verb::get, "/v1/accounts/me", "who_am_i", Access::account, limits::none},
    Route{Verb::put, "/v1/accounts/{handle}", "set_role", Access::admin, limits::none},
};
constexpr std::array same_again{
    Route{Verb::get, "/v1/accounts/{handle}", "show_account", Access::admin, limits::none}};
constexpr Dialect first{"first", rows, {}, nullptr};
constexpr Dialect second{"second", same_again, {}, nullptr};

Match found(const Router& router, Verb verb, std::string_view path) {
    static Target target;
    REQUIRE(read_target(path, target));
    Match match;
    router.find(verb, target, match);
    return match;
}

TEST_CASE("router: a fixed segment wins over a placeholder") {
    const std::vector<Mount> mounts{{&first, {}}};
    const Router router(mounts);
    CHECK(found(router, Verb::get, "/v1/accounts/me").route == &rows[1]);
    const auto caught = found(router, Verb::get, "/v1/accounts/alice");
    REQUIRE(caught.route == &rows[0]);
    REQUIRE(caught.caught.size() == 1);
    CHECK(caught.caught[0] == std::pair<std::string_view, std::string_view>{"handle", "alice"});
}

TEST_CASE("router: HEAD is GET, and an unknown verb tells the known ones") {
    const std::vector<Mount> mounts{{&first, {}}};
    const Router router(mounts);
    CHECK(found(router, Verb::head, "/v1/accounts/me").route == &rows[1]);
    const auto wrong = found(router, Verb::del, "/v1/accounts/alice");
    CHECK(wrong.route == nullptr);
    CHECK(wrong.knows(Verb::get));
    CHECK(wrong.knows(Verb::put));
    CHECK_FALSE(wrong.knows(Verb::post));
}

TEST_CASE("router: paths must match whole") {
    const std::vector<Mount> mounts{{&first, {}}};
    const Router router(mounts);
    for (const auto* path : {"/", "/v1", "/v1/accounts", "/v1/accounts/", "/v1/accounts/me/",
                             "/v1/accounts/me/x", "/V1/accounts/me", "//v1/accounts/me"}) {
        CAPTURE(path);
        CHECK(found(router, Verb::get, path).verbs == 0);
    }
}

TEST_CASE("router: two rows for one request do not start") {
    const std::vector<Mount> mounts{{&first, {}}, {&second, {}}};
    CHECK_THROWS_AS(Router{mounts}, std::logic_error);
}

TEST_CASE("router: the mounted surfaces do not overlap, and every row has its operation") {
    const std::vector<Mount> mounts{{&native(), {}}, {&starview(), {}}};
    const Router router(mounts);
    for (const Mount& mount : mounts)
        for (const Route& route : mount.dialect->routes) {
            CAPTURE(route.path);
            CHECK(app::find_operation(route.use_case) != nullptr);
        }
}

}  // namespace
}  // namespace asterism::http
