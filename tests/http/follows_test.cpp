#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

std::vector<std::string> names(const boost::json::value& page, std::string_view list,
                               std::string_view name) {
    std::vector<std::string> out;
    for (const auto& each : page.at(list).as_array())
        out.emplace_back(each.at(name).as_string().c_str());
    return out;
}

using Names = std::vector<std::string>;

TEST_CASE_FIXTURE(Site, "follows: are seen by both, and by visitors") {
    account("ada");
    account("bob");
    sign_in("ada");
    CHECK(ask(get, "/v1/profiles/bob/follow").body ==
          R"({"handle":"bob","followed":false,"changed":false})");
    CHECK(ask(put, "/v1/profiles/bob/follow").body ==
          R"({"handle":"bob","followed":true,"changed":true})");
    CHECK(body_of(ask(get, "/v1/profiles/bob")).at("followed").as_bool());
    jar.clear();
    const auto followers = body_of(ask(get, "/v1/profiles/bob/followers"));
    CHECK(names(followers, "items", "handle") == Names{"ada"});
    CHECK(followers.at("count").as_int64() == 1);
    CHECK(followers.at("next").is_null());
    CHECK(followers.at("items").at(0).at("followed").is_null());
    CHECK(names(body_of(ask(get, "/v1/profiles/ada/following")), "items", "handle") ==
          Names{"bob"});
    CHECK(body_of(ask(get, "/v1/profiles/ada")).at("stats").at("following").as_int64() == 1);
    sign_in("ada");
    CHECK(ask(del, "/v1/profiles/bob/follow").status == 200);
    CHECK(body_of(ask(get, "/v1/profiles/bob/followers")).at("count").as_int64() == 0);
}

TEST_CASE_FIXTURE(Site, "follows: refuse strangers, oneself and nonsense") {
    account("ada");
    account("bob");
    CHECK(ask(put, "/v1/profiles/bob/follow").status == 401);
    CHECK(ask(get, "/v1/profiles/bob/follow").status == 401);
    sign_in("ada");
    CHECK(code_of(ask(put, "/v1/profiles/ada/follow")) == "own_follow");
    CHECK(ask(put, "/v1/profiles/nobody/follow").status == 404);
    CHECK(ask(put, "/v1/profiles/b%00b/follow").status >= 400);
    CHECK(ask(put, "/v1/profiles/bob/follow", R"({"handle":"ada"})").status < 500);
    CHECK(ask(get, "/v1/profiles/ada/followers?limit=0").status == 400);
    CHECK(ask(get, "/v1/profiles/ada/followers?after=0").status == 400);
    CHECK(ask(get, "/v1/profiles/ada/followers?page=7").status == 404);
    CHECK(ask(get, "/v1/profiles/ada/followers?page=99999999999999999999").status == 400);
    CHECK(ask(get, "/v1/profiles/ada/followers?hue=red").status == 400);
    CHECK(failure.empty());
}

TEST_CASE_FIXTURE(Site, "starview follows: 201 the first time, 200 the second, and off again") {
    account("ada");
    account("bob");
    CHECK(ask(post, "/api/users/bob/follow/").status == 401);
    CHECK(ask(get, "/api/users/bob/is-following/").status == 401);
    sign_in("ada");
    const auto first = ask(post, "/api/users/bob/follow/");
    CHECK(first.status == 201);
    CHECK(body_of(first).at("is_following").as_bool());
    CHECK(ask(post, "/api/users/bob/follow/").status == 200);
    CHECK(ask(get, "/api/users/bob/is-following/").body ==
          R"({"is_following":true,"username":"bob"})");
    const auto seen = body_of(ask(get, "/api/users/bob/"));
    CHECK(seen.at("is_following").as_bool());
    CHECK(seen.at("stats").at("follower_count").as_int64() == 1);
    CHECK(body_of(ask(get, "/api/users/ada/")).at("is_following").is_null());
    for (int i = 0; i < 2; ++i) {
        const auto gone = ask(del, "/api/users/bob/follow/");
        CHECK(gone.status == 200);
        CHECK_FALSE(body_of(gone).at("is_following").as_bool());
    }
    CHECK(ask(post, "/api/users/ada/follow/").status == 400);
    CHECK(ask(post, "/api/users/nobody/follow/").status == 404);
    CHECK_FALSE(body_of(ask(get, "/api/users/bob/")).at("is_following").as_bool());
}

TEST_CASE_FIXTURE(UnlimitedSite, "starview follows: pages of twenty that lead to one another") {
    account("star");
    std::vector<AccountId> fans;
    for (int i = 10; i < 31; ++i) fans.push_back(account("fan" + std::to_string(i)));
    store.write([&](app::Unit& unit) {
        const auto star = unit.accounts().find_by_handle("star")->id;
        for (const auto fan : fans) unit.follows().add(fan, star, now);
        return true;
    });
    const auto first = body_of(ask(get, "/api/users/star/followers/?format=json"));
    CHECK(first.at("count").as_int64() == 21);
    CHECK(first.at("previous").is_null());
    CHECK(first.at("results").as_array().size() == 20);
    CHECK(first.at("results").at(0).at("username").as_string() == "fan30");
    CHECK(first.at("next").as_string() ==
          "http://127.0.0.1:8000/api/users/star/followers/?format=json&page=2");
    const auto last = body_of(ask(get, "/api/users/star/followers/?page=last"));
    CHECK(names(last, "results", "username") == Names{"fan10"});
    CHECK(last.at("next").is_null());
    CHECK(last.at("previous").as_string() == "http://127.0.0.1:8000/api/users/star/followers/");
    for (const auto* page : {"0", "3", "-1", "two", "1.0", "99999999999999999999"})
        CHECK(ask(get, "/api/users/star/followers/?page=" + std::string(page)).status == 404);
    CHECK(ask(get, "/api/users/star/following/").body ==
          R"({"count":0,"next":null,"previous":null,"results":[]})");
    CHECK(ask(get, "/api/users/nobody/following/").status == 404);
}

TEST_CASE_FIXTURE(Site,
                  "follows: an account that is deleted is followed by nobody and counts nowhere") {
    account("ada");
    account("bob");
    sign_in("ada");
    REQUIRE(ask(put, "/v1/profiles/bob/follow").status == 200);
    REQUIRE(ask(del, "/v1/accounts/me", R"({"current_password":"Correct.Horse7"})").status == 200);
    jar.clear();
    CHECK(body_of(ask(get, "/v1/profiles/bob")).at("stats").at("followers").as_int64() == 0);
    CHECK(body_of(ask(get, "/v1/profiles/bob/followers")).at("items").as_array().empty());
}

}  // namespace
}  // namespace asterism::http
