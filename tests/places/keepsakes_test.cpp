#include <doctest/doctest.h>

#include "tests/places/reviewing.hpp"

namespace asterism::places {
namespace {

struct Keeping : Stage {
    tests::MemoryReviews reviews{tables, calls};
    tests::MemorySummaries summaries{tables, calls};
    Reading from{places, reviews, summaries, photos};
};

TEST_CASE_FIXTURE(Stage, "favourites: a second press takes it back") {
    const auto ada = settle();
    const auto id = put(ada, "Hill");
    const auto toggle = [&](PlaceId place) {
        return toggle_favourite(now, {ada}, places, favourites, {place});
    };
    CHECK(toggle(id)->favourite);
    CHECK(show(id, Actor{ada})->favourite);
    CHECK_FALSE(show(id)->favourite);
    CHECK_FALSE(toggle(id)->favourite);
    CHECK_FALSE(show(id, Actor{ada})->favourite);
    CHECK(slug(toggle({99})) == "unknown_place");
}

TEST_CASE_FIXTURE(Keeping, "favourites: have nicknames, and each place once") {
    const auto ada = settle();
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto id = put(ada, "A hill with a name that is rather long");
    const auto like = [&](AccountId who, PlaceId place, std::optional<std::string> name = {}) {
        return add_favourite(now, {who}, favourites, from, {place, name});
    };
    const auto plain = like(bob, id);
    REQUIRE(plain);
    CHECK_FALSE(plain->nickname);
    CHECK(plain->display_name == "A hill with a name that i...");
    CHECK(plain->owner == "bob");
    CHECK(plain->place.favourite);
    CHECK(slug(like(bob, id, "Again")) == "favourite_already");
    CHECK(like(ada, id, " My hill ")->display_name == "My hill");
    CHECK(slug(like(bob, {99})) == "unknown_place");
    CHECK(slug(like(bob, id, std::string(51, 'x'))) == "nickname_too_long");
    const auto rename = [&](AccountId who, std::optional<std::string> name,
                            std::optional<PlaceId> place = {}) {
        return rename_favourite({who}, favourites, from, {plain->id, place, name});
    };
    CHECK(rename(bob, std::string(50, 'x'))->nickname == std::string(50, 'x'));
    CHECK(rename(bob, {}, id)->nickname == std::string(50, 'x'));
    CHECK_FALSE(rename(bob, "")->nickname);
    CHECK(slug(rename(ada, "Mine")) == "unknown_favourite");
    CHECK(slug(rename(bob, "x", put(ada, "Peak"))) == "favourite_keeps_place");
    CHECK(slug(show_favourite({ada}, favourites, from, {plain->id})) == "unknown_favourite");
    CHECK(slug(remove_favourite({ada}, favourites, {plain->id})) == "unknown_favourite");
    CHECK(remove_favourite({bob}, favourites, {plain->id}));
    CHECK(slug(show_favourite({bob}, favourites, from, {plain->id})) == "unknown_favourite");
}

TEST_CASE_FIXTURE(Keeping, "favourites: are listed ten a page, newest first") {
    const auto ada = settle();
    for (int i = 1; i <= 11; ++i) {
        const auto id = put(ada, "Place " + std::to_string(i));
        REQUIRE(add_favourite(now, {ada}, favourites, from, {id}));
        now.at += 1s;
    }
    const auto first = list_favourites({ada}, favourites, from, {});
    REQUIRE(first);
    CHECK(first->count == 11);
    CHECK(first->pages == 2);
    CHECK(first->favourites[0].place.name == "Place 11");
    CHECK(list_favourites({ada}, favourites, from, {2})->favourites.size() == 1);
    CHECK(slug(list_favourites({ada}, favourites, from, {3})) == "no_such_page");
}

TEST_CASE_FIXTURE(Reviewing,
                  "favourites: show what is said of each place, and nothing of another") {
    const auto fan = person("fan");
    const auto quiet = put(ada, "Quiet");
    const auto unseen = put(ada, "Unseen");
    for (const auto place : {quiet, hill, unseen})
        REQUIRE(add_favourite(now, {fan}, favourites, from, {place}));
    REQUIRE(write(bob, 4, "Dark."));
    now.at += 1s;
    REQUIRE(write(eve, 5));
    REQUIRE(write_review(now, {bob}, desk(), {quiet, 1, {}}));
    for (const auto place : {hill, quiet})
        REQUIRE(write_summary(now, {ada, Role::staff}, summaries, {place, "A summary."}));
    const auto shown = [&] { return list_favourites({fan}, favourites, from, {})->favourites; };
    const auto stars = [](const FavouriteDetail& each) {
        std::vector<int> out;
        for (const auto& review : each.reviews) out.push_back(review.stars);
        return out;
    };
    auto all = shown();
    CHECK(stars(all[0]).empty());
    CHECK(stars(all[1]) == std::vector{5, 4});
    CHECK(stars(all[2]) == std::vector{1});
    CHECK_FALSE(all[1].summary);  // below three reviews
    REQUIRE(write(person("sid"), 3));
    REQUIRE(judge_summary(now, {fan}, summaries, {hill, true}));
    all = shown();
    CHECK(all[1].summary == "A summary.");
    CHECK(all[1].summary_helped == true);
    CHECK_FALSE(all[2].summary);
    CHECK_FALSE(all[2].summary_helped);
    hide("review", all[1].reviews.front().id.value);
    CHECK(stars(shown()[1]).size() == 2);
    CHECK_FALSE(shown()[1].summary);
}

TEST_CASE_FIXTURE(Stage, "visits: count people and places, each once, and are told once") {
    const auto ada = settle();
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto id = put(ada, "Hill");
    const auto told_before = events.count();
    now.at += 1h;
    const auto visit = [&] { return mark_visited(now, {bob}, places, visits, events, {id}); };
    CHECK(visit()->changed);
    CHECK_FALSE(visit()->changed);
    CHECK(visit()->visits == 1);
    CHECK(events.count() == told_before + 1);
    CHECK(show(id)->visitors == 2);
    CHECK(show(id)->last_visited_at == now.at);
    CHECK(show(id, Actor{bob})->visited);
    const auto unvisit = [&] { return unmark_visited({bob}, places, visits, events, {id}); };
    CHECK(unvisit()->visits == 0);
    CHECK_FALSE(unvisit()->changed);
    CHECK(events.count() == told_before + 2);
    CHECK(events.at<PlaceUnvisited>(told_before + 1)->account == bob);
    CHECK(show(id)->visitors == 1);
    CHECK(show(id)->last_visited_at == now.at - 1h);
    const auto toggle = [&] { return toggle_visited(now, {bob}, places, visits, events, {id}); };
    CHECK(toggle()->visited);
    CHECK_FALSE(toggle()->visited);
    CHECK(slug(mark_visited(now, {bob}, places, visits, events, {PlaceId{99}})) == "unknown_place");
}

}  // namespace
}  // namespace asterism::places
