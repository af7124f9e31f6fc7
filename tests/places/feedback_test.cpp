#include <doctest/doctest.h>

#include "tests/places/reviewing.hpp"

namespace asterism::places {
namespace {

using community::Choice;

TEST_CASE_FIXTURE(Reviewing, "vote_review: counts where it lies, and never one's own") {
    const auto id = write(bob, 5)->id;
    const auto press = [&](AccountId who, Choice choice, std::optional<PlaceId> place = {}) {
        return vote_review(now, {who}, reviews, urn(), {id, choice, place});
    };
    CHECK(press(eve, Choice::up, hill)->up == 1);
    CHECK(press(eve, Choice::down)->down == 1);
    CHECK(press(ada, Choice::up)->mine == Choice::up);
    CHECK(slug(press(bob, Choice::up)) == "own_subject");
    CHECK(slug(press(eve, Choice::up, PlaceId{9})) == "unknown_review");
    CHECK(show_review(Actor{eve}, reviews, photos, {id})->mine == Choice::down);
    CHECK_FALSE(press(eve, Choice::down)->mine);
    CHECK(last<community::Voted>().author == bob);
    hide("review", id.value);
    CHECK(slug(press(eve, Choice::up)) == "unknown_review");
    CHECK(slug(press(bob, Choice::up)) == "unknown_subject");
}

TEST_CASE_FIXTURE(Reviewing, "vote_comment: the same, under the right review of the right place") {
    const auto on = write(bob, 5)->id;
    const auto id = say(eve, on, "Hm")->id;
    const auto press = [&](AccountId who, std::optional<ReviewId> under = {}) {
        return vote_comment(now, {who}, reviews, comments, urn(), {id, Choice::up, under, hill});
    };
    CHECK(press(bob, on)->up == 1);
    CHECK(slug(press(eve)) == "own_subject");
    CHECK(slug(press(bob, ReviewId{99})) == "unknown_comment");
    CHECK(show_comment(Actor{bob}, reviews, comments, {id})->up == 1);
}

TEST_CASE_FIXTURE(Reviewing, "reports: hide what is said, but never a place, which counts them") {
    policy.reports_to_hide = 1;
    const auto on = write(bob, 1)->id;
    const auto remark = say(bob, on, "Hm")->id;
    CHECK(report_comment(run(), {eve}, accounts, {reviews, comments}, bench(), {remark}));
    CHECK(tables.comments.at(remark.value).hidden);
    const auto report = [&](AccountId who) {
        return report_review(run(), {who}, accounts, reviews, bench(), {on});
    };
    CHECK(slug(report(bob)) == "own_subject");
    CHECK(report(eve));
    CHECK(last<community::Hidden>().hidden);
    CHECK(slug(report(ada)) == "unknown_review");
    const auto of_place = [&](AccountId who, PlaceId place) {
        const auto out = report_place(run(), {who}, accounts, bench(), {place});
        if (out) count_report(places, last<community::Reported>());
        return out;
    };
    CHECK(of_place(bob, hill));
    CHECK(of_place(eve, hill));
    CHECK(slug(of_place(eve, hill)) == "already_reported");
    CHECK(slug(of_place(ada, hill)) == "own_subject");
    CHECK(slug(of_place(bob, {99})) == "unknown_place");
    CHECK(show(hill)->reports == 2);
    CHECK(slug(community::hide_subject(
              run(), {person("mod", Role::moderator), Role::moderator}, accounts, bench(),
              {*SubjectKind::parse("place"), {hill.value}, {}})) == "stays_in_sight");
}

}  // namespace
}  // namespace asterism::places
