#include <doctest/doctest.h>

#include "tests/places/studio.hpp"

namespace asterism::places {
namespace {

TEST_CASE_FIXTURE(Studio, "photos: of a place can be sent by anybody, and are kept in two sizes") {
    const auto ada = settle();
    const auto bob = settle({"bob", "bob@example.org"});
    const auto hill = put(ada, "Hill");
    const auto made = send(bob, hill, {wide, wide});
    REQUIRE(made);
    REQUIRE(made->photos.size() == 2);
    const auto& first = made->photos[0];
    CHECK(first.place == hill);
    CHECK_FALSE(first.review);
    CHECK(first.position == 1);
    CHECK(made->photos[1].position == 2);
    CHECK(first.uploaded_by.handle == "bob");
    CHECK(first.width == 1'920);
    CHECK(files.read(first.photo));
    CHECK(files.read(first.thumbnail));
    CHECK(files.published.size() == 4);
    CHECK(files.waiting.empty());
    const auto* told = events.at<PhotoAdded>(events.count() - 1);
    REQUIRE(told);
    CHECK(told->account == bob);
    CHECK(told->place == hill);
}

TEST_CASE_FIXTURE(Studio, "photos: one that cannot be taken keeps all of its request away") {
    const auto ada = settle();
    const auto hill = put(ada, "Hill");
    const auto refused = [&](const std::vector<std::string>& all) {
        const auto out = slug_at(send(ada, hill, all));
        CHECK(files.waiting.empty());
        CHECK(files.published.empty());
        CHECK(tables.photos.empty());
        CHECK(tables.blobs.empty());
        return out;
    };
    CHECK(refused({wide, tests::sample("photo.jpg")}) == "image_too_small at photos");
    CHECK(refused({wide, wide.substr(0, 2'000)}) == "image_damaged at photos");
    CHECK(refused({wide, tests::sample("disc.png")}) == "image_format_differs at photos");
    CHECK(refused({}) == "photo_number at photos");
    CHECK(refused({wide, wide, wide, wide, wide, wide}) == "photo_number at photos");
    darkroom.broken = true;
    CHECK(refused({wide}) == "image_damaged at photos");
    CHECK(slug(send(ada, {9}, {wide})) == "unknown_place");
}

TEST_CASE_FIXTURE(Studio, "photos: are put into order by who sent them, the owner and the staff") {
    const auto ada = settle();
    const auto bob = settle({"bob", "bob@example.org"});
    const auto eve = settle({"eve", "eve@example.org"});
    const auto hill = put(ada, "Hill");
    REQUIRE(send(bob, hill, {wide, wide, wide}));
    const auto order = [&] {
        std::vector<int> out;
        for (const auto& row : tables.photos) out.push_back(row.photo.position);
        return out;
    };
    const auto change = [&](Actor actor, const ChangePhoto& input) {
        return slug_at(change_photo(actor, photos, input));
    };
    CHECK(change({bob}, {.photo = {1}, .caption = " The <b>hill</b> "}) == "ok");
    CHECK(tables.photos[0].photo.caption == "The hill");
    CHECK(change({ada}, {.photo = {1}, .position = 3}) == "ok");
    CHECK(order() == std::vector{3, 1, 2});
    CHECK(change({eve, Role::staff}, {.photo = {3}, .position = 1}) == "ok");
    CHECK(order() == std::vector{3, 2, 1});
    CHECK(change({eve}, {.photo = {3}, .position = 1}) == "not_your_photo");
    CHECK(change({bob}, {.photo = {3}, .position = 0}) == "bad_position at position");
    CHECK(change({bob}, {.photo = {3}, .position = 4}) == "bad_position at position");
    CHECK(change({bob}, {.photo = {3}, .caption = std::string(256, 'x')}) ==
          "bad_caption at caption");
    CHECK(change({bob}, {.photo = {3}, .caption = std::string(255, 'x')}) == "ok");
    CHECK(change({bob}, {.photo = {9}}) == "unknown_photo");
    CHECK(change({bob}, {.photo = {3}, .place = PlaceId{9}}) == "unknown_photo");
}

TEST_CASE_FIXTURE(Studio, "photos: go in every size, votes and all, and the others close up") {
    const auto ada = settle();
    const auto bob = settle({"bob", "bob@example.org"});
    const auto eve = settle({"eve", "eve@example.org"});
    const auto hill = put(ada, "Hill");
    REQUIRE(send(bob, hill, {wide, wide}));
    REQUIRE(vote(eve, {{1}}));
    CHECK(slug(drop({eve}, {{1}})) == "not_your_photo");
    CHECK(slug(drop({ada}, {{1}})) == "not_your_photo");
    CHECK(slug(drop({bob}, {.photo = {1}, .kind = PhotoKind::review})) == "unknown_photo");
    CHECK(slug(drop({bob}, {.photo = {1}, .place = PlaceId{7}})) == "unknown_photo");
    REQUIRE(drop({bob}, {.photo = {1}, .place = hill, .kind = PhotoKind::place}));
    CHECK(files.published.size() == 2);
    CHECK(tables.blobs.size() == 1);
    CHECK(tables.votes.empty());
    CHECK(tables.photos.at(0).photo.position == 1);
    CHECK(events.at<PhotoRemoved>(events.count() - 1)->account == bob);
    CHECK(slug(drop({bob}, {{1}})) == "unknown_photo");
    REQUIRE(drop({eve, Role::staff}, {{2}}));
    CHECK(files.published.empty());
    CHECK(trail.events().back().type == "photo_removed");
}

TEST_CASE_FIXTURE(Studio, "photos: of other people's places outlive who sent them") {
    const auto ada = settle();
    const auto bob = settle({"bob", "bob@example.org"});
    const auto hill = put(ada, "Hill");
    const auto id = shoot(bob, hill);
    forget_photos(photos, {.account = bob, .handle = "bob"});
    const auto shown = photos.find(id, ada);
    REQUIRE(shown);
    CHECK_FALSE(shown->photo.account);
    CHECK(shown->uploader.handle == "ada");
    CHECK(tables.blobs.at(0).owner == ada);
    CHECK(may_remove(*shown, {ada}));
    CHECK(vote(ada, {id}));  // nobody's own: anybody may
    CHECK(drop({ada}, {id}));
    CHECK(files.published.empty());
}

TEST_CASE_FIXTURE(Studio, "photos: go with their place, and their files with them") {
    const auto ada = settle();
    const auto hill = put(ada, "Hill");
    shoot(ada, hill);
    REQUIRE(remove_place(run(), {ada}, places, events, {hill}));
    const auto* told = events.at<PlaceRemoved>(events.count() - 1);
    REQUIRE(told);
    media::Changes changes;
    drop_photo_files({blobs, changes}, *told);
    CHECK(changes.remove.size() == 2);
    files.carry_out(changes);
    CHECK(files.published.empty());
    CHECK(tables.blobs.empty());
}

}  // namespace
}  // namespace asterism::places
