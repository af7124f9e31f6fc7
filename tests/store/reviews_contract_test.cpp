#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "libcore/community/votes.hpp"
#include "tests/store/review_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using community::Choice;

TEST_CASE_TEMPLATE("reviews: one of each place and account, never of one's own", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    const auto id = say(engine, opinion(bob, place, 4, "Dark."));
    REQUIRE(id);
    CHECK_FALSE(say(engine, opinion(bob, place, 5)));
    CHECK_FALSE(say(engine, opinion(ada, place, 5)));
    CHECK_FALSE(say(engine, opinion(bob, {99}, 5)));
    CHECK_FALSE(say(engine, opinion({99}, place, 5)));
    CHECK_THROWS(say(engine, opinion(added(engine, "eve"), place, 6)));
    engine.write([&](app::Unit& unit) {
        auto kept = unit.reviews().hold(*id);
        REQUIRE(kept);
        CHECK(kept->stars == 4);
        CHECK(kept->text == "Dark.");
        kept->stars = 2;
        kept->text = "";
        kept->updated_at = noon + 1h;
        unit.reviews().save(*kept);
        const auto seen = unit.reviews().find(*id, ada);
        REQUIRE(seen);
        CHECK(seen->review.stars == 2);
        CHECK(seen->review.created_at == noon);
        CHECK(seen->review.updated_at == noon + 1h);
        CHECK(seen->place_name == "Hill");
        CHECK(seen->writer.handle == "bob");
        CHECK_FALSE(unit.reviews().find({99}, ada));
        CHECK_FALSE(unit.reviews().hold({99}));
        return true;
    });
}

TEST_CASE_TEMPLATE("reviews: a place's figures are its rows', and the hidden are none of them",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto place = put(engine, hill(ada));
    std::vector<places::ReviewId> said;
    for (const int stars : {5, 5, 1})
        said.push_back(
            *say(engine, opinion(added(engine, "p" + std::to_string(said.size())), place, stars)));
    CHECK(found(engine, place)->place.reviews == 3);
    CHECK(found(engine, place)->place.rating == 11.0 / 3);
    const auto version = [&] {
        std::int64_t out = 0;
        engine.read([&](app::Unit& unit) { out = unit.places().versions({}).map; });
        return out;
    };
    const auto before = version();
    engine.write([&](app::Unit& unit) {
        unit.subjects().set_hidden(subject("review", said[2].value), true);
        const auto rated = unit.reviews().recount(place);
        REQUIRE(rated);
        CHECK(rated->owner == ada);
        CHECK(unit.reviews().find(said[2], ada)->review.hidden);
        CHECK(unit.reviews().count(place) == 2);
        CHECK_FALSE(unit.reviews().recount({99}));
        return true;
    });
    CHECK(version() == before + 1);
    CHECK(found(engine, place)->place.reviews == 2);
    CHECK(found(engine, place)->place.rating == 5.0);
    engine.write([&](app::Unit& unit) {
        for (const auto id : said) unit.reviews().remove(id);
        unit.reviews().recount(place);
        return true;
    });
    CHECK(found(engine, place)->place.reviews == 0);
    CHECK_FALSE(found(engine, place)->place.rating);
}

TEST_CASE_TEMPLATE("reviews: are listed newest first, with who wrote them and what was voted", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto eve = added(engine, "eve");
    const auto here = put(engine, hill(ada));
    const auto there = put(engine, hill(ada, "There"));
    auto later = opinion(eve, here, 3);
    later.created_at = later.updated_at = noon + 1s;
    const auto first = *say(engine, opinion(bob, here, 4));
    const auto second = *say(engine, later);
    const auto third = *say(engine, opinion(eve, there, 5));
    engine.write([&](app::Unit& unit) {
        auto& reviews = unit.reviews();
        unit.votes().set({ada, subject("review", first.value), bob, Choice::up}, noon);
        unit.votes().set({eve, subject("review", first.value), bob, Choice::down}, noon);
        const auto all = reviews.list(here, ada, {10});
        REQUIRE(all.size() == 2);
        CHECK(all[0].review.id == second);
        CHECK(all[0].writer.handle == "eve");
        CHECK(all[0].votes.up == 0);
        CHECK_FALSE(all[0].votes.mine);
        CHECK(all[1].votes.up == 1);
        CHECK(all[1].votes.down == 1);
        CHECK(all[1].votes.mine == Choice::up);
        CHECK_FALSE(reviews.list(here, {}, {1, 1}).at(0).votes.mine);
        CHECK(reviews.list(here, ada, {10, 2}).empty());
        CHECK(reviews.count_by(eve) == 2);
        CHECK(reviews.list_by(eve, ada, {10}).at(0).review.id == second);
        CHECK(reviews.list_by(eve, ada, {10}).at(1).place_name == "There");
        unit.subjects().set_hidden(subject("review", third.value), true);
        CHECK(reviews.count_by(eve) == 1);
        CHECK(reviews.list_by(eve, ada, {10}).size() == 1);
        CHECK(reviews.of(eve).size() == 2);
        return true;
    });
}

TEST_CASE_TEMPLATE("reviews: whatever takes one away takes its comments and all votes", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto eve = added(engine, "eve");
    const auto setting = [&](auto take_away) {
        engine.write([&](app::Unit& unit) {
            const auto place = unit.places().add(hill(ada));
            const auto review = *unit.reviews().add(opinion(bob, place, 4));
            const auto comment =
                *unit.comments().add({{}, review, eve, "Is it?", false, noon, noon});
            unit.votes().set({eve, subject("review", review.value), bob, Choice::up}, noon);
            unit.votes().set({ada, subject("comment", comment.value), eve, Choice::up}, noon);
            take_away(unit, place, review);
            CHECK_FALSE(unit.reviews().find(review, {}));
            CHECK_FALSE(unit.comments().find(comment, {}));
            CHECK(unit.votes().tally(subject("review", review.value), {}).up == 0);
            CHECK(unit.votes().tally(subject("comment", comment.value), {}).up == 0);
            return false;
        });
    };
    setting([&](app::Unit& unit, places::PlaceId, places::ReviewId review) {
        CHECK(unit.reviews().remove(review) == std::vector{eve});
    });
    setting([](app::Unit& unit, places::PlaceId place, places::ReviewId) {
        unit.places().remove(place);
    });
    setting([&](app::Unit& unit, places::PlaceId place, places::ReviewId) {
        const auto [gone, rated] = unit.reviews().forget(bob);
        REQUIRE(gone.size() == 1);
        CHECK(gone[0].commented == std::vector{eve});
        REQUIRE(rated.size() == 1);
        CHECK(rated[0].place == place);
        CHECK(rated[0].owner == ada);
        CHECK(unit.places().find(place, {})->place.reviews == 0);
    });
    setting(
        [&](app::Unit& unit, places::PlaceId, places::ReviewId) { unit.accounts().remove(bob); });
}

TEST_CASE_TEMPLATE("reviews: an account that goes leaves the figures of others' reviews", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    const auto untouched = put(engine, hill(ada, "Elsewhere"));
    say(engine, opinion(bob, place, 1));
    say(engine, opinion(added(engine, "eve"), place, 4));
    say(engine, opinion(added(engine, "mia"), untouched, 4));
    engine.write([&](app::Unit& unit) {
        CHECK(unit.reviews().forget(bob).rated.size() == 1);
        CHECK(unit.reviews().forget(bob).gone.empty());
        return true;
    });
    CHECK(found(engine, place)->place.reviews == 1);
    CHECK(found(engine, place)->place.rating == 4.0);
    CHECK(found(engine, untouched)->place.reviews == 1);
}

TEST_CASE_TEMPLATE("reviews: of fifty people at once all count, and nobody's twice", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto place = put(engine, hill(added(engine, "ada")));
    std::vector<AccountId> people;
    for (int i = 0; i < 50; ++i) people.push_back(added(engine, "p" + std::to_string(i)));
    std::latch ready{100};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 100; ++i)
        threads.emplace_back([&, i] {
            ready.arrive_and_wait();
            const auto who = people[static_cast<std::size_t>(i % 50)];
            say(engine, opinion(who, place, i % 50 < 20 ? 5 : 2));
        });
    threads.clear();
    CHECK(found(engine, place)->place.reviews == 50);
    CHECK(found(engine, place)->place.rating == (20 * 5 + 30 * 2) / 50.0);
    engine.read([&](app::Unit& unit) { CHECK(unit.reviews().count(place) == 50); });
}

}  // namespace
}  // namespace asterism::store::testing
