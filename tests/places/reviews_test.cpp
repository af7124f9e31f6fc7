#include <doctest/doctest.h>

#include "tests/places/reviewing.hpp"

namespace asterism::places {
namespace {

using tests::slug_at;

TEST_CASE_FIXTURE(Reviewing, "write_review: counts, and whoever writes has been there") {
    const auto made = write(bob, 5, " Very <b>dark</b> & <a href=x>quiet</a> ");
    REQUIRE(made);
    CHECK(made->author.handle == "bob");
    CHECK(made->author.name == "bob");
    CHECK(made->text == "Very <b>dark</b> &amp; quiet");
    CHECK(made->place_name == "Hill");
    CHECK_FALSE(made->edited);
    CHECK(show(hill)->reviews == 1);
    CHECK(show(hill)->rating == 5.0);
    CHECK(show(hill, Actor{bob})->visited);
    REQUIRE(write(eve, 2));
    CHECK_FALSE(show_review({}, reviews, photos, {ReviewId{2}})->text);
    CHECK(show(hill)->rating == 3.5);
    CHECK(told<ReviewWritten>() == 2);
    CHECK(told<PlaceRated>() == 2);
    CHECK(last<PlaceRated>().owner == ada);
    CHECK(last<PlaceVisited>().account == eve);
}

TEST_CASE_FIXTURE(Reviewing, "write_review: leaves no trace when refused") {
    const auto version = places.versions({}).map;
    CHECK(slug(write(ada, 5)) == "own_place");
    CHECK(slug_at(write(bob, 0)) == "bad_stars at stars");
    CHECK(slug_at(write(bob, 6)) == "bad_stars at stars");
    CHECK(slug_at(write(bob, 5, std::string(1'001, 'x'))) == "bad_review_text at text");
    CHECK(slug_at(write(bob, 5, "\xFF")) == "bad_review_text at text");
    CHECK(slug(write_review(now, {bob}, desk(), {{99}, 5})) == "unknown_place");
    CHECK(tables.reviews.empty());
    CHECK(places.versions({}).map == version);
    CHECK(told<ReviewWritten>() == 0);
    REQUIRE(write(bob, 1, std::string(1'000, 'x')));
    CHECK(slug(write(bob, 5)) == "reviewed_already");
    CHECK(show(hill)->rating == 1.0);
}

TEST_CASE_FIXTURE(Reviewing, "change_review: is its author's, and marks it after ten seconds") {
    const auto id = write(bob, 2, "Cloudy")->id;
    const auto change = [&](AccountId who, ChangeReview input) {
        input.review = id;
        return change_review(now, {who}, desk(), input);
    };
    now.at += 10s;
    CHECK_FALSE(change(bob, {.review = {}, .stars = 4})->edited);
    now.at += 1us;
    CHECK(change(bob, {.review = {}, .text = ""})->edited);
    CHECK_FALSE(change(bob, {})->text);
    CHECK(show(hill)->rating == 4.0);
    CHECK(slug(change(eve, {.review = {}, .stars = 1})) == "not_your_review");
    CHECK(slug(change_review(now, {eve, Role::admin}, desk(), {id})) == "not_your_review");
    CHECK(slug_at(change(bob, {.review = {}, .stars = 9})) == "bad_stars at stars");
    CHECK(slug(change(bob, {.review = {}, .place = PlaceId{9}})) == "unknown_review");
    CHECK(change(bob, {.review = {}, .place = hill}));
    hide("review", id.value);
    CHECK(slug(change(eve, {.review = {}, .stars = 1})) == "unknown_review");
    CHECK(change(bob, {.review = {}, .stars = 3}));
    CHECK(show(hill)->reviews == 0);
}

TEST_CASE_FIXTURE(Reviewing, "remove_review: takes all along but the visit") {
    const auto id = write(bob, 2)->id;
    REQUIRE(say(eve, id, "Really?"));
    const auto remove = [&](const Actor& who) { return remove_review(run(), who, desk(), {id}); };
    CHECK(slug(remove({eve})) == "not_your_review");
    CHECK(slug(remove({eve, Role::moderator})) == "not_your_review");
    REQUIRE(remove({bob}));
    CHECK(last<ReviewRemoved>().commented == std::vector{eve});
    CHECK(tables.comments.empty());
    CHECK(show(hill)->reviews == 0);
    CHECK_FALSE(show(hill)->rating);
    CHECK(show(hill, Actor{bob})->visited);
    CHECK(slug(remove({bob})) == "unknown_review");
    REQUIRE(write(bob, 4));
    Scene::told();
    REQUIRE(remove_review(run(), {eve, Role::staff}, desk(), {ReviewId{2}}));
    CHECK(Scene::told() == std::vector<std::string>{"review_removed review=2"});
}

TEST_CASE_FIXTURE(Reviewing, "reviews: hidden ones are for their author and moderators alone") {
    const auto id = write(bob, 1)->id;
    REQUIRE(write(eve, 5));
    hide("review", id.value);
    CHECK(show(hill)->rating == 5.0);
    CHECK(list_reviews({}, reviews, photos, {hill})->count == 1);
    CHECK(slug(show_review({}, reviews, photos, {id})) == "unknown_review");
    CHECK(slug(show_review(Actor{eve}, reviews, photos, {id})) == "unknown_review");
    CHECK(show_review(Actor{bob}, reviews, photos, {id})->hidden);
    CHECK(show_review(Actor{eve, Role::moderator}, reviews, photos, {id}));
    CHECK(slug(write(bob, 5)) == "reviewed_already");
    hide("review", id.value, false);
    CHECK(show(hill)->rating == 3.0);
}

TEST_CASE_FIXTURE(Reviewing, "list_reviews: ten a page, newest first") {
    for (int i = 0; i < 11; ++i) {
        now.at += 1s;
        REQUIRE(write(person("p" + std::to_string(i)), 3));
    }
    const auto first = list_reviews({}, reviews, photos, {hill});
    REQUIRE(first);
    CHECK(first->count == 11);
    CHECK(first->pages == 2);
    CHECK(first->reviews.size() == 10);
    CHECK(first->reviews[0].author.handle == "p10");
    CHECK(list_reviews({}, reviews, photos, {hill, 2})->reviews.at(0).author.handle == "p0");
    CHECK(slug(list_reviews({}, reviews, photos, {hill, 3})) == "no_such_page");
    CHECK(list_reviews({}, reviews, photos, {PlaceId{99}})->count == 0);
    const auto whose = [&](std::string_view handle) {
        return list_reviews_by({}, accounts, reviews, photos, {*Handle::parse(handle)});
    };
    CHECK(whose("p0")->reviews.at(0).place_name == "Hill");
    CHECK(whose("ada")->count == 0);
    CHECK(slug(whose("nobody")) == "unknown_profile");
}

TEST_CASE_FIXTURE(Reviewing, "forget_reviews: the figures do without who has gone") {
    REQUIRE(say(eve, write(bob, 1)->id, "Hm"));
    REQUIRE(write(eve, 4));
    const auto before = told<PlaceRated>();
    forget_reviews(reviews, events, {bob, "bob"});
    CHECK(show(hill)->rating == 4.0);
    CHECK(told<PlaceRated>() == before + 1);
    CHECK(last<ReviewRemoved>().commented == std::vector{eve});
}

TEST_CASE_FIXTURE(Reviewing, "remove_place: tells of all who had been there or written") {
    const auto id = write(bob, 4)->id;
    REQUIRE(say(eve, id, "Hm"));
    REQUIRE(remove_place(run(), {ada}, places, events, {hill}));
    CHECK(last<PlaceRemoved>().owner == ada);
    CHECK(last<PlaceRemoved>().touched == std::vector{ada, bob, eve});
    CHECK(tables.reviews.empty());
    CHECK(tables.comments.empty());
}

}  // namespace
}  // namespace asterism::places
