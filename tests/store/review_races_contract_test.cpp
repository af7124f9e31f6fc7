// Whole use cases about one review, run by many at once on a real database.

#include <atomic>
#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "libcore/places/detail.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/feedback.hpp"
#include "libcore/places/use_cases.hpp"
#include "tests/store/review_rows.hpp"

namespace asterism::store::testing {
namespace {

using community::Choice;

/// So many runs, twenty at once, all beginning together.
void crowd(int times, auto work) {
    std::atomic<int> next = 0;
    std::latch ready{20};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 20; ++i)
        threads.emplace_back([&] {
            ready.arrive_and_wait();
            for (int each = next++; each < times; each = next++) work(each);
        });
}

struct Scenery {
    explicit Scenery(Engine& on) : engine(on) {
        for (int i = 0; i < 50; ++i) people.push_back(added(engine, "p" + std::to_string(i)));
    }

    AccountId person(int i) const { return people[static_cast<std::size_t>(i)]; }

    Engine& engine;
    AccountId ada = added(engine, "ada");
    AccountId bob = added(engine, "bob");
    places::PlaceId place = put(engine, hill(ada));
    std::vector<AccountId> people;
};

TEST_CASE_TEMPLATE("vote_review: a hundred votes by fifty people at once sum exactly", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Scenery here(database.engine());
    const auto review = *say(here.engine, opinion(here.bob, here.place, 4));
    const auto press = [&](int times, auto who, auto choice) {
        crowd(times, [&](int i) {
            here.engine.write([&](app::Unit& unit) {
                Events events;
                return bool(places::vote_review({noon}, Actor{who(i)}, unit.reviews(),
                                                {unit.subjects(), unit.votes(), events},
                                                {review, choice(i), here.place}));
            });
        });
    };
    const auto tally = [&] {
        community::Tally out;
        here.engine.read([&](app::Unit& unit) { out = unit.reviews().find(review, {})->votes; });
        return out;
    };
    // Everybody presses the same arrow twice, which takes it back.
    press(
        100, [&](int i) { return here.person(i % 50); }, [](int) { return Choice::up; });
    CHECK(tally().up == 0);
    press(
        50, [&](int i) { return here.person(i); },
        [](int i) { return i < 30 ? Choice::up : Choice::down; });
    CHECK(tally().up == 30);
    CHECK(tally().down == 20);
    // Half of those who were for it turn round.
    press(
        15, [&](int i) { return here.person(i); }, [](int) { return Choice::down; });
    CHECK(tally().up == 15);
    CHECK(tally().down == 35);
}

TEST_CASE_TEMPLATE("write_review: of twenty by one account at once, one is kept", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Scenery here(database.engine());
    std::atomic<int> made = 0;
    std::atomic<int> refused = 0;
    crowd(20, [&](int i) {
        bool ok = false;
        here.engine.write([&](app::Unit& unit) {
            Events events;
            const auto out = places::write_review(
                {noon}, Actor{here.bob},
                {unit.places(), unit.visits(), unit.reviews(), events, unit.photos()},
                {here.place, 1 + i % 5});
            ok = bool(out);
            if (!out) CHECK(out.error().fault == &places::reviewed_already);
            return ok;
        });
        ++(ok ? made : refused);
    });
    CHECK(made == 1);
    CHECK(refused == 19);
    CHECK(found(here.engine, here.place, here.bob)->place.reviews == 1);
    CHECK(found(here.engine, here.place, here.bob)->visited);
}

TEST_CASE_TEMPLATE("reviews: of accounts that go while they write, none is left to count", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Scenery here(database.engine());
    crowd(100, [&](int i) {
        const Actor actor{here.person(i / 2)};
        here.engine.write([&](app::Unit& unit) {
            Events events;
            if (i % 2 == 0)
                return bool(places::write_review(
                    {noon}, actor,
                    {unit.places(), unit.visits(), unit.reviews(), events, unit.photos()},
                    {here.place, 5}));
            const accounts::AccountDeleted gone{actor.account, ""};
            places::forget_reviews(unit.reviews(), events, gone);
            places::forget_places(unit.places(), events, gone);
            unit.accounts().remove(actor.account);
            return true;
        });
    });
    here.engine.read([&](app::Unit& unit) { CHECK(unit.reviews().count(here.place) == 0); });
    CHECK(found(here.engine, here.place)->place.reviews == 0);
    CHECK_FALSE(found(here.engine, here.place)->place.rating);
    CHECK(found(here.engine, here.place)->place.visitors == 0);
}

TEST_CASE_TEMPLATE("reviews: written, changed, hidden and removed at once, they leave true figures",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    Scenery here(database.engine());
    crowd(150, [&](int i) {
        const Actor actor{here.person(i % 50)};
        here.engine.write([&](app::Unit& unit) {
            Events events;
            const places::ReviewDesk desk{unit.places(), unit.visits(), unit.reviews(), events,
                                          unit.photos()};
            if (places::write_review({noon}, actor, desk, {here.place, 1 + i % 5})) return true;
            const auto own = unit.reviews().of(actor.account).at(0).review.id;
            if (i % 3 == 0)
                return bool(places::change_review({noon}, actor, desk, {own, {}, 1 + i % 4}));
            const auto ref = subject("review", own.value);
            unit.subjects().hold(ref);
            unit.subjects().set_hidden(ref, i % 2 == 0);
            places::count_without(unit.reviews(), events, {ref, i % 2 == 0});
            return true;
        });
    });
    std::int64_t count = 0;
    std::int64_t sum = 0;
    here.engine.read([&](app::Unit& unit) {
        for (const auto& each : unit.reviews().list(here.place, {}, {1'000})) {
            ++count;
            sum += each.review.stars;
        }
    });
    const auto kept = found(here.engine, here.place)->place;
    CHECK(kept.reviews == count);
    CHECK(kept.rating == static_cast<double>(sum) / static_cast<double>(count));
    CHECK(kept.visitors == 50);
}

}  // namespace
}  // namespace asterism::store::testing
