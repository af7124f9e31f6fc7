#include <doctest/doctest.h>

#include "tests/places/stage.hpp"

namespace asterism::places {
namespace {

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

TEST_CASE_FIXTURE(Stage, "favourites: have nicknames, and each place once") {
    const auto ada = settle();
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto id = put(ada, "A hill with a name that is rather long");
    const auto like = [&](AccountId who, PlaceId place, std::optional<std::string> name = {}) {
        return add_favourite(now, {who}, places, favourites, photos, {place, name});
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
        return rename_favourite({who}, favourites, photos, {plain->id, place, name});
    };
    CHECK(rename(bob, std::string(50, 'x'))->nickname == std::string(50, 'x'));
    CHECK(rename(bob, {}, id)->nickname == std::string(50, 'x'));
    CHECK_FALSE(rename(bob, "")->nickname);
    CHECK(slug(rename(ada, "Mine")) == "unknown_favourite");
    CHECK(slug(rename(bob, "x", put(ada, "Peak"))) == "favourite_keeps_place");
    CHECK(slug(show_favourite({ada}, favourites, photos, {plain->id})) == "unknown_favourite");
    CHECK(slug(remove_favourite({ada}, favourites, {plain->id})) == "unknown_favourite");
    CHECK(remove_favourite({bob}, favourites, {plain->id}));
    CHECK(slug(show_favourite({bob}, favourites, photos, {plain->id})) == "unknown_favourite");
}

TEST_CASE_FIXTURE(Stage, "favourites: are listed ten a page, newest first") {
    const auto ada = settle();
    for (int i = 1; i <= 11; ++i) {
        const auto id = put(ada, "Place " + std::to_string(i));
        REQUIRE(add_favourite(now, {ada}, places, favourites, photos, {id}));
        now.at += 1s;
    }
    const auto first = list_favourites({ada}, favourites, photos, {});
    REQUIRE(first);
    CHECK(first->count == 11);
    CHECK(first->pages == 2);
    CHECK(first->favourites[0].place.name == "Place 11");
    CHECK(list_favourites({ada}, favourites, photos, {2})->favourites.size() == 1);
    CHECK(slug(list_favourites({ada}, favourites, photos, {3})) == "no_such_page");
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
