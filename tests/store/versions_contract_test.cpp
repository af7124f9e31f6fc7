#include <functional>
#include <thread>
#include <utility>

#include <doctest/doctest.h>

#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;

/// Ada's hill and Bob, who was never there.
template <class Kind>
struct Hill {
    Versions versions(AccountId viewer = {}) {
        Versions out;
        database.engine().read([&](app::Unit& unit) { out = unit.places().versions(viewer); });
        return out;
    }

    /// Which of the versions grow with that: of the map, of all that is seen, of Ada, of Bob.
    std::string grown(const std::function<void(app::Unit&)>& work) {
        const auto seen = versions();
        const auto hers = versions(ada);
        const auto his = versions(bob);
        database.engine().write([&](app::Unit& unit) {
            work(unit);
            return true;
        });
        std::string out;
        if (versions().map > seen.map) out += "map ";
        if (versions().seen > seen.seen) out += "seen ";
        if (versions(ada).own > hers.own) out += "ada ";
        if (versions(bob).own > his.own) out += "bob ";
        return out;
    }

    Kind database;
    AccountId ada = added(database.engine(), "ada");
    AccountId bob = added(database.engine(), "bob");
    places::PlaceId hill = put(database.engine(), testing::hill(ada));
};

TEST_CASE_TEMPLATE("versions: grow with whatever changes what they stand for, and no others", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Hill<Kind> scene;
    const auto& [database, ada, bob, hill] = scene;
    const auto grown = [&](const std::function<void(app::Unit&)>& work) {
        return scene.grown(work);
    };
    CHECK(grown([&](auto& unit) { unit.places().add(testing::hill(bob)); }) == "map seen ");
    CHECK(grown([&](auto& unit) {
              auto place = unit.places().hold(hill).value();
              place.name = "Mount";
              unit.places().save(place);
          }) == "map seen ");
    CHECK(grown([&](auto& unit) { unit.favourites().add({{}, bob, hill, "", noon}); }) == "bob ");
    CHECK(grown([&](auto& unit) { unit.favourites().remove(bob, hill); }) == "bob ");
    CHECK(grown([&](auto& unit) { unit.favourites().remove(bob, hill); }) == "");
    CHECK(grown([&](auto& unit) { unit.visits().add(bob, hill, noon); }) == "seen bob ");
    CHECK(grown([&](auto& unit) { unit.visits().add(bob, hill, noon); }) == "");
    CHECK(grown([&](auto& unit) { unit.visits().remove(bob, hill); }) == "seen bob ");
    const SubjectRef review{*SubjectKind::parse("review"), {1}};
    CHECK(grown([&](auto& unit) {
              unit.votes().set({bob, review, ada, community::Choice::up}, noon);
          }) == "seen ");
    CHECK(grown([&](auto& unit) { unit.votes().drop(bob, review); }) == "seen ");
    places::ReviewId said;
    CHECK(grown([&](auto& unit) {
              said = unit.reviews().add({{}, hill, bob, 4, "Dark.", false, noon, noon}).value();
          }) == "seen ");
    CHECK(grown([&](auto& unit) { unit.reviews().recount(hill); }) == "map seen ");
    places::CommentId answer;
    CHECK(grown([&](auto& unit) {
              answer = unit.comments().add({{}, said, ada, "Indeed.", false, noon, noon}).value();
          }) == "seen ");
    CHECK(grown([&](auto& unit) {
              auto comment = unit.comments().hold(answer).value();
              comment.hidden = true;
              unit.comments().save(comment);
          }) == "seen ");
    CHECK(grown([&](auto& unit) { unit.comments().remove(answer); }) == "seen ");
    CHECK(grown([&](auto& unit) { unit.summaries().judge(bob, hill, true, noon); }) == "bob ");
    CHECK(grown([&](auto& unit) { unit.reviews().remove(said); }) == "seen ");
    CHECK(grown([&](auto& unit) { unit.follows().add(bob, ada, noon); }) == "seen bob ");
    CHECK(grown([&](auto& unit) { unit.follows().drop(bob, ada); }) == "seen bob ");
    CHECK(grown([&](auto& unit) { unit.profiles().hold(bob); }) == "seen ");
    CHECK(grown([&](auto& unit) { CHECK(unit.accounts().set_handle(ada, "lovelace")); }) ==
          "seen ");
    CHECK(grown([&](auto& unit) { unit.accounts().mark_login(ada, noon + 1h); }) == "");
    CHECK(grown([&](auto& unit) {
              unit.places().forget(ada);
              unit.accounts().remove(ada);
          }) == "map seen bob ");  // what he said of her place's summary has gone with it
}

TEST_CASE_TEMPLATE("versions: come along with a session, as its owner sees them", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Hill<Kind> scene;
    auto& engine = scene.database.engine();
    engine.write([&](app::Unit& unit) {
        unit.sessions().open(scene.bob, SiteId{1}, "print", {noon + 9h, 9h}, noon, {});
        unit.visits().add(scene.bob, scene.hill, noon);
        unit.favourites().add({{}, scene.bob, scene.hill, "", noon});
        return true;
    });
    engine.read([&](app::Unit& unit) {
        CHECK(unit.sessions().find("print")->versions == unit.places().versions(scene.bob));
        CHECK(unit.sessions().find("print")->versions != unit.places().versions(scene.ada));
    });
}

TEST_CASE_TEMPLATE("versions: who takes his change back has changed nothing", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Hill<Kind> scene;
    const auto before = scene.versions(scene.bob);
    scene.database.engine().write([&](app::Unit& unit) {
        unit.visits().add(scene.bob, scene.hill, noon);
        unit.favourites().add({{}, scene.bob, scene.hill, "", noon});
        unit.places().add(hill(scene.bob));
        return false;
    });
    const auto after = scene.versions(scene.bob);
    CHECK(before.map == after.map);
    CHECK(before.seen == after.seen);
    CHECK(before.own == after.own);
}

TEST_CASE_TEMPLATE("versions: many writers at once wait for nobody, and none is missed", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Hill<Kind> scene;
    auto& engine = scene.database.engine();
    std::vector<AccountId> people;
    for (int i = 0; i < 16; ++i) people.push_back(added(engine, "person" + std::to_string(i)));
    const auto other = put(engine, hill(scene.ada));
    const auto before = scene.versions().seen;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < people.size(); ++i)
            threads.emplace_back([&, i] {
                // Each in another order, so that whoever held a common row would lock others out.
                const auto first = i % 2 == 0 ? scene.hill : other;
                const auto second = i % 2 == 0 ? other : scene.hill;
                engine.write([&](app::Unit& unit) {
                    unit.visits().add(people[i], first, noon);
                    return true;
                });
                engine.write([&](app::Unit& unit) {
                    unit.visits().add(people[i], second, noon);
                    return true;
                });
            });
    }
    CHECK(scene.versions().seen >= before + 32);
    CHECK(found(engine, other)->place.visitors == 16);
}

TEST_CASE_TEMPLATE("versions: how many places there are is known without counting them", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Hill<Kind> scene;
    auto& engine = scene.database.engine();
    const auto count = [&] {
        std::int64_t out = 0;
        engine.read([&](app::Unit& unit) { out = unit.places().count({}); });
        return out;
    };
    CHECK(count() == 1);
    engine.write([&](app::Unit& unit) {
        for (int i = 0; i < 5; ++i) unit.places().add(hill(scene.bob));
        unit.places().remove(scene.hill);
        return true;
    });
    CHECK(count() == 5);
    engine.write([&](app::Unit& unit) {
        unit.places().add(hill(scene.ada));
        return false;
    });
    CHECK(count() == 5);
    engine.write([&](app::Unit& unit) {
        unit.places().forget(scene.bob);
        return true;
    });
    CHECK(count() == 0);
}

}  // namespace
}  // namespace asterism::store::testing
