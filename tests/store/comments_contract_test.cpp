#include <doctest/doctest.h>

#include "tests/store/review_rows.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;

places::Comment remark(AccountId author, places::ReviewId on, std::string text, Instant at = noon) {
    return {{}, on, author, std::move(text), false, at, at};
}

TEST_CASE_TEMPLATE("comments: are listed oldest first, and hidden ones are not", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    const auto on = *say(engine, opinion(bob, place, 4));
    engine.write([&](app::Unit& unit) {
        auto& comments = unit.comments();
        const auto late = *comments.add(remark(ada, on, "Later", noon + 1s));
        const auto early = *comments.add(remark(bob, on, "Sooner"));
        CHECK_FALSE(comments.add(remark(ada, {99}, "Where?")));
        CHECK_FALSE(comments.add(remark({99}, on, "Who?")));
        unit.votes().set({ada, subject("comment", early.value), bob, community::Choice::up}, noon);
        const auto all = comments.list(on, ada, {10});
        REQUIRE(all.size() == 2);
        CHECK(all[0].comment.text == "Sooner");
        CHECK(all[0].place == place);
        CHECK(all[0].writer.handle == "bob");
        CHECK(all[0].votes.up == 1);
        CHECK(all[0].votes.mine == community::Choice::up);
        CHECK(comments.list(on, {}, {1, 1}).at(0).comment.id == late);
        auto kept = comments.hold(late);
        REQUIRE(kept);
        kept->text = "Changed";
        kept->updated_at = noon + 1h;
        comments.save(*kept);
        CHECK(comments.find(late, {})->comment.text == "Changed");
        CHECK(comments.find(late, {})->comment.updated_at == noon + 1h);
        unit.subjects().set_hidden(subject("comment", late.value), true);
        CHECK(comments.count(on) == 1);
        CHECK(comments.list(on, {}, {10}).size() == 1);
        CHECK(comments.find(late, {})->comment.hidden);
        CHECK(comments.of(ada).size() == 1);
        comments.remove(early);
        CHECK_FALSE(comments.find(early, {}));
        CHECK(unit.votes().tally(subject("comment", early.value), {}).up == 0);
        comments.forget(ada);
        CHECK(comments.of(ada).empty());
        return true;
    });
}

TEST_CASE_TEMPLATE("subjects: a comment is hidden with its review, and a place never is", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    const auto on = *say(engine, opinion(bob, place, 4));
    engine.write([&](app::Unit& unit) {
        auto& subjects = unit.subjects();
        const auto comment = subject("comment", unit.comments().add(remark(ada, on, "Hm"))->value);
        CHECK(subjects.find(comment)->author == ada);
        CHECK(subjects.hold(comment)->ballot == community::Ballot::up_down);
        CHECK_FALSE(subjects.find(comment)->hidden);
        subjects.set_hidden(subject("review", on.value), true);
        CHECK(subjects.hold(subject("review", on.value))->hidden);
        CHECK(subjects.find(comment)->hidden);
        const auto there = subjects.hold(subject("place", place.value));
        REQUIRE(there);
        CHECK(there->author == ada);
        CHECK(there->ballot == community::Ballot::none);
        CHECK_FALSE(there->can_hide);
        subjects.set_hidden(subject("place", place.value), true);
        CHECK_FALSE(subjects.find(subject("place", place.value))->hidden);
        CHECK_FALSE(subjects.find(subject("review", 99)));
        return true;
    });
}

TEST_CASE_TEMPLATE("summaries: are kept with what each reader thought of them", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    engine.write([&](app::Unit& unit) {
        auto& summaries = unit.summaries();
        CHECK_FALSE(summaries.find({99}, ada));
        CHECK(summaries.find(place, ada)->stale);
        CHECK(summaries.find(place, ada)->text.empty());
        summaries.save(place, {"Dark, and hard to reach.", false, noon, noon - 1h});
        const auto kept = summaries.hold(place);
        REQUIRE(kept);
        CHECK(kept->text == "Dark, and hard to reach.");
        CHECK_FALSE(kept->stale);
        CHECK(kept->written_at == noon);
        CHECK(kept->doubted_at == noon - 1h);
        CHECK(summaries.judge(ada, place, true, noon).bad == 0);
        CHECK(summaries.judge(bob, place, true, noon).all == 2);
        const auto turned = summaries.judge(bob, place, false, noon + 1s);
        CHECK(turned.all == 2);
        CHECK(turned.bad == 1);
        CHECK(summaries.find(place, bob)->helped == false);
        CHECK_FALSE(summaries.find(place, {})->helped);
        summaries.forget(bob);
        CHECK(summaries.judge(ada, place, true, noon).all == 1);
        unit.reviews().recount(place);
        CHECK(summaries.find(place, ada)->stale);
        return true;
    });
}

}  // namespace
}  // namespace asterism::store::testing
