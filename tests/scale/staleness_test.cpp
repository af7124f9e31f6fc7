#include <doctest/doctest.h>

#include "tests/scale/town.hpp"

namespace asterism::scale {
namespace {

using store::testing::PostgresDatabase;
using store::testing::SqliteDatabase;
using enum http::Verb;

// What the reference went on showing after each of these, some of it for half an hour (the
// contract's DEFECT-24). Every page is asked for before, so that it is kept.

TEST_CASE_TEMPLATE("staleness: a heart is on every list at once, and nobody else's", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Town<Kind> town;
    const auto check = [&](bool liked) {
        for (const auto* other : {"", "cleo"}) {
            town.be(other);
            town.check_told("is_favorited", false);
            CHECK_FALSE(town.mapped().at("is_favorited").as_bool());
        }
        town.be("bob");
        town.check_told("is_favorited", liked);
        CHECK(town.mapped().at("is_favorited") == liked);
        CHECK(town.see("/api/favorite-locations/").at("count") == (liked ? 1 : 0));
    };
    check(false);
    town.act("bob", post, town.at("toggle_favorite/"));
    check(true);
    town.act("bob", post, town.at("toggle_favorite/"));
    check(false);
    const auto kept = town.act("bob", post, "/api/favorite-locations/",
                               R"({"location_id":)" + std::to_string(town.place) + '}');
    check(true);
    town.act("bob", del,
             "/api/favorite-locations/" + std::to_string(kept.at("id").as_int64()) + '/');
    check(false);
}

TEST_CASE_TEMPLATE("staleness: a visit is told at once, to all as a number and to oneself", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Town<Kind> town;
    const auto check = [&](int visitors, bool visited) {
        town.be("");
        town.check_told("visitor_count", visitors);
        town.check_told("is_visited", false);
        town.be("bob");
        town.check_told("visitor_count", visitors);
        town.check_told("is_visited", visited);
    };
    check(1, false);  // who adds a place has been there
    town.act("bob", post, town.at("toggle-visited/"));
    check(2, true);
    town.act("bob", del, town.at("unmark-visited/"));
    check(1, false);
    town.act("bob", post, town.at("mark-visited/"));
    check(2, true);
}

TEST_CASE_TEMPLATE("staleness: ratings are on lists, maps and pages as soon as given", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Town<Kind> town;
    const auto check = [&](const boost::json::value& rating, int reviews) {
        town.check_told("average_rating", rating);
        town.check_told("review_count", reviews);
        CHECK(town.mapped().at("average_rating") == rating);
        CHECK(town.mapped().at("review_count") == reviews);
        CHECK(town.detail().at("reviews").as_array().size() == static_cast<std::size_t>(reviews));
        CHECK(town.see("/api/locations/?minRating=4").at("count") ==
              (rating.is_null() || rating.to_number<double>() < 4 ? 0 : 1));
    };
    check(nullptr, 0);
    const auto his = town.act("bob", post, town.at("reviews/"), R"({"rating":5})").at("id");
    check(5, 1);
    town.act("cleo", post, town.at("reviews/"), R"({"rating":4,"comment":"Dark"})");
    check(4.5, 2);
    const auto review = town.at("reviews/") + std::to_string(his.as_int64()) + '/';
    town.act("bob", patch, review, R"({"rating":1,"comment":"Lit"})");
    check(2.5, 2);
    CHECK(town.detail().at("reviews").at(1).at("comment") == "Lit");
    town.act("bob", del, review);
    check(4, 1);
}

TEST_CASE_TEMPLATE("staleness: votes and comments are counted at once where reviews are", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Town<Kind> town;
    town.act("bob", post, town.at("reviews/"), R"({"rating":5,"comment":"Dark"})");
    const auto review = town.at("reviews/1/");
    const auto votes = [&](int up, int down, const boost::json::value& mine) {
        town.be("cleo");
        for (const auto& each : {town.detail().at("reviews").at(0), town.see(review),
                                 town.see(town.at("reviews/")).at("results").at(0),
                                 town.see("/api/users/bob/reviews/").at("results").at(0)}) {
            CHECK(each.at("upvote_count") == up);
            CHECK(each.at("downvote_count") == down);
            CHECK(each.at("user_vote") == mine);
        }
        CHECK(town.see("/api/users/bob/").at("stats").at("helpful_votes_received") == up);
        town.be("");
        CHECK(town.detail().at("reviews").at(0).at("upvote_count") == up);
        CHECK(town.detail().at("reviews").at(0).at("user_vote").is_null());
    };
    const auto vote = [&](const char* who, const std::string& what, const char* how) {
        town.act(who, post, what + "vote/", std::string(R"({"vote_type":")") + how + "\"}");
    };
    votes(0, 0, nullptr);
    vote("cleo", review, "up");
    votes(1, 0, "up");
    vote("ada", review, "up");
    votes(2, 0, "up");
    vote("cleo", review, "down");
    votes(1, 1, "down");
    vote("cleo", review, "down");
    votes(1, 0, nullptr);

    const auto comments = review + "comments/";
    const auto said = [&] { return town.see(comments).at("results").as_array(); };
    town.be("bob");
    CHECK(said().empty());
    town.act("cleo", post, comments, R"({"content":"Indeed"})");
    REQUIRE(said().size() == 1);
    vote("ada", comments + "1/", "up");
    CHECK(said()[0].at("upvote_count") == 1);
    town.act("cleo", patch, comments + "1/", R"({"content":"No"})");
    CHECK(said()[0].at("content") == "No");
    town.act("cleo", del, comments + "1/");
    CHECK(said().empty());
}

/// The photo's number as maps have it.
std::string bare(const boost::json::value& id) { return std::string(id.as_string()).substr(4); }

template <class Kind>
void check_photos(Town<Kind>& town, const std::vector<std::string>& wanted) {
    const auto ids = [](const boost::json::value& images) {
        std::vector<std::string> out;
        for (const auto& each : images.as_array()) out.emplace_back(each.at("id").as_string());
        std::ranges::sort(out);
        return out;
    };
    std::vector<std::string> numbers;
    for (const auto& each : wanted) numbers.push_back(bare(boost::json::value(each)));
    std::ranges::sort(numbers);
    for (const auto* who : {"", "bob"}) {
        town.be(who);
        for (const auto& each : town.listed()) CHECK(ids(each.at("images")) == wanted);
        CHECK(ids(town.mapped().at("images")) == numbers);
        CHECK(ids(town.see(town.at("photos/")).at("results")) == wanted);
    }
}

TEST_CASE_TEMPLATE("staleness: photos are everywhere once sent, and nowhere once removed", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Town<Kind> town;
    check_photos(town, {});
    const auto of_place = town.send_photo("cleo", town.at("photos/")).at("id");
    check_photos(town, {"loc_1"});
    town.act("bob", post, town.at("reviews/"), R"({"rating":5})");
    town.send_photo("bob", town.at("reviews/1/add_photos/"));
    check_photos(town, {"loc_1", "rev_2"});
    CHECK(town.detail().at("reviews").at(0).at("photos").as_array().size() == 1);
    town.act("cleo", del, town.at("photos/loc_1/"));
    check_photos(town, {"rev_2"});
    town.act("bob", del, town.at("reviews/1/photos/2/"));
    check_photos(town, {});
    CHECK(town.detail().at("reviews").at(0).at("photos").as_array().empty());
    town.send_photo("bob", town.at("reviews/1/add_photos/"));
    check_photos(town, {"rev_3"});
    town.act("bob", del, town.at("reviews/1/"));  // which takes its photos along
    check_photos(town, {});
}

TEST_CASE_TEMPLATE("staleness: photos show their new order, captions and votes at once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Town<Kind> town;
    town.act("bob", post, town.at("reviews/"), R"({"rating":5})");
    for (int i = 0; i < 3; ++i) town.send_photo("bob", town.at("reviews/1/add_photos/"));
    const auto order = [&] {
        std::vector<std::int64_t> out;
        const auto detail = town.detail();
        for (const auto& each : detail.at("reviews").at(0).at("photos").as_array())
            out.push_back(each.at("id").as_int64());
        return out;
    };
    const auto first = [&] { return town.listed()[0].at("images").at(0); };
    town.be("");
    CHECK(order() == std::vector<std::int64_t>{1, 2, 3});
    town.act("bob", patch, "/v1/photos/3", R"({"position":1,"caption":"Milky Way"})");
    CHECK(order() == std::vector<std::int64_t>{3, 1, 2});
    CHECK(town.detail().at("reviews").at(0).at("photos").at(0).at("caption") == "Milky Way");
    CHECK(first().at("id") == "rev_3");  // the newest, while none has votes
    town.act("cleo", post, town.at("photos/rev_1/vote/"));
    CHECK(first().at("id") == "rev_1");
    CHECK(first().at("upvote_count") == 1);
    CHECK_FALSE(first().at("user_has_upvoted").as_bool());
    town.be("cleo");
    CHECK(first().at("user_has_upvoted").as_bool());
    CHECK(town.see(town.at("photos/?sort=most_upvoted")).at("results").at(0).at("id") == "rev_1");
    town.act("cleo", post, town.at("photos/rev_1/vote/"));
    CHECK(first().at("id") == "rev_3");
}

TEST_CASE_TEMPLATE("staleness: follows are counted at once, on both sides", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Town<Kind> town;
    const auto check = [&](int count) {
        town.be("cleo");
        const auto bob = town.see("/api/users/bob/");
        CHECK(bob.at("stats").at("follower_count") == count);
        CHECK(bob.at("is_following") == (count > 0));
        CHECK(town.see("/api/users/bob/followers/").at("count") == count);
        CHECK(town.see("/api/users/bob/is-following/").at("is_following") == (count > 0));
        town.be("");
        CHECK(town.see("/api/users/cleo/").at("stats").at("following_count") == count);
        CHECK(town.see("/api/users/cleo/following/").at("count") == count);
        CHECK(town.see("/api/users/bob/").at("is_following").is_null());
    };
    check(0);
    town.act("cleo", post, "/api/users/bob/follow/");
    check(1);
    town.act("cleo", del, "/api/users/bob/follow/");
    check(0);
}

TEST_CASE_TEMPLATE("staleness: places come, change and go on every list at once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Town<Kind> town;
    const auto counts = [&](std::size_t count) {
        CHECK(town.see("/api/locations/").at("count") == count);
        CHECK(town.see("/api/locations/?near=48.8,2.3&radius=50").at("count") == count);
        CHECK(town.see("/api/locations/popular_nearby/?lat=48.8&lng=2.3").as_array().size() ==
              count);
        CHECK(town.see("/api/locations/map_geojson/").at("features").as_array().size() == count);
    };
    counts(1);
    const auto lake = town.add("Lake", 48.9, 2.4);
    counts(2);
    town.act("ada", patch, town.at(), R"({"name":"Mount"})");
    town.check_told("name", "Mount");
    CHECK(town.mapped().at("name") == "Mount");
    town.act("ada", patch, "/api/users/me/update-username/", R"({"new_username":"lovelace"})");
    CHECK(town.detail().at("added_by").at("username") == "lovelace");
    for (const auto& each : town.listed()) CHECK(each.at("added_by").at("username") == "lovelace");
    town.act("ada", del, "/api/locations/" + std::to_string(lake) + '/');
    counts(1);
    CHECK(town.ask(get, "/api/locations/" + std::to_string(lake) + '/').status == 404);
}

TEST_CASE_TEMPLATE("staleness: links are the site's, whatever host was asked before", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Town<Kind> town;
    for (int i = 0; i < 10; ++i) town.add("Hill " + std::to_string(i), 40, i);
    const auto next = [&](const std::string& host) {
        http::Request request;
        request.target = "/api/locations/";
        request.peer = "127.0.0.1";
        request.headers = {{"Host", host}};
        const auto page = boost::json::parse(std::string(town.answer(request).content()));
        return std::string(page.at("next").as_string());
    };
    // A name that anybody may put into his request is in no answer, least of all in a kept one.
    for (const auto* host : {"one.example", "127.0.0.1:8000", "two.example"})
        CHECK(next(host) == "http://127.0.0.1:8000/api/locations/?page=2");
}

}  // namespace
}  // namespace asterism::scale
