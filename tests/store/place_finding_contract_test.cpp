#include <algorithm>
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

TEST_CASE_TEMPLATE(
    "places: engines find what the core's rules want, in their order, to the last bit", Kind,
    SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    World world;
    std::vector<Place> all;
    for (int i = 0; i < 400; ++i) all.push_back(world.place(ada));
    engine.write([&](app::Unit& unit) {
        for (Place& each : all) {
            each.id = unit.places().add(each);
            if (world.dice() % 3 != 0) continue;
            each.mark = {true, noon, ada, ""};
            unit.places().save(each);
        }
        return true;
    });
    for (int round = 0; round < 1'000; ++round) {
        CAPTURE(round);
        const auto query = world.query();
        const auto wanted = expected(all, query);
        engine.read([&](app::Unit& unit) {
            const auto found = unit.places().list(query, {}, {1'000});
            REQUIRE(ids(found) == ids(wanted));
            for (std::size_t i = 0; i < found.size(); ++i)
                REQUIRE(found[i].chord2 == wanted[i].chord2);
            CHECK(unit.places().count(query) == std::ssize(wanted));
            const auto part = ids(unit.places().list(query, {}, {7, 3}));
            const auto whole = ids(wanted);
            CHECK(std::ranges::equal(part, std::views::take(std::views::drop(whole, 3), 7)));
            const auto few = ids(unit.places().list(query, {}, {3, 1, std::ssize(wanted)}));
            CHECK(std::ranges::equal(few, std::views::take(std::views::drop(whole, 1), 3)));
        });
    }
}

}  // namespace
}  // namespace asterism::store::testing
