#include <doctest/doctest.h>

#include "tests/places/reviewing.hpp"

namespace asterism::places {
namespace {

using tests::slug_at;

TEST_CASE_FIXTURE(Reviewing, "write_comment: is under its review, and cleaned") {
    const auto on = write(bob, 5)->id;
    const auto made = say(eve, on, " <script>x</script><i>Which</i> road? ");
    REQUIRE(made);
    CHECK(made->text == "<i>Which</i> road?");
    CHECK(made->review == on);
    CHECK(made->place == hill);
    CHECK(made->author.handle == "eve");
    CHECK(last<CommentWritten>().account == eve);
    CHECK(slug_at(say(eve, on, "  ")) == "bad_comment_text at text");
    CHECK(slug_at(say(eve, on, "<p onclick=x")) == "bad_comment_text at text");
    CHECK(slug_at(say(eve, on, "\u00A0 \u3000")) == "bad_comment_text at text");
    CHECK(slug_at(say(eve, on, "\u200B\uFEFF")) == "bad_comment_text at text");
    CHECK(slug_at(say(eve, on, std::string(501, 'x'))) == "bad_comment_text at text");
    CHECK(slug(say(eve, {99}, "Hm")) == "unknown_review");
    CHECK(slug(write_comment(now, {eve}, reviews, comments, events, {on, "Hm", PlaceId{9}})) ==
          "unknown_review");
    CHECK(say(bob, on, std::string(500, 'x')));
    hide("review", on.value);
    CHECK(slug(say(eve, on, "Hm")) == "unknown_review");
    CHECK(told<CommentWritten>() == 2);
}

TEST_CASE_FIXTURE(Reviewing, "comments: are listed oldest first, and never in the wrong place") {
    const auto on = write(bob, 5)->id;
    const auto other = write(eve, 4)->id;
    const auto first = say(eve, on, "First")->id;
    for (int i = 0; i < 10; ++i) {
        now.at += 1s;
        REQUIRE(say(bob, on, "More"));
    }
    const auto page = list_comments({}, reviews, comments, {on});
    REQUIRE(page);
    CHECK(page->count == 11);
    CHECK(page->comments[0].text == "First");
    CHECK(list_comments({}, reviews, comments, {on, {}, 2})->comments.size() == 1);
    CHECK(list_comments({}, reviews, comments, {other})->count == 0);
    CHECK(slug(list_comments({}, reviews, comments, {on, PlaceId{9}})) == "unknown_review");
    const auto see = [&](ThisComment input) { return show_comment({}, reviews, comments, input); };
    CHECK(see({first, on, hill}));
    CHECK(slug(see({first, other})) == "unknown_comment");
    CHECK(slug(see({first, on, PlaceId{9}})) == "unknown_comment");
    hide("review", on.value);
    CHECK(slug(see({first})) == "unknown_comment");
}

TEST_CASE_FIXTURE(Reviewing, "comments: are changed and removed by who wrote them") {
    const auto on = write(bob, 5)->id;
    const auto id = say(eve, on, "Hm")->id;
    const auto change = [&](AccountId who, std::optional<std::string> text) {
        return change_comment(now, {who}, reviews, comments, {id, std::move(text)});
    };
    now.at += 11s;
    CHECK(change(eve, "Changed")->edited);
    CHECK(change(eve, {})->text == "Changed");
    CHECK(slug(change(bob, "Mine")) == "not_your_comment");
    CHECK(slug_at(change(eve, "")) == "bad_comment_text at text");
    const auto remove = [&](const Actor& who, std::optional<ReviewId> under = {}) {
        return remove_comment(run(), who, comments, events, {id, under});
    };
    CHECK(slug(remove({bob})) == "not_your_comment");
    CHECK(slug(remove({eve}, ReviewId{99})) == "unknown_comment");
    hide("comment", id.value);
    CHECK(slug(remove({bob})) == "unknown_comment");
    CHECK(slug(change(bob, "Mine")) == "unknown_comment");
    CHECK(list_comments({}, reviews, comments, {on})->count == 0);
    CHECK(remove({eve}));
    CHECK(last<CommentRemoved>().account == eve);
    CHECK(slug(remove({eve})) == "unknown_comment");
}

}  // namespace
}  // namespace asterism::places
