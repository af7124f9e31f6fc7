#include <limits>

#include <doctest/doctest.h>

#include "tests/store/photo_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using places::PhotoMark;
using places::PhotoSort;
using places::Stretch;

using Ids = std::vector<std::int64_t>;

/// All of a gallery, cut into stretches, each beginning where the one before ended.
Ids walk(Engine& engine, Stretch stretch, AccountId viewer = {}) {
    Ids out;
    engine.read([&](app::Unit& unit) {
        for (int turns = 0; turns < 20; ++turns) {
            const auto part = unit.photos().gallery(stretch, viewer);
            if (part.empty()) return;
            for (const auto number : numbers(part)) out.push_back(number);
            const auto& last = part.back();
            stretch.after = {last.votes, last.photo.created_at, last.photo.id};
        }
    });
    return out;
}

TEST_CASE_TEMPLATE("gallery: is whole in every order, however it is cut", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    const auto other = put(engine, hill(ada, "Other"));
    for (int i = 0; i < 6; ++i)
        hang(engine, place, i < 4 ? ada : bob, {}, noon + std::chrono::seconds{i / 2});
    hang(engine, other, ada);
    for (const auto& [voter, id] : {std::pair{ada, 2}, {bob, 2}, {bob, 4}, {ada, 6}})
        vote(engine, voter, {id});
    for (const std::int64_t limit : {1, 2, 4, 9}) {
        CAPTURE(limit);
        CHECK(walk(engine, {place, PhotoSort::newest, false, {}, limit}) == Ids{6, 5, 4, 3, 2, 1});
        CHECK(walk(engine, {place, PhotoSort::oldest, false, {}, limit}) == Ids{1, 2, 3, 4, 5, 6});
        CHECK(walk(engine, {place, PhotoSort::most_voted, false, {}, limit}) ==
              Ids{2, 6, 4, 5, 3, 1});
        CHECK(walk(engine, {place, PhotoSort::oldest, true, {}, limit}, bob) == Ids{5, 6});
    }
    engine.read([&](app::Unit& unit) {
        CHECK(unit.photos().count(place, false, bob) == 6);
        CHECK(unit.photos().count(place, true, bob) == 2);
        const PhotoMark far{std::numeric_limits<std::int64_t>::min(), noon - 24h, {0}};
        CHECK(unit.photos().gallery({place, PhotoSort::newest, false, far, 9}, ada).empty());
    });
}

TEST_CASE_TEMPLATE("photos: many places get their best five, and maps the newest, at once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const std::vector places{put(engine, hill(ada)), put(engine, hill(ada, "Other")),
                             put(engine, hill(ada, "Empty"))};
    for (int i = 0; i < 7; ++i) hang(engine, places[0], ada, {}, noon + std::chrono::seconds{i});
    hang(engine, places[1], ada);
    vote(engine, bob, {2});
    engine.read([&](app::Unit& unit) {
        const auto best = unit.photos().best(places, bob);
        CHECK(numbers(best) == Ids{2, 7, 6, 5, 4, 8});
        CHECK(best.at(0).voted);
        CHECK(best.at(0).votes == 1);
        Ids mapped;
        for (const auto& each : unit.photos().mapped(places)) mapped.push_back(each.id.value);
        CHECK(mapped == Ids{7, 6, 5, 4, 3, 8});
        CHECK(unit.photos().best({}, bob).empty());
        CHECK(unit.photos().mapped({}).empty());
    });
}

TEST_CASE_TEMPLATE("heroes: are found from numbers, or are the first of each place", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto place = put(engine, hill(ada));
    const auto other = put(engine, hill(ada, "Other"));
    hang(engine, place, ada, {}, noon, 1'199);
    hang(engine, place, ada, {}, noon, 1'200);
    hang(engine, place, ada, {}, noon + 1h, 1'920);
    hang(engine, other, ada, {}, noon + 2h, 1'920);
    const auto found = [&](const places::HeroQuery& query) {
        Ids out;
        engine.read([&](app::Unit& unit) {
            for (const auto& each : unit.photos().heroes(query)) out.push_back(each.photo.value);
        });
        return out;
    };
    CHECK(found({.from = {4, 1, 3, 2, 5}}) == Ids{4, 2, 3, 2});
    CHECK(found({.before = noon + 2h, .from = {4, 3}}) == Ids{3});
    CHECK(found({.wide = false, .from = {1}}) == Ids{1});
    CHECK(found({.first = 9}) == Ids{2, 4});
    CHECK(found({.wide = false, .first = 1}) == Ids{1});
    engine.read([&](app::Unit& unit) {
        const auto hero = unit.photos().heroes({.first = 1}).at(0);
        CHECK(hero.place == place);
        CHECK(hero.name == "Hill");
        CHECK(hero.file.ends_with("-1920.jpg"));
        const auto bare = unit.photos().bare_heroes(1);
        REQUIRE(bare.size() == 1);
        CHECK(bare[0].file.empty());
    });
}

}  // namespace
}  // namespace asterism::store::testing
