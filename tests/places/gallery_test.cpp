#include <doctest/doctest.h>

#include "tests/places/studio.hpp"

namespace asterism::places {
namespace {

/// A place with seven photos, the later ones by bob, some of one moment, some with votes.
struct Hall : Studio {
    Hall() {
        hill = put(ada, "Hill");
        for (int i = 0; i < 7; ++i) {
            shoot(i < 4 ? ada : bob, hill);
            if (i % 2 == 1) now.at += 1s;
        }
        for (const auto& [voter, id] : {std::pair{bob, 2}, {eve, 2}, {eve, 4}, {ada, 6}})
            REQUIRE(vote(voter, {{id}}));
    }

    /// All pages in one.
    std::vector<std::int64_t> walk(PhotoSort sort, int limit) {
        std::vector<std::int64_t> out;
        ListPhotos input{.place = hill, .sort = sort, .limit = limit};
        for (int pages = 0; pages < 9; ++pages) {
            const auto page = list_photos({}, photos, input);
            for (const auto& each : page->photos) out.push_back(each.id.value);
            CHECK(page->count == 7);
            if (!page->next) return out;
            CHECK(std::ssize(page->photos) == limit);
            input.cursor = page->next;
        }
        return {};
    }

    AccountId ada = settle();
    AccountId bob = settle({"bob", "bob@example.org"});
    AccountId eve = settle({"eve", "eve@example.org"});
    PlaceId hill;
};

using Ids = std::vector<std::int64_t>;

TEST_CASE_FIXTURE(Hall, "gallery: every order is whole and without repeats, whatever the page") {
    for (const int limit : {1, 2, 3, 7, 50}) {
        CAPTURE(limit);
        CHECK(walk(PhotoSort::newest, limit) == Ids{7, 6, 5, 4, 3, 2, 1});
        CHECK(walk(PhotoSort::oldest, limit) == Ids{1, 2, 3, 4, 5, 6, 7});
        CHECK(walk(PhotoSort::most_voted, limit) == Ids{2, 6, 4, 7, 5, 3, 1});
    }
}

TEST_CASE_FIXTURE(Hall, "gallery: goes on where it was, whatever has come and gone") {
    const auto first = list_photos({}, photos, {.place = hill, .limit = 2});
    CHECK(ids(first) == Ids{7, 6});
    shoot(ada, hill);
    REQUIRE(drop({bob}, {{6}}));
    const auto second = list_photos({}, photos, {.place = hill, .limit = 2, .cursor = first->next});
    CHECK(ids(second) == Ids{5, 4});
    CHECK(second->count == 7);
}

TEST_CASE_FIXTURE(Hall, "gallery: shows one's own alone to whoever is signed in") {
    const ListPhotos mine{.place = hill, .mine = true};
    const auto bobs = list_photos(Actor{bob}, photos, mine);
    CHECK(ids(bobs) == Ids{7, 6, 5});
    CHECK(bobs->count == 3);
    CHECK(list_photos({}, photos, mine)->count == 7);
    const auto seen = list_photos(Actor{ada}, photos, {.place = hill, .sort = PhotoSort::newest});
    CHECK(seen->photos[1].voted);
    CHECK(seen->photos[1].votes == 1);
    CHECK_FALSE(seen->photos[5].voted);
}

TEST_CASE_FIXTURE(Hall, "gallery: what is asked for wrongly is told") {
    const auto told = [&](const ListPhotos& input) {
        return slug_at(list_photos({}, photos, input));
    };
    CHECK(told({.place = {9}}) == "unknown_place");
    CHECK(told({.place = hill, .limit = 0}) == "bad_photo_limit at limit");
    CHECK(told({.place = hill, .limit = 51}) == "bad_photo_limit at limit");
    CHECK(told({.place = hill, .cursor = "x"}) == "bad_cursor at cursor");
    CHECK(told({.place = hill, .cursor = std::string(48, 'g')}) == "bad_cursor at cursor");
    CHECK(told({.place = hill, .cursor = std::string(48, 'f')}) == "ok");
}

TEST_CASE_FIXTURE(Hall, "gallery: what is hidden is not there") {
    subjects.set_hidden({*SubjectKind::parse("photo"), {7}}, true);
    CHECK(ids(list_photos({}, photos, {.place = hill, .limit = 2})) == Ids{6, 5});
    CHECK(slug(vote(ada, {{7}})) == "unknown_photo");
    CHECK(slug(drop({bob}, {{7}})) == "unknown_photo");
}

TEST_CASE_FIXTURE(Hall, "votes: one each, taken back by the next, and never on one's own") {
    CHECK(vote(eve, {{1}})->votes == 1);
    CHECK(vote(bob, {{1}})->votes == 2);
    const auto back = vote(eve, {{1}});
    CHECK(back->votes == 1);
    CHECK_FALSE(back->voted);
    CHECK(slug(vote(ada, {{1}})) == "own_subject");
    CHECK(slug(vote(ada, {.photo = {5}, .kind = PhotoKind::review})) == "unknown_photo");
    CHECK(slug(vote(ada, {.photo = {5}, .place = PlaceId{8}})) == "unknown_photo");
    CHECK(slug(vote(ada, {{99}})) == "unknown_photo");
}

TEST_CASE_FIXTURE(Hall, "photos: a list of places has the best five of each") {
    const auto other = put(ada, "Other");
    const auto page = list_places(Actor{ada}, places, photos, {.sort = Sort::oldest});
    REQUIRE(page);
    REQUIRE(page->places.size() == 2);
    Ids shown;
    for (const auto& each : *page->places[0].photos) shown.push_back(each.id.value);
    CHECK(shown == Ids{2, 6, 4, 7, 5});
    CHECK(page->places[0].photos->at(1).voted);
    CHECK(page->places[1].id == other);
    CHECK(page->places[1].photos->empty());
    CHECK_FALSE(show(hill)->photos);
    const auto drawn = map_places({}, places, photos, {.sort = Sort::oldest});
    Ids mapped;
    drawn->features.each([&](PlaceFeature&& feature) {
        if (feature.properties.id == hill)
            for (const auto& each : feature.properties.photos) mapped.push_back(each.id.value);
    });
    CHECK(mapped == Ids{7, 6, 5, 4, 3});
}

}  // namespace
}  // namespace asterism::places
