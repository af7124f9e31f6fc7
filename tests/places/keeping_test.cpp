#include <doctest/doctest.h>

#include "tests/places/stage.hpp"

namespace asterism::places {
namespace {

TEST_CASE_FIXTURE(Stage, "add_place: finds out what it can, and who adds it has been there") {
    const auto ada = settle();
    map.artificial_mcd_per_m2 = 0.05;
    const auto made = add(ada, {"<b>Dark</b> Hill", 48.85, 2.35});
    REQUIRE(made);
    CHECK(made->name == "Dark Hill");
    CHECK(made->type == Type::viewpoint);
    CHECK(made->elevation == 0);
    CHECK(made->bortle == 3);
    CHECK(made->sqm == 21.65);
    CHECK(made->country == "France");
    CHECK(made->added_by.handle == "ada");
    CHECK(made->visited);
    CHECK_FALSE(made->favourite);
    CHECK(made->visitors == 1);
    CHECK(made->last_visited_at == now.at);
    CHECK_FALSE(made->rating);
    CHECK_FALSE(made->distance_km);
    REQUIRE(events.at<PlaceAdded>(0));
    CHECK(events.at<PlaceAdded>(0)->place == made->id);
    CHECK(events.at<PlaceVisited>(1)->account == ada);
}

TEST_CASE_FIXTURE(Stage, "add_place: refuses what is no place, and keeps nothing") {
    const auto ada = settle();
    CHECK(slug(add(ada, {"<i></i>", 1, 1})) == "bad_place_name");
    CHECK(slug(add(ada, {"\u00A0\u200B", 1, 1})) == "bad_place_name");
    CHECK(slug(add(ada, {std::string(4'001, '<'), 1, 1})) == "bad_place_name");
    CHECK(slug(add(ada, {"Hill", 91, 1})) == "bad_latitude");
    CHECK(slug(add(ada, {"Hill", 1, -181})) == "bad_longitude");
    CHECK(slug(add(ada, {"Hill", 1, 1, {}, 9'001})) == "bad_elevation");
    CHECK(tables.places.empty());
    CHECK(events.count() == 0);
}

TEST_CASE_FIXTURE(Stage, "change_place: is its owner's and the staff's, field by field") {
    const auto ada = settle();
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto id = put(ada, "Hill", 48.85, 2.35);
    const auto change = [&](Actor actor, const ChangePlace& input) {
        return change_place(now, actor, places, map, events, input);
    };
    CHECK(slug(change({bob}, {.place = id, .name = "Mine"})) == "not_your_place");
    CHECK(slug(change({bob, Role::moderator}, {.place = id, .name = "Mine"})) == "not_your_place");
    CHECK(kept(id).name == "Hill");
    now.at += 1h;
    const auto named = change({ada}, {.place = id, .name = "Dark Hill", .type = Type::campground});
    REQUIRE(named);
    CHECK(named->name == "Dark Hill");
    CHECK(named->type == Type::campground);
    CHECK(named->country == "France");
    CHECK(named->updated_at == now.at);
    CHECK(named->created_at == now.at - 1h);
    CHECK(change({bob, Role::staff}, {.place = id, .elevation_metres = 800})->elevation == 800);
    CHECK(slug(change({ada}, {.place = id, .latitude = 99})) == "bad_latitude");
    CHECK(slug(change_place(now, {ada}, places, map, events, {PlaceId{99}})) == "unknown_place");
}

TEST_CASE_FIXTURE(Stage, "change_place: elsewhere is looked around again") {
    const auto ada = settle();
    const auto id = put(ada, "Hill", 48.85, 2.35);
    const auto before = tables.map_version;
    const auto moved = change_place(now, {ada}, places, map, events,
                                    {.place = id, .latitude = 41.9, .longitude = 12.5});
    REQUIRE(moved);
    CHECK(moved->country == "Italy");
    CHECK(moved->locality == "Rome");
    CHECK(tables.map_version > before);
}

TEST_CASE_FIXTURE(Stage,
                  "remove_place: takes all that hung on it, and the staff's leaves a trace") {
    const auto ada = settle();
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto id = put(ada, "Hill");
    const auto other = put(ada, "Peak");
    REQUIRE(toggle_favourite(now, {bob}, places, favourites, {id}));
    CHECK(slug(remove_place(run(), {bob}, places, events, {id})) == "not_your_place");
    REQUIRE(remove_place(run(), {bob, Role::staff}, places, events, {id}));
    CHECK(told() == std::vector<std::string>{"place_removed place=1"});
    CHECK(slug(show(id)) == "unknown_place");
    CHECK(favourites.count(bob) == 0);
    CHECK(slug(remove_place(run(), {bob, Role::staff}, places, events, {id})) == "unknown_place");
    REQUIRE(remove_place(run(), {ada}, places, events, {other}));
    CHECK(told().empty());
}

TEST_CASE_FIXTURE(Stage, "mark_place: the mark is the staff's to give, and told once") {
    const auto ada = settle();
    const auto id = put(ada, "Hill");
    const auto mark = [&](Actor actor, bool verified, std::optional<std::string> notes = {}) {
        return mark_place(run(), actor, places, {id, verified, notes});
    };
    CHECK(slug(mark({ada, Role::moderator}, true)) == "not_your_place");
    const auto marked = mark({ada, Role::staff}, true, "Been there.");
    REQUIRE(marked);
    CHECK(marked->verified);
    CHECK(marked->verified_at == now.at);
    CHECK(marked->verified_by->handle == "ada");
    CHECK(kept(id).mark.notes == "Been there.");
    now.at += 1h;
    CHECK(mark({ada, Role::staff}, true)->verified_at == now.at - 1h);
    CHECK(told() == std::vector<std::string>{"place_verified place=1"});
    const auto taken = mark({ada, Role::staff}, false);
    CHECK_FALSE(taken->verified);
    CHECK_FALSE(taken->verified_at);
    CHECK_FALSE(taken->verified_by);
    CHECK(kept(id).mark.notes == "Been there.");
}

TEST_CASE_FIXTURE(Stage,
                  "describe_place: the staff say what it is like, with links that are links") {
    const auto ada = settle();
    const auto id = put(ada, "Hill");
    const Actor staff{ada, Role::staff};
    const auto describe = [&](Actor actor, const DescribePlace& input) {
        return describe_place(run(), actor, places, input);
    };
    CHECK(slug(describe({ada}, {.place = id, .description = "High."})) == "not_your_place");
    CHECK(slug(describe(staff, {.place = id, .website = "javascript:alert(1)"})) == "bad_link");
    CHECK(slug(describe(staff, {.place = id, .reservation_url = "https://a b"})) == "bad_link");
    CHECK(slug(describe(staff, {.place = id, .website = "https://"})) == "bad_link");
    CHECK(slug(describe(staff, {.place = id, .website = "http:///x"})) == "bad_link");
    CHECK(slug(describe(staff, {.place = id, .phone_number = "1\n2"})) == "bad_place_text");
    CHECK(slug(describe(staff, {.place = id, .description = std::string(5'001, 'x')})) ==
          "bad_place_text");
    const auto said = describe(staff, {.place = id,
                                       .description = " High.\nDark. ",
                                       .website = "https://example.org",
                                       .phone_number = "+15550100"});
    REQUIRE(said);
    CHECK(said->description == "High.\nDark.");
    CHECK(said->contact.website == "https://example.org");
    CHECK_FALSE(said->contact.reservation_url);
    CHECK_FALSE(describe(staff, {.place = id, .website = ""})->contact.website);
    CHECK(show(id)->description == "High.\nDark.");
}

TEST_CASE_FIXTURE(Stage, "forget_places: an account's places, favourites and visits go with it") {
    const auto ada = settle();
    const auto bob = settle({.handle = "bob", .email = "bob@example.org"});
    const auto hers = put(ada, "Hill");
    const auto his = put(bob, "Peak");
    REQUIRE(mark_visited(now, {ada}, places, visits, events, {his}));
    REQUIRE(toggle_favourite(now, {ada}, places, favourites, {his}));
    CHECK(show(his)->visitors == 2);
    forget_places(places, events, {ada, "ada"});
    CHECK(slug(show(hers)) == "unknown_place");
    CHECK(show(his)->visitors == 1);
    CHECK(favourites.count(ada) == 0);
    CHECK(visits.count(ada) == 0);
}

}  // namespace
}  // namespace asterism::places
