#include <doctest/doctest.h>

#include "tests/http/starview_places.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

/// A hill of Ada's, and Bob at the keyboard.
struct Reviewers : Starview {
    Reviewers() {
        add("Hill", 40, -4);
        account("bob");
        account("eve");
        sign_in("bob");
    }

    /// What a refusal is of: a field's name, "general", or the status where it is none of these.
    std::string refused(Verb verb, std::string_view target, std::string_view body) {
        const auto answer = ask(verb, target, body);
        if (answer.status != 400) return std::to_string(answer.status);
        const auto said = body_of(answer).as_object();
        const auto* errors = said.if_contains("errors");
        return errors ? std::string(errors->as_object().begin()->key()) : std::string("general");
    }

    static constexpr auto* all = "/api/locations/1/reviews/";
    static constexpr auto* one = "/api/locations/1/reviews/1/";
    static constexpr auto* remarks = "/api/locations/1/reviews/1/comments/";
    static constexpr auto* remark = "/api/locations/1/reviews/1/comments/1/";
};

TEST_CASE_FIXTURE(Reviewers, "starview reviews: have all that the client reads, and move figures") {
    const auto made = ask(post, all, R"({"rating":"5","comment":"Dark & <b>quiet</b>"})");
    CHECK(made.status == 201);
    const auto view = body_of(made);
    check_keys(view, {{"id", "i"},
                      {"location", "i"},
                      {"user", "s"},
                      {"user_full_name", "s"},
                      {"user_profile_picture", "s"},
                      {"rating", "i"},
                      {"comment", "s"},
                      {"created_at", "s"},
                      {"updated_at", "s"},
                      {"vote_count", "i"},
                      {"upvote_count", "i"},
                      {"downvote_count", "i"},
                      {"user_vote", "-"},
                      {"photos", "a"},
                      {"is_edited", "b"}});
    CHECK(view.at("comment") == "Dark &amp; <b>quiet</b>");
    CHECK(view.at("user_profile_picture") == "/static/images/default_profile_pic.jpg");
    sign_in("eve");
    REQUIRE(ask(post, all, R"({"rating":2})").status == 201);
    const auto detail = see("/api/locations/1/");
    CHECK(detail.at("average_rating") == 3.5);
    CHECK(detail.at("review_count") == 2);
    CHECK(detail.at("is_visited") == true);
    CHECK(detail.at("review_summary").is_null());
    REQUIRE(detail.at("reviews").as_array().size() == 2);
    CHECK(detail.at("reviews").at(0).at("user") == "eve");
    CHECK(detail.at("reviews").at(1) == view);
    CHECK(see("/api/locations/").at("results").at(0).at("average_rating") == 3.5);
    CHECK(see("/api/users/bob/").at("stats").at("review_count") == 1);
    CHECK(see("/api/users/bob/").at("stats").at("locations_reviewed") == 1);
    CHECK(see("/api/users/bob/reviews/").at("results").at(0) == view);
    CHECK(ask(get, "/api/users/nobody/reviews/").status == 404);
    sign_in("ada");
    const auto renamed = body_of(ask(patch, "/api/locations/1/", R"({"name":"Peak"})"));
    CHECK(renamed.at("name") == "Peak");
    CHECK(renamed.at("reviews").as_array().size() == 2);
}

TEST_CASE_FIXTURE(Reviewers, "starview reviews: what cannot be is refused, and never a 500") {
    CHECK(refused(post, all, "{}") == "rating");
    CHECK(refused(post, all, R"({"rating":0})") == "rating");
    CHECK(refused(post, all, R"({"rating":6})") == "rating");
    CHECK(refused(post, all, R"({"rating":"many"})") == "rating");
    CHECK(refused(post, all, R"({"rating":4.5})") == "rating");
    CHECK(refused(post, all, R"({"rating":4,"comment":7})") == "comment");
    CHECK(refused(post, all, R"({"rating":4,"comment":")" + std::string(1'001, 'x') + "\"}") ==
          "comment");
    CHECK(refused(post, "/api/locations/9/reviews/", R"({"rating":4})") == "404");
    CHECK(refused(post, "/api/locations/x/reviews/", R"({"rating":4})") == "404");
    REQUIRE(ask(post, all, R"({"rating":4,"comment":null})").status == 201);
    CHECK(refused(post, all, R"({"rating":4})") == "general");
    CHECK(refused(put, one, R"({"comment":"x"})") == "rating");
    sign_in("ada");
    CHECK(refused(post, all, R"({"rating":4})") == "general");
    jar.clear();
    CHECK(ask(get, all).status == 401);
    CHECK(ask(get, one).status == 401);
    CHECK(ask(post, all, R"({"rating":4})").status == 401);
}

TEST_CASE_FIXTURE(Reviewers, "starview reviews: are changed and removed by who wrote them") {
    REQUIRE(ask(post, all, R"({"rating":4,"comment":"Old"})").status == 201);
    now += std::chrono::seconds{11};
    const auto changed = ask(patch, one, R"({"comment":"New"})");
    CHECK(changed.status == 200);
    CHECK(body_of(changed).at("rating") == 4);
    CHECK(body_of(changed).at("is_edited") == true);
    CHECK(body_of(ask(put, one, R"({"rating":1,"comment":null})")).at("comment").is_null());
    CHECK(see("/api/locations/1/").at("average_rating") == 1);
    for (const auto* target : {"/api/locations/2/reviews/1/", "/api/locations/1/reviews/9/",
                               "/api/locations/1/reviews/x/"})
        CHECK(ask(get, target).status == 404);
    sign_in("eve");
    CHECK(ask(get, one).status == 200);
    CHECK(refused(patch, one, R"({"rating":5})") == "403");
    CHECK(refused(del, one, "") == "403");
    sign_in("bob");
    CHECK(ask(del, one).status == 204);
    CHECK(see(all).at("count") == 0);
    CHECK(see("/api/locations/1/").at("average_rating").is_null());
    CHECK(see("/api/locations/99/reviews/").at("count") == 0);
}

TEST_CASE_FIXTURE(Reviewers, "starview comments: lie under the right review of the right place") {
    REQUIRE(ask(post, all, R"({"rating":4})").status == 201);
    const auto made = ask(post, remarks, R"({"content":"<i>When</i> was that?"})");
    CHECK(made.status == 201);
    check_keys(body_of(made), {{"id", "i"},
                               {"review", "i"},
                               {"user", "o"},
                               {"user_profile_picture", "s"},
                               {"content", "s"},
                               {"created_at", "s"},
                               {"upvote_count", "i"},
                               {"downvote_count", "i"},
                               {"user_vote", "-"},
                               {"is_edited", "b"}});
    CHECK(body_of(made).at("user").at("username") == "bob");
    CHECK(refused(post, remarks, "{}") == "content");
    CHECK(refused(post, remarks, R"({"content":"<p>"})") == "201");
    CHECK(refused(post, remarks, R"({"content":"<x>"})") == "content");
    CHECK(refused(post, remarks, R"({"content":")" + std::string(501, 'x') + "\"}") == "content");
    CHECK(refused(post, "/api/locations/2/reviews/1/comments/", R"({"content":"x"})") == "404");
    CHECK(ask(get, "/api/locations/2/reviews/1/comments/").status == 404);
    CHECK(ask(get, "/api/locations/1/reviews/2/comments/1/").status == 404);
    CHECK(ask(get, "/api/locations/1/reviews/1/comments/x/").status == 404);
    CHECK(body_of(ask(patch, remark, R"({"content":"Then?"})")).at("content") == "Then?");
    CHECK(refused(put, remark, "{}") == "content");
    sign_in("eve");
    CHECK(see(remarks).at("results").at(0).at("content") == "Then?");
    CHECK(refused(patch, remark, R"({"content":"Mine"})") == "403");
    CHECK(refused(del, remark, "") == "403");
    sign_in("bob");
    CHECK(ask(del, remark).status == 204);
    CHECK(see(remarks).at("count") == 1);
    jar.clear();
    CHECK(ask(get, remarks).status == 401);
}

TEST_CASE_FIXTURE(Reviewers, "starview votes and reports: of reviews, comments and places") {
    REQUIRE(ask(post, all, R"({"rating":4})").status == 201);
    REQUIRE(ask(post, remarks, R"({"content":"Hm"})").status == 201);
    const auto vote = [](const std::string& on) { return on + "vote/"; };
    const auto report = [](const std::string& on) { return on + "report/"; };
    CHECK(refused(post, vote(one), R"({"vote_type":"up"})") == "general");
    CHECK(refused(post, vote(remark), R"({"vote_type":"up"})") == "general");
    CHECK(refused(post, report(one), R"({"report_type":"SPAM"})") == "general");
    sign_in("eve");
    const auto up = ask(post, vote(one), R"({"vote_type":"up"})");
    CHECK(up.status == 200);
    check_keys(body_of(up), {{"detail", "s"},
                             {"upvotes", "i"},
                             {"downvotes", "i"},
                             {"vote_count", "i"},
                             {"user_vote", "s"}});
    CHECK(see("/api/locations/1/").at("reviews").at(0).at("user_vote") == "up");
    CHECK(body_of(ask(post, vote(one), R"({"vote_type":"down"})")).at("vote_count") == -1);
    CHECK(body_of(ask(post, vote(one), R"({"vote_type":"down"})")).at("user_vote").is_null());
    CHECK(body_of(ask(post, vote(remark), R"({"vote_type":"up"})")).at("upvotes") == 1);
    CHECK(refused(post, vote(one), R"({"vote_type":"left"})") == "vote_type");
    CHECK(refused(post, vote(one), "{}") == "vote_type");
    CHECK(refused(post, vote("/api/locations/2/reviews/1/"), R"({"vote_type":"up"})") == "404");
    CHECK(refused(post, report(one), R"({"report_type":"BORING"})") == "report_type");
    CHECK(refused(post, report(one), R"({"report_type":"SPAM","description":"Ads"})") == "201");
    CHECK(refused(post, report(one), R"({"report_type":"SPAM"})") == "general");
    CHECK(refused(post, report(remark), "") == "201");
    CHECK(refused(post, report("/api/locations/1/"), R"({"report_type":"CLOSED"})") == "201");
    CHECK(refused(post, report("/api/locations/1/"), "{}") == "general");
    CHECK(refused(post, report("/api/locations/9/"), "{}") == "404");
    CHECK(see("/api/locations/1/").at("times_reported") == 1);
    sign_in("ada");
    CHECK(refused(post, report("/api/locations/1/"), "{}") == "general");
}

TEST_CASE_FIXTURE(Reviewers, "starview summaries: are shown from three reviews on, and judged") {
    for (const auto* who : {"bob", "eve", "mia"}) {
        if (std::string_view(who) == "mia") account(who);
        sign_in(who);
        REQUIRE(ask(post, all, R"({"rating":4})").status == 201);
    }
    account("sue", Role::staff);
    sign_in("sue");
    REQUIRE(ask(put, "/v1/admin/places/1/summary", R"({"text":"Dark, they say."})").status == 200);
    sign_in("bob");
    CHECK(see("/api/locations/1/").at("review_summary") == "Dark, they say.");
    CHECK(see("/api/locations/1/").at("user_summary_feedback").is_null());
    constexpr auto* feedback = "/api/locations/1/summary-feedback/";
    const auto said = ask(post, feedback, R"({"is_helpful":false})");
    CHECK(said.status == 200);
    CHECK(body_of(said) == json::value({{"is_helpful", false}}));
    CHECK(see("/api/locations/1/").at("user_summary_feedback") == "no");
    for (const auto* body : {"{}", R"({"is_helpful":"true"})", R"({"is_helpful":1})"}) {
        const auto answer = ask(post, feedback, body);
        CHECK(answer.status == 400);
        CHECK(body_of(answer).as_object().size() == 1);
    }
    CHECK(ask(post, "/api/locations/9/summary-feedback/", R"({"is_helpful":true})").status == 404);
    jar.clear();
    CHECK(ask(post, feedback, R"({"is_helpful":true})").status == 401);
    CHECK(see("/api/locations/1/").at("reviews").as_array().size() == 3);
}

TEST_CASE_FIXTURE(Reviewers, "reviews: go with their author's account, and figures follow") {
    REQUIRE(ask(post, all, R"({"rating":1})").status == 201);
    sign_in("eve");
    REQUIRE(ask(post, all, R"({"rating":5})").status == 201);
    REQUIRE(ask(post, remarks, R"({"content":"Hm"})").status == 201);
    const auto data = see("/v1/accounts/me/data");
    CHECK(data.at("reviews").at(0).at("stars") == 5);
    CHECK(data.at("comments").at(0).at("text") == "Hm");
    sign_in("bob");
    CHECK(ask(del, "/v1/accounts/me", R"({"current_password":")" + std::string(password) + "\"}")
              .status == 200);
    const auto detail = see("/api/locations/1/");
    CHECK(detail.at("average_rating") == 5);
    CHECK(detail.at("reviews").as_array().size() == 1);
}

}  // namespace
}  // namespace asterism::http
