#include <algorithm>
#include <cmath>
#include <random>
#include <ranges>

#include <doctest/doctest.h>

#include "libcore/places/rules.hpp"
#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {
namespace {

using places::Found;
using places::Place;
using places::Query;
using places::Sort;

/// The same places and questions in every run, with much at the poles, at the date line, and in
/// heaps where order is decided by ids.
struct World {
    double roll(double least, double most) {
        return std::uniform_real_distribution(least, most)(dice);
    }

    template <class T>
    T one_of(std::initializer_list<T> all) {
        return all.begin()[dice() % all.size()];
    }

    places::Spot spot() {
        return {one_of({roll(-90, 90), roll(-90, 90), roll(89.9, 90), roll(-90, -89.9), 90.0, -90.0,
                        0.0, std::round(roll(-9, 9)) * 10}),
                one_of({roll(-180, 180), roll(-180, 180), roll(179.9, 180), roll(-180, -179.9),
                        180.0, -180.0, 0.0, std::round(roll(-18, 18)) * 10})};
    }

    Place place(AccountId owner) {
        Place out =
            hill(owner, one_of<std::string>({"Alpha", "Öre", "100% dark", "under_score", "ΑΘΗΝΑ"}),
                 spot());
        out.type = one_of({places::Type::viewpoint, places::Type::campground, places::Type::other});
        out.created_at += std::chrono::hours(dice() % 5);
        if (dice() % 4 != 0) out.bortle = 1 + static_cast<int>(dice() % 9);
        out.address.country = one_of<std::string>({"", "France", "Österreich"});
        out.address.locality = "Nowhere";
        return out;
    }

    Query query() {
        Query out;
        out.sort = static_cast<Sort>(dice() % 8);
        const auto middle = spot();
        const double km = std::exp(roll(-1, 9.95));
        if (dice() % 4 != 0) {
            out.centre = direction(middle);
            out.chord2 = places::chord2_of(km);
            out.window = window_around(middle, km);
        }
        if (dice() % 4 == 0) {
            const double south = roll(-90, 60);
            out.window = {south, south + roll(1, 30), roll(-180, 180), roll(-180, 180)};
        }
        if (dice() % 4 == 0)
            out.needle = places::folded(
                one_of<std::string>({"alp", "ÖRE", "öst", "%", "_", "αθ", "nowhere", "x"}));
        if (dice() % 4 == 0) out.types = {places::Type::campground, places::Type::other};
        if (dice() % 6 == 0) out.darkest_to = static_cast<int>(dice() % 10);
        if (dice() % 8 == 0) out.least_rating = 0;
        if (dice() % 8 == 0) out.verified = true;
        return out;
    }

    std::mt19937 dice{20260301};
};

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
        });
    }
}

}  // namespace
}  // namespace asterism::store::testing
