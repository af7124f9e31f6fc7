#include <algorithm>
#include <cstdlib>
#include <ranges>

#include <doctest/doctest.h>

#include "tests/store/place_world.hpp"

namespace asterism::store::testing {
namespace {

using places::Found;
using places::Place;
using places::Query;

std::vector<std::int64_t> ids(const std::vector<Found>& all) {
    std::vector<std::int64_t> out;
    for (const Found& each : all) out.push_back(each.place.id.value);
    return out;
}

/// What the core's own words say of them.
std::vector<Found> expected(const std::vector<Place>& all, const Query& query) {
    std::vector<Found> out;
    for (const Place& each : all)
        if (wanted(query, each))
            out.push_back({.place = each, .chord2 = chord2(direction(each.spot), query.centre)});
    std::ranges::sort(out,
                      [&](const Found& a, const Found& b) { return before(query.sort, a, b); });
    return out;
}

/// So many places, as the store gave them their ids.
std::vector<Place> settled(Engine& engine, World& world, int count) {
    const auto ada = added(engine, "ada");
    std::vector<Place> all;
    for (int i = 0; i < count; ++i) all.push_back(world.place(ada));
    engine.write([&](app::Unit& unit) {
        for (Place& each : all) {
            each.id = unit.places().add(each);
            if (world.dice() % 3 != 0) continue;
            each.mark = {true, noon, ada, ""};
            unit.places().save(each);
        }
        return true;
    });
    return all;
}

void compare(Engine& engine, const std::vector<Place>& all, const Query& query) {
    const auto wanted = expected(all, query);
    engine.read([&](app::Unit& unit) {
        const auto found = unit.places().list(query, {}, {1'000});
        REQUIRE(ids(found) == ids(wanted));
        for (std::size_t i = 0; i < found.size(); ++i) REQUIRE(found[i].chord2 == wanted[i].chord2);
        CHECK(unit.places().count(query) == std::ssize(wanted));
        const auto part = ids(unit.places().list(query, {}, {7, 3}));
        const auto whole = ids(wanted);
        CHECK(std::ranges::equal(part, std::views::take(std::views::drop(whole, 3), 7)));
        const auto few = ids(unit.places().list(query, {}, {3, 1, std::ssize(wanted)}));
        CHECK(std::ranges::equal(few, std::views::take(std::views::drop(whole, 1), 3)));
    });
}

/// The same questions whatever the database: whoever answers as the rules do answers as the others.
int rounds() { return std::getenv("ASTERISM_TEST_LONG") != nullptr ? 10'000 : 1'000; }

TEST_CASE_TEMPLATE(
    "places: engines find what the core's rules want, in their order, to the last bit", Kind,
    SqliteDatabase, PostgresDatabase, HostedDatabase) {
    Kind database;
    World world;
    const auto all = settled(database.engine(), world, 400);
    for (int round = 0; round < rounds(); ++round) {
        CAPTURE(round);
        compare(database.engine(), all, world.query());
    }
}

std::string chosen(Engine& engine) {
    std::string out;
    engine.write_db([&](Db& db) {
        out = std::get<0>(db.one<std::string>("SELECT choose_place_index()").value());
        return true;
    });
    return out;
}

/// How the database goes about it, where it would rather not read all.
std::string plan(Engine& engine) {
    std::string out;
    engine.write_db([&](Db& db) {
        db.script("SET LOCAL enable_seqscan = off");
        for (const auto& [line] : db.all<std::string>(
                 "EXPLAIN SELECT id FROM place WHERE place_boxed(longitude, latitude, 1, 2, 3, 4)"))
            out += line + "\n";
        return false;
    });
    return out;
}

TEST_CASE("postgresql: PostGIS finds who is within a window (cmake/setup.sh test installs it)") {
    PostgresDatabase database;
    CHECK(chosen(database.engine()) == "postgis");
    const auto how = plan(database.engine());
    CAPTURE(how);
    CHECK(how.find("place_box") != std::string::npos);
    CHECK(how.find("st_makepoint") != std::string::npos);
}

TEST_CASE("postgresql: without PostGIS its own points do the same, until it is there") {
    HostedDatabase database;
    World world;
    const auto all = settled(database.engine(), world, 100);
    const auto ask = [&] {
        for (int round = 0; round < 50; ++round) compare(database.engine(), all, world.query());
    };
    CHECK(chosen(database.engine()) == "point");
    CHECK(plan(database.engine()).find("place_box") != std::string::npos);
    ask();
    open_postgres(database.landlords())->script("CREATE EXTENSION postgis");
    ask();
    CHECK(chosen(database.engine()) == "postgis");
    ask();  // on connections that have their statements from before
    CHECK(plan(database.engine()).find("st_makepoint") != std::string::npos);
}

}  // namespace
}  // namespace asterism::store::testing
