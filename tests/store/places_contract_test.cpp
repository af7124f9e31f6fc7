#include <doctest/doctest.h>

#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;

TEST_CASE_TEMPLATE("places: keep what they were given", Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    auto place = hill(ada, "Pic du Midi 'é'", {42.936389, -180});
    place.type = places::Type::observatory;
    place.elevation_metres = 2'876.5;
    place.bortle = 2;
    place.sqm = 21.65;
    place.contact = {"https://example.org", "+15550100", "555 0100", "https://example.org/b"};
    place.address = {"Bagnères, Occitanie, France", "Occitanie", "Bagnères", "France"};
    place.id = put(engine, place);
    const auto kept = found(engine, place.id);
    REQUIRE(kept);
    CHECK(kept->added_by == "ada");
    CHECK_FALSE(kept->verified_by);
    CHECK(kept->place.name == place.name);
    CHECK(kept->place.type == places::Type::observatory);
    CHECK(kept->place.spot == place.spot);
    CHECK(kept->place.elevation_metres == 2'876.5);
    CHECK(kept->place.bortle == 2);
    CHECK(kept->place.sqm == 21.65);
    CHECK(kept->place.address == place.address);
    CHECK(kept->place.contact == place.contact);
    CHECK(kept->place.reviews == 0);
    CHECK_FALSE(kept->place.rating);
    CHECK(kept->place.created_at == noon);
    CHECK_FALSE(found(engine, {99}));
}

TEST_CASE_TEMPLATE("places: can be changed in all that is said of them", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto id = put(engine, hill(ada));
    engine.write([&](app::Unit& unit) {
        auto place = unit.places().hold(id).value();
        place.name = "Peak";
        place.description = "High.\nDark.";
        place.contact = {"https://example.org", "+15550100", "555 0100", "https://example.org/b"};
        place.spot = {-12.5, 77.25};
        place.mark = {true, noon + 1h, ada, "Been there."};
        place.updated_at = noon + 1h;
        unit.places().save(place);
        return true;
    });
    const auto kept = found(engine, id);
    REQUIRE(kept);
    CHECK(kept->place.name == "Peak");
    CHECK(kept->place.description == "High.\nDark.");
    CHECK(kept->place.contact.reservation_url == "https://example.org/b");
    CHECK(kept->place.spot == places::Spot{-12.5, 77.25});
    CHECK(kept->place.mark.at == noon + 1h);
    CHECK(kept->place.mark.notes == "Been there.");
    CHECK(kept->verified_by == "ada");
    CHECK(kept->place.updated_at == noon + 1h);
    CHECK(kept->place.created_at == noon);
    engine.write([&](app::Unit& unit) {
        CHECK_FALSE(unit.places().hold({99}));
        return false;
    });
}

TEST_CASE_TEMPLATE("places: the map's version grows with whoever changes one, if it is kept", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto version = [&] {
        std::int64_t out = 0;
        engine.read([&](app::Unit& unit) { out = unit.places().versions({}).map; });
        return out;
    };
    const auto start = version();
    const auto id = put(engine, hill(ada));
    CHECK(version() == start + 1);
    engine.write([&](app::Unit& unit) {
        unit.places().remove(id);
        return false;
    });
    CHECK(version() == start + 1);
    engine.write([&](app::Unit& unit) {
        unit.places().remove(id);
        return true;
    });
    CHECK(version() == start + 2);
    CHECK_FALSE(found(engine, id));
}

TEST_CASE_TEMPLATE("places: a place that moved is found where it is now", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = put(engine, hill(added(engine, "ada")));
    const auto count = [&](const places::Window& window) {
        std::int64_t out = 0;
        places::Query query;
        query.window = window;
        engine.read([&](app::Unit& unit) { out = unit.places().count(query); });
        return out;
    };
    const places::Window here{39, 41, -5, -3};
    const places::Window there{-20, -10, 170, -170};
    CHECK(count(here) == 1);
    CHECK(count(there) == 0);
    engine.write([&](app::Unit& unit) {
        auto place = unit.places().hold(id).value();
        place.spot = {-15, 180};
        unit.places().save(place);
        return true;
    });
    CHECK(count(here) == 0);
    CHECK(count(there) == 1);
    engine.write([&](app::Unit& unit) {
        unit.places().remove(id);
        return true;
    });
    CHECK(count(there) == 0);
}

TEST_CASE_TEMPLATE("places: go with their account, and others' forget that it was there", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto hers = put(engine, hill(ada));
    const auto his = put(engine, hill(bob));
    engine.write([&](app::Unit& unit) {
        unit.visits().add(bob, his, noon);
        unit.visits().add(ada, his, noon + 1h);
        unit.visits().add(bob, hers, noon);
        unit.favourites().add({{}, ada, his, "", noon});
        auto place = unit.places().hold(his).value();
        place.mark = {true, noon, ada, ""};
        unit.places().save(place);
        return true;
    });
    CHECK(found(engine, his, ada)->place.visitors == 2);
    engine.write([&](app::Unit& unit) {
        unit.places().forget(ada);
        unit.accounts().remove(ada);
        return true;
    });
    CHECK_FALSE(found(engine, hers));
    const auto left = found(engine, his, ada);
    REQUIRE(left);
    CHECK(left->place.visitors == 1);
    CHECK(left->place.last_visited_at == noon);
    CHECK_FALSE(left->favourite);
    CHECK_FALSE(left->verified_by);
    CHECK(left->place.mark.verified);
}

}  // namespace
}  // namespace asterism::store::testing
