#include <doctest/doctest.h>

#include "tests/places/reviewing.hpp"

namespace asterism::places {
namespace {

using tests::slug_at;

struct Told : Reviewing {
    Result<PlaceDetail> detail(std::optional<Actor> actor = {}) {
        return show_place_detail(actor, from, {hill});
    }

    Result<SummaryView> judge(AccountId who, bool helped) {
        return judge_summary(now, {who}, summaries, {hill, helped});
    }

    Result<SummaryView> sum_up(std::string text, Role role = Role::staff) {
        return write_summary(now, {ada, role}, summaries, {hill, std::move(text)});
    }
};

TEST_CASE_FIXTURE(Told, "show_place_detail: has all reviews, and a summary from three on") {
    REQUIRE(sum_up("Dark, they say."));
    REQUIRE(write(bob, 5));
    now.at += 1s;
    const auto middle = write(eve, 4)->id;
    CHECK_FALSE(detail()->summary);
    now.at += 1s;
    REQUIRE(write(person("mia"), 4));
    const auto whole = detail(Actor{bob});
    REQUIRE(whole);
    CHECK(whole->place.reviews == 3);
    REQUIRE(whole->reviews.size() == 3);
    CHECK(whole->reviews[0].author.handle == "mia");
    CHECK(whole->summary == "Dark, they say.");
    CHECK_FALSE(whole->summary_helped);
    REQUIRE(judge(bob, false));
    CHECK(detail(Actor{bob})->summary_helped == false);
    CHECK_FALSE(detail(Actor{eve})->summary_helped);
    hide("review", middle.value);
    CHECK(detail()->reviews.size() == 2);
    CHECK_FALSE(detail()->summary);
    CHECK(slug(show_place_detail({}, from, {PlaceId{9}})) == "unknown_place");
}

TEST_CASE_FIXTURE(Told, "summaries: are the staff's, and stale as soon as reviews change") {
    CHECK(slug(sum_up("Mine", Role::moderator)) == "not_your_place");
    CHECK(slug_at(sum_up(std::string(2'001, 'x'))) == "bad_summary at text");
    const auto made = sum_up("<b>Dark.</b>");
    REQUIRE(made);
    CHECK(made->text == "Dark.");
    CHECK_FALSE(made->stale);
    CHECK(made->written_at == now.at);
    REQUIRE(write(bob, 5));
    CHECK(summaries.find(hill, {})->stale);
    CHECK_FALSE(sum_up("")->text);
    CHECK(summaries.find(hill, {})->stale);
}

TEST_CASE_FIXTURE(Told, "judge_summary: seven bad of ten ask for another, once in seven days") {
    REQUIRE(sum_up("Bright."));
    std::vector<AccountId> people;
    for (int i = 0; i < 10; ++i) people.push_back(person("p" + std::to_string(i)));
    for (int i = 0; i < 3; ++i) REQUIRE(judge(people[i], true));
    for (int i = 3; i < 9; ++i) CHECK_FALSE(judge(people[i], false)->stale);
    const auto tipped = judge(people[9], false);
    CHECK(tipped->stale);
    CHECK_FALSE(tipped->written_at);
    CHECK(tipped->text == "Bright.");
    CHECK(tipped->helped == false);
    REQUIRE(sum_up("Dim."));
    now.at += 24h * 7;
    CHECK_FALSE(judge(people[0], false)->stale);
    now.at += 1s;
    CHECK_FALSE(judge(people[1], true)->stale);
    CHECK(judge(people[1], false)->stale);
    CHECK(slug(judge_summary(now, {bob}, summaries, {PlaceId{9}, true})) == "unknown_place");
}

TEST_CASE("is_doubted: needs five opinions, and seven of ten bad ones") {
    const auto now = tests::instant("2026-03-01T12:00:00Z");
    CHECK_FALSE(is_doubted({}, {4, 4}, now));
    CHECK(is_doubted({}, {5, 4}, now));
    CHECK_FALSE(is_doubted({}, {5, 3}, now));
    CHECK(is_doubted({}, {10, 7}, now));
    CHECK_FALSE(is_doubted({.text = {}, .doubted_at = now - 24h * 7}, {10, 7}, now));
    CHECK(is_doubted({.text = {}, .doubted_at = now - 24h * 7 - 1us}, {10, 7}, now));
}

}  // namespace
}  // namespace asterism::places
