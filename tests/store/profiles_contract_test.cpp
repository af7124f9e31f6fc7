#include <doctest/doctest.h>

#include "tests/store/databases.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

TEST_CASE_TEMPLATE("profiles: keep what they were given, and go with their account", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = added(engine, "vera");
    engine.write([&](app::Unit& unit) {
        CHECK(unit.profiles().of(id).bio.empty());
        auto profile = unit.profiles().hold(id);
        CHECK(profile.account == id);
        profile.bio = "Rotation \xC3\xA9 'curves'";
        profile.location = "Palomar";
        profile.units = community::Units::imperial;
        profile.picture = "abc.jpg";
        profile.verified = true;
        unit.profiles().save(profile, noon);
        return true;
    });
    engine.read([&](app::Unit& unit) {
        const auto kept = unit.profiles().of(id);
        CHECK(kept.bio == "Rotation \xC3\xA9 'curves'");
        CHECK(kept.location == "Palomar");
        CHECK(kept.units == community::Units::imperial);
        CHECK(kept.picture == "abc.jpg");
        CHECK(kept.verified);
    });
}

TEST_CASE_TEMPLATE("profiles: can be read on a connection that has held one", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = added(engine, "vera");
    engine.write([&](app::Unit& unit) {
        unit.profiles().save(unit.profiles().hold(id), noon);
        return true;
    });
    engine.read([&](app::Unit& unit) { CHECK(unit.profiles().of(id).account == id); });
}

}  // namespace
}  // namespace asterism::store::testing
