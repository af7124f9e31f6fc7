#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

/// Ada, whose review everybody can see.
struct Town : Site {
    Town() {
        ada = account("ada");
        account("bob");
        account("mod", Role::moderator);
        store.tables.subjects.push_back({{*SubjectKind::parse("review"), SubjectId{1}},
                                         {ada, false, community::Ballot::up_down}});
    }

    void be(std::string_view handle) {
        move();
        jar.clear();
        REQUIRE(sign_in(handle).status == 200);
    }

    AccountId ada;
};

TEST_CASE_FIXTURE(Town, "voting: counts, turns and takes back") {
    be("bob");
    const auto press = [&](std::string_view choice) {
        return ask(post, "/v1/subjects/review/1/vote",
                   R"({"choice":")" + std::string(choice) + R"("})")
            .body;
    };
    CHECK(press("up") == R"({"up":1,"down":0,"mine":"up"})");
    CHECK(press("down") == R"({"up":0,"down":1,"mine":"down"})");
    CHECK(ask(get, "/v1/subjects/review/1/votes").body == R"({"up":0,"down":1,"mine":"down"})");
    CHECK(press("down") == R"({"up":0,"down":0,"mine":null})");
    press("up");
    jar.clear();
    CHECK(ask(get, "/v1/subjects/review/1/votes").body == R"({"up":1,"down":0,"mine":null})");
    CHECK(body_of(ask(get, "/v1/profiles/ada")).at("stats").at("helpful_votes").as_int64() == 1);
}

TEST_CASE_FIXTURE(Town, "voting: refuses strangers, authors and nonsense") {
    CHECK(ask(post, "/v1/subjects/review/1/vote", R"({"choice":"up"})").status == 401);
    be("ada");
    CHECK(code_of(ask(post, "/v1/subjects/review/1/vote", R"({"choice":"up"})")) == "own_subject");
    CHECK(ask(post, "/v1/subjects/review/1/vote", R"({"choice":"sideways"})").status == 400);
    CHECK(ask(post, "/v1/subjects/review/1/vote").status == 400);
    CHECK(ask(post, "/v1/subjects/review/9/vote", R"({"choice":"up"})").status == 404);
    CHECK(ask(post, "/v1/subjects/comet/1/vote", R"({"choice":"up"})").status == 404);
    CHECK(ask(post, "/v1/subjects/Re-View/1/vote", R"({"choice":"up"})").status == 400);
    CHECK(ask(get, "/v1/subjects/review/0/votes").status == 400);
    CHECK(ask(get, "/v1/subjects/review/9223372036854775808/votes").status == 400);
    CHECK(store.tables.votes.empty());
    CHECK(failure.empty());
}

TEST_CASE_FIXTURE(Town, "reports: reach the moderators, who hide, and everybody is told apart") {
    be("bob");
    const auto taken =
        ask(post, "/v1/subjects/review/1/reports", R"({"reason":"spam","text":"Adverts."})");
    CHECK(taken.status == 201);
    CHECK(ask(post, "/v1/subjects/review/1/reports", "{}").status == 409);
    CHECK(ask(post, "/v1/subjects/review/1/reports", R"({"reason":"dull"})").status == 400);
    CHECK(ask(get, "/v1/moderation/reports").status == 403);
    CHECK(ask(post, "/v1/moderation/review/1/hide").status == 403);
    be("mod");
    const auto queue = body_of(ask(get, "/v1/moderation/reports"));
    CHECK(queue.at("items").as_array().size() == 1);
    CHECK(queue.at("items").at(0).at("author").as_string() == "ada");
    CHECK(ask(post, "/v1/moderation/review/1/hide", R"({"note":"Adverts."})").body ==
          R"({"hidden":true,"settled":1})");
    CHECK(ask(get, "/v1/subjects/review/1/votes").status == 404);
    CHECK(
        body_of(ask(get, "/v1/moderation/reports?status=resolved")).at("items").as_array().size() ==
        1);
    CHECK(ask(get, "/v1/moderation/reports?status=lost").status == 400);
    CHECK(ask(post, "/v1/moderation/review/1/restore").body == R"({"hidden":false,"settled":0})");
    CHECK(ask(post, "/v1/moderation/review/1/dismiss").status == 200);
    CHECK(ask(post, "/v1/moderation/review/1/warn", R"({"note":"Once more."})").status == 200);
    CHECK(ask(post, "/v1/moderation/review/9/warn").status == 404);
    CHECK(failure.empty());
}

TEST_CASE_FIXTURE(Town,
                  "own data: follows, votes and reports are handed out to their author alone") {
    be("bob");
    ask(put, "/v1/profiles/ada/follow");
    ask(post, "/v1/subjects/review/1/vote", R"({"choice":"up"})");
    ask(post, "/v1/subjects/review/1/reports", R"({"reason":"spam","text":"Adverts."})");
    const auto data = body_of(ask(get, "/v1/accounts/me/data"));
    CHECK(data.at("following").at(0).as_string() == "ada");
    CHECK(data.at("votes").at(0).at("kind").as_string() == "review");
    CHECK(data.at("votes").at(0).at("choice").as_string() == "up");
    CHECK(data.at("reports").at(0).at("text").as_string() == "Adverts.");
    CHECK(data.at("reports").at(0).at("status").as_string() == "pending");
    be("ada");
    const auto others = body_of(ask(get, "/v1/accounts/me/data"));
    for (const auto* part : {"following", "votes", "reports"})
        CHECK(others.at(part).as_array().empty());
}

TEST_CASE_FIXTURE(Town, "moderation: who is suspended is out, and leaves a row in the audit log") {
    be("ada");
    const auto kept = jar;
    be("mod");
    CHECK(ask(post, "/v1/moderation/profile/" + std::to_string(ada.value) + "/suspend",
              R"({"note":"Adverts."})")
              .status == 200);
    const auto noted = std::ranges::count_if(store.tables.audit, [&](const audit::Record& record) {
        return record.event.type == "account_suspended" && record.event.account == ada;
    });
    CHECK(noted == 1);
    const auto moderators = jar;
    jar = kept;
    CHECK(ask(get, "/v1/accounts/me").status == 401);
    CHECK(ask(get, "/v1/profiles/ada").status == 404);
    jar = moderators;
    CHECK(ask(post, "/v1/moderation/accounts/ada/lift").status == 200);
    CHECK(code_of(ask(post, "/v1/moderation/accounts/ada/lift")) == "not_suspended");
    CHECK(ask(post, "/v1/moderation/accounts/nobody/lift").status == 404);
    CHECK(ask(get, "/v1/profiles/ada").status == 200);
    be("ada");
    CHECK(ask(post, "/v1/moderation/accounts/bob/lift").status == 403);
}

}  // namespace
}  // namespace asterism::http
