#include <doctest/doctest.h>

#include "tests/scale/many_places.hpp"
#include "tests/scale/rig.hpp"

namespace asterism::scale {
namespace {

using store::testing::PostgresDatabase;
using store::testing::SqliteDatabase;

TEST_CASE_TEMPLATE("statements: a page of places takes four, whatever is on it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Rig<Kind> rig;
    const std::vector<std::string> lists{
        "/api/locations/",
        "/v1/places",
        "/v1/places?search=place&min_rating=2&sort=best_rated",
        "/api/locations/?near=47.1,8.2&radius=500",
        "/api/locations/?near=47.1,8.2&radius=12500&sort=distance",
        "/api/locations/?near=0,179.9&radius=12500&sort=distance&page=7",
        "/api/locations/popular_nearby/?lat=47&lng=8",
        "/v1/places/nearby?latitude=-89.9&longitude=0"};
    const auto check = [&] {
        for (const auto& target : lists) {
            CAPTURE(target);
            const auto answer = rig.ask(target);
            CHECK((answer.status == 200 || answer.status == 404));
            CHECK(rig.statements <= 4);
            CHECK(rig.ask(target).body == answer.body);
            if (answer.status == 200) CHECK(rig.statements == 1);  // the versions
            CHECK(rig.ask(target, true).status == answer.status);
            CHECK(rig.statements <= 4);
        }
    };
    check();
    fill(rig.engine, rig.ada, 1);
    check();
    rig.engine.write([&](app::Unit& unit) {
        unit.visits().add(rig.ada, {1}, rig.now);
        unit.favourites().add({{}, rig.ada, {1}, "", rig.now});
        return true;
    });
    fill(rig.engine, rig.ada, 3'000);
    check();
}

TEST_CASE_TEMPLATE("statements: the nearest take four where all of them are far", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Rig<Kind> rig;
    fill(rig.engine, rig.ada, 3'000);
    rig.engine.write_db([&](store::Db& db) {
        db.run("DELETE FROM place WHERE z < 0.8 AND (z < 0.5 OR id % 2 = 0)");
        return true;
    });
    const auto distances = [&](std::string_view target) {
        std::vector<double> out;
        const boost::json::value page = rig.see(target);
        for (const auto& each : page.at("results").as_array())
            out.push_back(each.at("distance").to_number<double>());
        return out;
    };
    for (const auto* target : {"/api/locations/?near=-60,8&radius=12500&sort=distance",
                               "/api/locations/?near=-60,8&radius=12000&sort=distance&page=2",
                               "/api/locations/?near=-10,8&radius=5000&sort=distance"}) {
        CAPTURE(target);
        const auto near = distances(target);
        CHECK(near.size() == 10);
        CHECK(std::ranges::is_sorted(near));
        CHECK(rig.statements <= 4);
    }
}

TEST_CASE_TEMPLATE("statements: a place takes six, however much is said of it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Rig<Kind> rig;
    fill(rig.engine, rig.ada, 1);
    int people = 0;
    for (const int reviews : {0, 1, 50}) {
        CAPTURE(reviews);
        for (; people < reviews; ++people) {
            const auto reviewer = store::testing::added(rig.engine, "r" + std::to_string(people));
            rig.engine.write([&](app::Unit& unit) {
                const auto id =
                    unit.reviews().add({{}, {1}, reviewer, 4, "Dark.", false, rig.now, rig.now});
                REQUIRE(id);
                unit.comments().add({{}, *id, rig.ada, "Indeed.", false, rig.now, rig.now});
                unit.reviews().recount({1});
                return true;
            });
        }
        for (const auto* target : {"/api/locations/1/", "/v1/places/1"}) {
            CAPTURE(target);
            const auto view = rig.see(target);
            CHECK(rig.statements <= 6);
            if (reviews > 0 && target[1] == 'a') CHECK(view.at("review_count") == reviews);
            CHECK(rig.ask(target, true).status == 200);
            CHECK(rig.statements <= 6);
            rig.ask(target);
            CHECK(rig.statements == 1);
            rig.ask(target, true);
            CHECK(rig.statements == 1);
        }
    }
}

TEST_CASE_TEMPLATE("statements: a page of favourites takes seven, however much is said", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Rig<Kind> rig;
    fill(rig.engine, rig.ada, 30);
    const auto eve = store::testing::added(rig.engine, "eve");
    for (std::int64_t place = 1; place <= 12; ++place) {
        rig.engine.write([&](app::Unit& unit) {
            unit.favourites().add({{}, rig.ada, {place}, "", rig.now});
            unit.reviews().add({{}, {place}, eve, 4, "Dark.", false, rig.now, rig.now});
            return true;
        });
        const auto answer = rig.ask("/api/favorite-locations/", true);
        CHECK(answer.status == 200);
        CHECK(rig.statements <= 7);
    }
    CHECK(rig.ask("/api/favorite-locations/1/", true).status == 200);
    CHECK(rig.statements <= 7);
}

TEST_CASE_TEMPLATE(
    "statements: hearts on a kept map take one more, and a new map none by the place", Kind,
    SqliteDatabase, PostgresDatabase) {
    Rig<Kind> rig;
    fill(rig.engine, rig.ada, 1'500);
    rig.engine.write([&](app::Unit& unit) {
        unit.favourites().add({{}, rig.ada, {77}, "", rig.now});
        return true;
    });
    const auto map = rig.ask("/api/locations/map_geojson/");
    CHECK(rig.statements == 4);  // versions, how many there are, a batch, and its photos
    const auto hers = boost::json::parse(rig.ask("/api/locations/map_geojson/", true).content());
    CHECK(rig.statements == 2);
    std::vector<std::int64_t> hearts;
    for (const auto& each : hers.at("features").as_array())
        if (each.at("properties").at("is_favorited").as_bool())
            hearts.push_back(each.at("properties").at("id").as_int64());
    CHECK(hearts == std::vector<std::int64_t>{77});
    rig.ask("/api/locations/map_geojson/", true);
    CHECK(rig.statements == 1);
    CHECK(rig.ask("/api/locations/map_geojson/").content() == map.content());
}

}  // namespace
}  // namespace asterism::scale
