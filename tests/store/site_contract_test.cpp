#include <doctest/doctest.h>

#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {
namespace {

TEST_CASE_TEMPLATE("site index: counts places, reviews and people", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto counted = [&] {
        SiteStatistics out;
        engine.read([&](app::Unit& unit) { out = unit.site_index().count(); });
        return out;
    };
    CHECK(counted().places == 0);
    CHECK(counted().reviews == 0);
    CHECK(counted().people == 0);
    const auto ada = added(engine, "ada");
    const auto eve = added(engine, "eve");
    put(engine, hill(ada));
    put(engine, hill(ada));
    engine.write([&](app::Unit& unit) {
        auto own = person("starview");
        own.account.system = true;
        CHECK(unit.accounts().add(own));
        unit.accounts().set_active(eve, false);
        return true;
    });
    CHECK(counted().places == 2);
    CHECK(counted().people == 1);
}

TEST_CASE_TEMPLATE("site index: lists people who show something of themselves", Kind,
                   SqliteDatabase, PostgresDatabase) {
    using namespace std::chrono_literals;
    Kind database;
    auto& engine = database.engine();
    const auto silent = added(engine, "silent");
    const auto writer = added(engine, "writer");
    const auto marked = added(engine, "marked");
    const auto fan = added(engine, "fan");
    const auto star = added(engine, "star");
    const auto hidden = added(engine, "hidden");
    const auto locked = added(engine, "locked");
    const auto critic = added(engine, "critic");
    const auto earner = added(engine, "earner");
    const auto proud = added(engine, "proud");
    const auto place = put(engine, hill(silent));
    engine.write([&](app::Unit& unit) {
        for (const auto account : {writer, hidden, locked}) {
            auto profile = unit.profiles().hold(account);
            profile.bio = "Counts stars.";
            unit.profiles().save(profile, noon + 1h);
        }
        auto profile = unit.profiles().hold(marked);
        profile.verified = true;
        unit.profiles().save(profile, noon);
        unit.accounts().set_active(locked, false);
        unit.accounts().set_system(hidden);
        unit.follows().add(fan, star, noon);
        places::Review review;
        review.place = place;
        review.account = critic;
        review.stars = 5;
        review.created_at = review.updated_at = noon + 2h;
        CHECK(unit.reviews().add(review));
        for (const auto account : {earner, proud}) unit.awards().add(account, {7}, noon);
        CHECK(unit.awards().pin(proud, std::array{badges::BadgeId{7}}));
        return true;
    });
    engine.read([&](app::Unit& unit) {
        std::vector<std::string> seen;
        for (const auto& each : unit.site_index().profiles(10)) seen.push_back(each.key);
        CHECK(seen ==
              std::vector<std::string>{"proud", "critic", "star", "fan", "marked", "writer"});
        CHECK(unit.site_index().profiles(10).back().changed_at == noon + 1h);
        CHECK(unit.site_index().profiles(10).at(1).changed_at == noon + 2h);
        CHECK(unit.site_index().profiles(10).at(2).changed_at == noon);
        CHECK(unit.site_index().profiles(2).size() == 2);
        CHECK(unit.accounts().find(hidden)->system);
        CHECK_FALSE(unit.accounts().find(silent)->system);
    });
}

TEST_CASE_TEMPLATE("site index: lists places in parts, and walks them by number", Kind,
                   SqliteDatabase, PostgresDatabase) {
    using namespace std::chrono_literals;
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    engine.read([&](app::Unit& unit) { CHECK(unit.site_index().place_parts().empty()); });
    const auto first = put(engine, hill(ada));
    auto late = hill(ada);
    late.updated_at = noon + 1h;
    late.own_elevation = true;
    const auto second = put(engine, late);
    engine.read([&](app::Unit& unit) {
        const auto parts = unit.site_index().place_parts();
        REQUIRE(parts.size() == 1);
        CHECK(parts[0].number == 1);
        CHECK(parts[0].changed_at == noon + 1h);
        const auto listed = unit.site_index().places(1);
        REQUIRE(listed.size() == 2);
        CHECK(listed[0].key == std::to_string(first.value));
        CHECK(listed[1].changed_at == noon + 1h);
        CHECK(unit.site_index().places(2).empty());
        CHECK(unit.places().after({}, 1).at(0).id == first);
        CHECK(unit.places().after(first, 10).at(0).id == second);
        CHECK(unit.places().after(first, 10).at(0).own_elevation);
        CHECK_FALSE(unit.places().after({}, 1).at(0).own_elevation);
        CHECK(unit.places().after(second, 10).empty());
    });
}

TEST_CASE_TEMPLATE("places: an account's own and where it has been are listed, the oldest first",
                   Kind, SqliteDatabase, PostgresDatabase) {
    using namespace std::chrono_literals;
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto first = put(engine, hill(ada, "First"));
    put(engine, hill(bob, "His"));
    const auto second = put(engine, hill(ada, "Second"));
    engine.write([&](app::Unit& unit) {
        unit.visits().add(ada, second, noon);
        unit.visits().add(ada, first, noon + 1h);
        unit.visits().add(bob, first, noon);
        return true;
    });
    engine.read([&](app::Unit& unit) {
        const auto own = unit.places().owned_by(ada);
        REQUIRE(own.size() == 2);
        CHECK(own[0].place.name == "First");
        CHECK(own[1].place.name == "Second");
        CHECK(own[1].visited);
        const auto seen = unit.visits().list(ada);
        REQUIRE(seen.size() == 2);
        CHECK(seen[0].place == second);
        CHECK(seen[0].name == "Second");
        CHECK(seen[1].at == noon + 1h);
        CHECK(unit.visits().list({99}).empty());
    });
}

}  // namespace
}  // namespace asterism::store::testing
