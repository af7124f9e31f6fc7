#include <algorithm>

#include "libcore/badges/awarding.hpp"
#include "tests/http/starview_places.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

struct Badges : Starview {
    /// Judges an account as the worker would.
    void judge(std::int64_t account = 1) {
        store.write([&](app::Unit& unit) {
            badges::evaluate(badges::standard_of(policy, Now{now}), unit.deeds(), unit.awards(),
                             {account});
            return true;
        });
    }

    std::vector<std::string> slugs(const json::value& list) {
        std::vector<std::string> out;
        for (const auto& each : list.as_array()) out.emplace_back(each.at("slug").as_string());
        return out;
    }

    Response pin(std::string_view body) { return ask(patch, "/api/users/me/badges/pin/", body); }

    accounts::Policy policy;
};

using Slugs = std::vector<std::string>;

TEST_CASE_FIXTURE(Badges, "starview badges: a collection has all 27, each in one of three lists") {
    const auto fresh = see("/api/users/me/badges/collection/");
    CHECK(fresh.at("locked").as_array().size() == 27);
    REQUIRE(add("Hill", 40, -4).status == 201);
    judge();
    const auto mine = see("/api/users/me/badges/collection/");
    CHECK(slugs(mine.at("earned")) == Slugs{"scout", "first-light"});
    CHECK(slugs(mine.at("in_progress")) == Slugs{"discoverer", "explorer"});
    CHECK(mine.at("locked").as_array().size() == 23);
    check_keys(mine.at("earned").at(0), {{"badge_id", "i"},
                                         {"name", "s"},
                                         {"slug", "s"},
                                         {"description", "s"},
                                         {"category", "s"},
                                         {"tier", "i"},
                                         {"is_rare", "b"},
                                         {"icon_path", "s"},
                                         {"earned_at", "s"}});
    check_keys(mine.at("in_progress").at(0), {{"badge_id", "i"},
                                              {"name", "s"},
                                              {"slug", "s"},
                                              {"description", "s"},
                                              {"category", "s"},
                                              {"tier", "i"},
                                              {"is_rare", "b"},
                                              {"icon_path", "s"},
                                              {"current_progress", "i"},
                                              {"criteria_value", "i"},
                                              {"percentage", "i"}});
    check_keys(mine.at("locked").at(0), {{"badge_id", "i"},
                                         {"name", "s"},
                                         {"slug", "s"},
                                         {"description", "s"},
                                         {"category", "s"},
                                         {"tier", "i"},
                                         {"is_rare", "b"},
                                         {"icon_path", "s"},
                                         {"criteria_value", "i"}});
    const auto& scout = mine.at("earned").at(0);
    CHECK(scout.at("badge_id").as_int64() == 7);
    CHECK(scout.at("category").as_string() == "CONTRIBUTION");
    CHECK(scout.at("icon_path").as_string() == "/badges/scout.png");
    CHECK(mine.at("in_progress").at(0).at("percentage").as_int64() == 20);
    jar.clear();
    CHECK(ask(get, "/api/users/me/badges/collection/").status == 401);
}

TEST_CASE_FIXTURE(Badges, "starview badges: visits tell of theirs at once, in two shapes") {
    for (int i = 0; i < 5; ++i) add("Hill " + std::to_string(i), 40 + i, -4);
    account("bob");
    sign_in("bob");
    const auto marked = ask(post, "/api/locations/1/mark-visited/");
    CHECK(marked.status == 201);
    const auto told = body_of(marked);
    const auto& fresh = told.at("newly_earned_badges").as_array();
    REQUIRE(fresh.size() == 1);
    check_keys(fresh[0], {{"badge_id", "i"},
                          {"name", "s"},
                          {"slug", "s"},
                          {"description", "s"},
                          {"icon_path", "s"}});
    CHECK(body_of(ask(post, "/api/locations/1/mark-visited/"))
              .at("newly_earned_badges")
              .as_array()
              .empty());
    for (int i = 2; i <= 4; ++i)
        CHECK(body_of(ask(post, "/api/locations/" + std::to_string(i) + "/toggle-visited/"))
                  .at("newly_earned_badges")
                  .as_array()
                  .empty());
    const auto fifth = body_of(ask(post, "/api/locations/5/toggle-visited/"));
    REQUIRE(fifth.at("newly_earned_badges").as_array().size() == 1);
    check_keys(fifth.at("newly_earned_badges").at(0),
               {{"id", "i"}, {"name", "s"}, {"icon_path", "s"}});
    CHECK(fifth.at("newly_earned_badges").at(0).at("name").as_string() == "Explorer");
}

TEST_CASE_FIXTURE(Badges, "starview badges: up to three are pinned, and profiles show them") {
    for (int i = 0; i < 5; ++i) add("Hill " + std::to_string(i), 40 + i, -4);
    judge();
    const auto pinned = pin(R"({"pinned_badge_ids":[8,1]})");
    CHECK(pinned.status == 200);
    CHECK(body_of(pinned).at("pinned_badge_ids") == json::array{8, 1});
    check_keys(body_of(pinned).at("pinned_badges").at(0),
               {{"badge_id", "i"}, {"name", "s"}, {"slug", "s"}, {"icon_path", "s"}});
    CHECK(see("/api/users/ada/").at("pinned_badge_ids") == json::array{8, 1});
    CHECK(see("/api/users/me/").at("pinned_badge_ids") == json::array{8, 1});
    CHECK(see("/api/users/ada/badges/").at("pinned_badge_ids") == json::array{8, 1});
    CHECK(see("/api/auth/status/").at("user").at("pinned_badge_ids") == json::array{8, 1});
    for (const auto* body : {R"({"pinned_badge_ids":[1,2,7,8]})", R"({"pinned_badge_ids":[1,1]})",
                             R"({"pinned_badge_ids":[3]})", R"({"pinned_badge_ids":[99]})",
                             R"({"pinned_badge_ids":[0]})", R"({"pinned_badge_ids":[-1]})",
                             R"({"pinned_badge_ids":["x"]})", R"({"pinned_badge_ids":[1.5]})",
                             R"({"pinned_badge_ids":[null]})", R"({"pinned_badge_ids":7})",
                             R"({"pinned_badge_ids":{"1":1}})", R"({"pinned_badge_ids":null})",
                             R"({"pinned_badge_ids":[[1]]})"}) {
        CAPTURE(body);
        const auto refused = pin(body);
        CHECK(refused.status == 400);
        CHECK(body_of(refused).at("detail").is_string());
    }
    CHECK(see("/api/users/me/").at("pinned_badge_ids") == json::array{8, 1});
    CHECK(pin("{}").status == 200);
    CHECK(see("/api/users/me/").at("pinned_badge_ids").as_array().empty());
    CHECK(pin(R"({"pinned_badge_ids":["1"]})").status == 200);  // numbers may come as texts
    CHECK(see("/api/users/me/").at("pinned_badge_ids") == json::array{1});
}

TEST_CASE_FIXTURE(Badges, "starview badges: others see what one has, but not the site's own") {
    add("Hill", 40, -4);
    judge();
    jar.clear();
    const auto seen = see("/api/users/ada/badges/");
    CHECK(slugs(seen.at("earned")) == Slugs{"scout", "first-light"});
    CHECK(seen.as_object().size() == 2);
    store.tables.accounts[0].account.system = true;
    CHECK(ask(get, "/api/users/ada/badges/").status == 404);
}

TEST_CASE_FIXTURE(Badges, "badges: whoever proves an address early is a pioneer") {
    jar.clear();
    move();
    REQUIRE(ask(post, "/v1/accounts",
                R"({"handle":"eve","email":"eve@example.org","password":"Correct.Horse7"})")
                .status == 201);
    CHECK(see("/api/users/eve/badges/").at("earned").as_array().empty());
    REQUIRE(
        ask(post, "/v1/accounts/verification", R"({"token":")" + mailed_token() + R"("})").status ==
        200);
    CHECK(slugs(see("/api/users/eve/badges/").at("earned")) == Slugs{"pioneer"});
}

TEST_CASE_FIXTURE(Badges, "badges: /v1 lists all, one's own and others', and pins") {
    CHECK(see("/v1/badges").at("badges").as_array().size() == 27);
    add("Hill", 40, -4);
    judge();
    CHECK(see("/v1/accounts/me/badges").at("earned").as_array().size() == 2);
    CHECK(see("/v1/profiles/ada/badges").at("earned").as_array().size() == 2);
    CHECK(ask(put, "/v1/accounts/me/badges/pinned", R"({"badges":[7]})").status == 200);
    CHECK(ask(put, "/v1/accounts/me/badges/pinned", R"({"badges":[8]})").status == 400);
    CHECK(ask(put, "/v1/accounts/me/badges/pinned", "{}").status == 400);
    CHECK(see("/v1/profiles/ada").at("pinned_badges") == json::array{7});
    CHECK(see("/v1/accounts/me/data").at("badges").at(0).at("badge").as_string() == "scout");
    CHECK(ask(post, "/v1/admin/badges/recomputation", "{}").status == 403);
    CHECK(ask(get, "/v1/profiles/nobody/badges").status == 404);
}

TEST_CASE_FIXTURE(Badges, "badges: what happens asks for a judgement, written with it") {
    add("Hill", 40, -4);
    const auto waiting = [&] {
        return std::ranges::count(store.tables.tasks, badges::evaluate_task, &tests::TaskRow::kind);
    };
    CHECK(waiting() == 1);
    account("bob");
    CHECK(ask(post, "/api/users/bob/follow/").status == 201);
    CHECK(waiting() == 2);
    CHECK(ask(post, "/api/users/ada/follow/").status == 400);
    CHECK(waiting() == 2);
}

}  // namespace
}  // namespace asterism::http
