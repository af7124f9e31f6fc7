#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/community/votes.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using community::Ballot;
using community::Choice;
using community::Subject;

SubjectRef ref(std::string_view kind, std::int64_t id) {
    return {*SubjectKind::parse(kind), SubjectId{id}};
}

/// A kind of this test's own, until a module keeps one that can be voted on: what a profile says.
class Sayings final : public community::Subjects {
public:
    explicit Sayings(app::Unit& unit) : unit_(unit) {}

    std::optional<Subject> find(const SubjectRef& ref) const override {
        return Subject{AccountId{ref.id.value}, false, Ballot::up_down};
    }

    std::optional<Subject> hold(const SubjectRef& ref) override {
        unit_.profiles().hold(AccountId{ref.id.value});
        return find(ref);
    }

    void set_hidden(const SubjectRef&, bool) override {}

private:
    app::Unit& unit_;
};

TEST_CASE_TEMPLATE("subjects: a profile is its owner's, and there as long as it is public", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto gone = added(engine, "gone");
    engine.write([&](app::Unit& unit) {
        unit.accounts().set_active(gone, false);
        auto& subjects = unit.subjects();
        const auto found = subjects.hold(ref("profile", ada.value));
        REQUIRE(found);
        CHECK(found->author == ada);
        CHECK_FALSE(found->hidden);
        CHECK(found->ballot == Ballot::none);
        subjects.set_hidden(ref("profile", ada.value), true);
        CHECK(subjects.find(ref("profile", ada.value))->hidden);
        CHECK(unit.profiles().of(ada).units == community::Units::metric);
        subjects.set_hidden(ref("profile", ada.value), false);
        CHECK_FALSE(subjects.find(ref("profile", ada.value))->hidden);
        CHECK_FALSE(subjects.find(ref("profile", gone.value)));
        CHECK_FALSE(subjects.find(ref("profile", 999)));
        CHECK_FALSE(subjects.find(ref("comet", 1)));
        CHECK_FALSE(subjects.hold(ref("comet", 1)));
        subjects.set_hidden(ref("comet", 1), true);
        return true;
    });
}

TEST_CASE_TEMPLATE("votes: setting twice keeps one, and the sums are of rows", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto eve = added(engine, "eve");
    const auto review = ref("review", 7);
    engine.write([&](app::Unit& unit) {
        auto& votes = unit.votes();
        CHECK_FALSE(votes.find(bob, review));
        CHECK(votes.tally(review, bob).up == 0);
        votes.set({bob, review, ada, Choice::up}, noon);
        votes.set({bob, review, ada, Choice::down}, noon);
        votes.set({eve, review, ada, Choice::up}, noon);
        votes.set({eve, ref("review", 8), ada, Choice::up}, noon);
        votes.set({eve, ref("photo", 7), std::nullopt, Choice::up}, noon);
        votes.set({AccountId{999}, review, ada, Choice::up}, noon);  // who has gone meanwhile
        CHECK(votes.find(bob, review) == Choice::down);
        const auto tally = votes.tally(review, bob);
        CHECK(tally.up == 1);
        CHECK(tally.down == 1);
        CHECK(tally.mine == Choice::down);
        CHECK_FALSE(votes.tally(review, {}).mine);
        CHECK(unit.profiles().shown(ada, {})->stats.helpful_votes == 2);
        REQUIRE(votes.of(eve).size() == 3);
        CHECK(votes.of(eve)[0].kind == "photo");
        CHECK(votes.of(eve)[0].subject == SubjectId{7});
        CHECK(votes.of(eve)[0].choice == Choice::up);
        CHECK(votes.of(eve)[0].at == noon);
        votes.drop(bob, review);
        CHECK_FALSE(votes.find(bob, review));
        votes.drop_all(ref("review", 8));
        CHECK(votes.tally(ref("review", 8), {}).up == 0);
        CHECK(votes.tally(ref("photo", 7), {}).up == 1);
        votes.drop_all(eve);
        CHECK(votes.tally(review, {}).up == 0);
        return true;
    });
}

TEST_CASE_TEMPLATE("votes: nobody's is on his own, whatever the code above says", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    CHECK_THROWS(engine.write([&](app::Unit& unit) {
        unit.votes().set({ada, ref("review", 1), ada, Choice::up}, noon);
        return true;
    }));
    engine.read([&](app::Unit& unit) { CHECK(unit.votes().tally(ref("review", 1), {}).up == 0); });
}

TEST_CASE_TEMPLATE("votes: go with their voter, and stay without their author", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto eve = added(engine, "eve");
    engine.write([&](app::Unit& unit) {
        unit.votes().set({bob, ref("photo", 1), ada, Choice::up}, noon);
        unit.votes().set({eve, ref("photo", 1), ada, Choice::up}, noon);
        unit.accounts().remove(bob);
        unit.accounts().remove(ada);
        CHECK(unit.votes().tally(ref("photo", 1), eve).up == 1);
        return true;
    });
}

/// So many presses, twenty at once, each a whole run; what `who` answers votes.
void press(Engine& engine, int times, const SubjectRef& on, auto who) {
    std::atomic<int> next = 0;
    std::latch ready{20};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 20; ++i)
        threads.emplace_back([&] {
            ready.arrive_and_wait();
            for (int each = next++; each < times; each = next++)
                engine.write([&](app::Unit& unit) {
                    Sayings subjects(unit);
                    Events events;
                    return bool(community::cast_vote({noon}, Actor{who(each)}, subjects,
                                                     unit.votes(), events,
                                                     {on.kind, on.id, Choice::up}));
                });
        });
}

TEST_CASE_TEMPLATE("cast_vote: a hundred presses by fifty people at once sum exactly", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto star = ref("name", added(engine, "star").value);
    std::vector<AccountId> people;
    for (int i = 0; i < 50; ++i) people.push_back(added(engine, "p" + std::to_string(i)));
    const auto sum = [&] {
        std::int64_t up = 0;
        engine.read([&](app::Unit& unit) { up = unit.votes().tally(star, {}).up; });
        return up;
    };
    press(engine, 50, star, [&](int i) { return people[static_cast<std::size_t>(i)]; });
    CHECK(sum() == 50);
    press(engine, 100, star, [&](int i) { return people[static_cast<std::size_t>(i / 2)]; });
    CHECK(sum() == 50);  // twice each, so all is as it was
    press(engine, 75, star, [&](int i) { return people[static_cast<std::size_t>(i % 25)]; });
    CHECK(sum() == 25);  // three times each of the first half
}

}  // namespace
}  // namespace asterism::store::testing
