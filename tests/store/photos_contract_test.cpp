#include <doctest/doctest.h>

#include "tests/store/photo_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using places::PhotoKind;

using Ids = std::vector<std::int64_t>;

std::vector<int> positions(Engine& engine, const std::vector<PhotoId>& ids) {
    std::vector<int> out;
    for (const auto id : ids) {
        const auto found = shown(engine, id);
        out.push_back(found ? found->photo.position : 0);
    }
    return out;
}

std::int64_t map_version(Engine& engine) {
    std::int64_t out = 0;
    engine.read([&](app::Unit& unit) { out = unit.places().versions({}).map; });
    return out;
}

TEST_CASE_TEMPLATE("photos: keep what they were given, and maps learn of them", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    const auto before = map_version(engine);
    const auto id = hang(engine, place, bob);
    CHECK(map_version(engine) > before);
    vote(engine, ada, id);
    const auto found = shown(engine, id, ada);
    REQUIRE(found);
    CHECK(found->photo.place == place);
    CHECK_FALSE(found->photo.review);
    CHECK(found->photo.account == bob);
    CHECK(found->photo.position == 1);
    CHECK(found->photo.width == 1'300);
    CHECK(found->photo.height == 700);
    CHECK(found->photo.created_at == noon);
    CHECK(found->photo.file.ends_with("-1920.jpg"));
    CHECK(found->photo.thumbnail.ends_with("-720.jpg"));
    CHECK(found->owner == ada);
    CHECK(found->uploader.handle == "bob");
    CHECK(found->votes == 1);
    CHECK(found->voted);
    CHECK_FALSE(shown(engine, id, bob)->voted);
    CHECK_FALSE(shown(engine, {99}));
}

TEST_CASE_TEMPLATE("photos: stay in order without gaps, however they are moved", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto place = put(engine, hill(ada));
    const auto other = put(engine, hill(ada, "Other"));
    std::vector<PhotoId> ids;
    for (int i = 0; i < 4; ++i) ids.push_back(hang(engine, place, ada));
    const auto apart = hang(engine, other, ada);
    const auto move = [&](std::size_t which, int to) {
        engine.write([&](app::Unit& unit) {
            unit.photos().move(unit.photos().find(ids[which], ada)->photo, to);
            return true;
        });
        return positions(engine, ids);
    };
    CHECK(positions(engine, ids) == std::vector{1, 2, 3, 4});
    CHECK(move(0, 4) == std::vector{4, 1, 2, 3});
    CHECK(move(3, 1) == std::vector{4, 2, 3, 1});
    CHECK(move(1, 3) == std::vector{4, 3, 2, 1});
    CHECK(move(1, 3) == std::vector{4, 3, 2, 1});
    engine.write([&](app::Unit& unit) {
        unit.photos().remove(unit.photos().find(ids[2], ada)->photo);
        unit.photos().rename(ids[0], "Night");
        return true;
    });
    CHECK(positions(engine, ids) == std::vector{3, 2, 0, 1});
    CHECK(shown(engine, ids[0])->photo.caption == "Night");
    CHECK(positions(engine, {apart}) == std::vector{1});
    CHECK(loose(engine).size() == 2);
    CHECK(loose(engine).empty());
}

TEST_CASE_TEMPLATE("photos: go with what they hung on, and leave their files to be taken away",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto gone = put(engine, hill(ada));
    const auto kept = put(engine, hill(bob, "Kept"));
    const auto on_gone = hang(engine, gone, bob);
    const auto on_kept = hang(engine, kept, ada);
    vote(engine, ada, on_gone);
    SUBCASE("the place") {
        const auto before = map_version(engine);
        engine.write([&](app::Unit& unit) {
            unit.places().remove(gone);
            return true;
        });
        CHECK(map_version(engine) > before);
        CHECK(shown(engine, on_kept)->photo.account == ada);
    }
    SUBCASE("the account, whose photos of others' places are theirs from then on") {
        engine.write([&](app::Unit& unit) {
            unit.photos().forget(ada);
            unit.places().forget(ada);
            unit.accounts().remove(ada);
            return true;
        });
        const auto found = shown(engine, on_kept);
        REQUIRE(found);
        CHECK_FALSE(found->photo.account);
        CHECK(found->uploader.handle == "bob");
    }
    CHECK_FALSE(shown(engine, on_gone));
    CHECK(loose(engine).size() == 2);
    engine.read([&](app::Unit& unit) {
        CHECK_FALSE(unit.blobs().find({"photo", gone.value}));
        CHECK(unit.blobs().find({"photo", kept.value})->owner ==
              shown(engine, on_kept)->photo.account.value_or(bob));
        const SubjectRef ref{*SubjectKind::parse("photo"), {on_gone.value}};
        CHECK(unit.votes().tally(ref, {}).up == 0);
        CHECK_FALSE(unit.subjects().find(ref));
    });
}

TEST_CASE_TEMPLATE("photos: those that are hidden are in no list", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto place = put(engine, hill(ada));
    const auto id = hang(engine, place, ada);
    const SubjectRef ref{*SubjectKind::parse("photo"), {id.value}};
    const auto before = map_version(engine);
    engine.write([&](app::Unit& unit) {
        const auto subject = unit.subjects().hold(ref);
        REQUIRE(subject);
        CHECK(subject->author == ada);
        CHECK(subject->ballot == community::Ballot::up);
        CHECK_FALSE(subject->hidden);
        unit.subjects().set_hidden(ref, true);
        return true;
    });
    CHECK(map_version(engine) > before);
    engine.read([&](app::Unit& unit) {
        CHECK(unit.subjects().find(ref)->hidden);
        auto& photos = unit.photos();
        const std::vector places{place};
        CHECK_FALSE(photos.find(id, ada));
        CHECK(photos.best(places, ada).empty());
        CHECK(photos.mapped(places).empty());
        CHECK(photos.count(place, false, ada) == 0);
        CHECK(photos.gallery({.place = place, .limit = 9}, ada).empty());
        CHECK(photos.heroes({.first = 9}).empty());
        CHECK(photos.all({}, {}, {}, 9).size() == 1);
    });
}

TEST_CASE_TEMPLATE("photos: upkeep walks through all of them, measures and replaces", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto place = put(engine, hill(ada));
    const auto other = put(engine, hill(ada, "Other"));
    const auto first = hang(engine, place, ada);
    const auto second = hang(engine, other, ada);
    engine.read([&](app::Unit& unit) {
        auto& photos = unit.photos();
        CHECK(photos.all({}, {}, {}, 9).size() == 2);
        CHECK(photos.all({}, {}, {}, 1).at(0).id == first);
        CHECK(photos.all({}, {}, first, 9).at(0).id == second);
        CHECK(photos.all(other, {}, {}, 9).at(0).id == second);
        CHECK(photos.all({}, PhotoKind::place, {}, 9).size() == 2);
        CHECK(photos.all({}, PhotoKind::review, {}, 9).empty());
        CHECK(photos.of(ada).size() == 2);
        CHECK(photos.of({99}).empty());
        CHECK(photos.showing(photos.find(second, {})->photo.blob)->id == second);
        CHECK_FALSE(photos.showing({999}));
        CHECK(photos.last(noon) == 0);
        CHECK(photos.last(noon + 1us) == second.value);
    });
    engine.write([&](app::Unit& unit) {
        unit.photos().measure(first, 900, 600);
        unit.photos().replace(first, unit.blobs().add({{},
                                                       std::string(32, 'f'),
                                                       ada,
                                                       {"photo", place.value},
                                                       {1'920, 720},
                                                       5,
                                                       5,
                                                       5,
                                                       noon}));
        return true;
    });
    const auto found = shown(engine, first);
    CHECK(found->photo.width == 900);
    CHECK(found->photo.file == std::string(32, 'f') + "-1920.jpg");
}

}  // namespace
}  // namespace asterism::store::testing
