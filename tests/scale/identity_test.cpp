#include <doctest/doctest.h>

#include "tests/store/place_world.hpp"

namespace asterism::scale {
namespace {

using namespace store::testing;

constexpr int questions = 10'000;

/// The ids that a database answers all questions with, a question after the other.
std::vector<std::int64_t> answers(store::Engine& engine, World world) {
    std::vector<std::int64_t> out;
    engine.read([&](app::Unit& unit) {
        for (int i = 0; i < questions; ++i) {
            const auto query = world.query();
            const auto count = unit.places().count(query);
            out.push_back(-count);  // also tells where an answer ends
            const places::Slice slice{1 + static_cast<std::int64_t>(world.dice() % 20),
                                      static_cast<std::int64_t>(world.dice() % 8),
                                      world.dice() % 2 == 0 ? count : 0};
            for (const auto& each : unit.places().list(query, {}, slice))
                out.push_back(each.place.id.value);
        }
    });
    return out;
}

TEST_CASE("places: SQLite and PostgreSQL answer 10,000 questions with the same ids in one order") {
    SqliteDatabase sqlite;
    PostgresDatabase postgres;
    World world;
    for (store::Engine* engine : {&sqlite.engine(), &postgres.engine()}) {
        World same;
        const auto ada = added(*engine, "ada");
        engine->write([&](app::Unit& unit) {
            for (int i = 0; i < 800; ++i) {
                auto place = same.place(ada);
                place.id = unit.places().add(place);
                if (same.dice() % 3 != 0) continue;
                place.mark = {true, noon, ada, ""};
                unit.places().save(place);
            }
            return true;
        });
        world = same;
    }
    const auto first = answers(sqlite.engine(), world);
    CHECK(first.size() > 5 * questions);
    CHECK(first == answers(postgres.engine(), world));
}

}  // namespace
}  // namespace asterism::scale
