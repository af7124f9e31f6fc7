#include <doctest/doctest.h>

#include "tests/badges/stage.hpp"

namespace asterism::badges {
namespace {

using tests::slug;
using tests::slug_at;

Slugs slugs(const std::vector<BadgeView>& list) {
    Slugs out;
    for (const auto& each : list) out.push_back(each.slug);
    return out;
}

TEST_CASE_FIXTURE(Stage, "visits: bring their badges at once, and only with news") {
    const auto ada = person("ada");
    const auto bob = person("bob");
    std::vector<places::PlaceId> hills;
    for (int i = 0; i < 5; ++i) hills.push_back(put(ada, "Hill " + std::to_string(i)));
    const auto mark = [&](int i) {
        return mark_visited(run(), {bob}, places, visits, events, bench(), {hills[i]});
    };
    const auto toggle = [&](int i) {
        return toggle_visited(run(), {bob}, places, visits, events, bench(), {hills[i]});
    };
    CHECK(slugs(mark(0)->new_badges) == Slugs{"first-light"});
    CHECK(mark(0)->new_badges.empty());
    CHECK_FALSE(mark(0)->changed);
    CHECK(mark(1)->new_badges.empty());
    CHECK(mark(2)->visits == 3);
    CHECK(mark(3)->changed);
    CHECK(slugs(toggle(4)->new_badges) == Slugs{"explorer"});
    CHECK(toggle(4)->new_badges.empty());
    CHECK(held(bob) == Slugs{"first-light", "explorer"});  // the task takes what is not deserved
    judge(bob);
    CHECK(held(bob) == Slugs{"first-light"});
    CHECK(slug(mark_visited(run(), {bob}, places, visits, events, bench(),
                            {places::PlaceId{99}})) == "unknown_place");
}

TEST_CASE_FIXTURE(Stage, "pin_badges: up to three that one has, each once, in place of the old") {
    const auto ada = person("ada");
    for (int i = 0; i < 5; ++i) put(ada, "Hill " + std::to_string(i));
    judge(ada);
    REQUIRE(held(ada) == Slugs{"first-light", "explorer", "scout", "discoverer"});
    const auto pin = [&](std::vector<BadgeId> badges) {
        auto before = tables;
        auto out = pin_badges(now, policy, {ada}, awards, {std::move(badges)});
        if (!out) tables = before;
        return out;
    };
    CHECK(slugs(pin({{8}, {1}, {2}})->badges) == Slugs{"discoverer", "first-light", "explorer"});
    CHECK(pins_of(awards.of(ada)) == std::vector<BadgeId>{{8}, {1}, {2}});
    CHECK(slug_at(pin({{1}, {2}, {7}, {8}})) == "too_many_pins at badges");
    CHECK(slug_at(pin({{1}, {1}})) == "pinned_twice at badges");
    CHECK(slug_at(pin({{1}, {3}})) == "badge_not_earned at badges");
    CHECK(slug_at(pin({{99}})) == "badge_not_earned at badges");
    CHECK(pins_of(awards.of(ada)) == std::vector<BadgeId>{{8}, {1}, {2}});
    REQUIRE(pin({{7}}));
    CHECK(pins_of(awards.of(ada)) == std::vector<BadgeId>{{7}});
    CHECK(profiles.pinned_badges(ada) == std::vector<std::int64_t>{7});
    REQUIRE(pin({}));
    CHECK(pins_of(awards.of(ada)).empty());
}

TEST_CASE_FIXTURE(Stage, "list_profile_badges: the newest first, of public profiles alone") {
    const auto ada = person("ada");
    put(ada, "Hill");
    judge(ada);
    now.at += 1h;
    for (int i = 0; i < 4; ++i) put(ada, "Dale " + std::to_string(i));
    judge(ada);
    const auto list = [&](std::string_view name) {
        return list_profile_badges(now, policy, accounts, awards, {accounts::handle(name)});
    };
    Slugs shown;
    const auto listed = *list("ada");
    for (const auto& each : listed.earned) shown.push_back(each.badge.slug);
    CHECK(shown == Slugs{"discoverer", "explorer", "scout", "first-light"});
    CHECK(slug(list("nobody")) == "unknown_profile");
    find("ada").system = true;
    CHECK(slug(list("ada")) == "unknown_profile");
}

TEST_CASE_FIXTURE(Stage, "show_badges: tells how far one has come") {
    const auto ada = person("ada");
    const auto shown = [&] { return *show_badges(now, policy, {ada}, deeds, awards, {}); };
    CHECK(shown().locked.size() == 27);
    put(ada, "Hill");
    judge(ada);
    CHECK(shown().earned.size() == 2);
    CHECK(shown().in_progress.size() == 2);
    CHECK(shown().in_progress[0].badge.slug == "discoverer");
    CHECK(shown().in_progress[0].percentage == 20);
    CHECK(slug(show_badges(now, policy, {AccountId{99}}, deeds, awards, {})) == "unknown_profile");
}

TEST_CASE_FIXTURE(Stage, "list_badges: lists all, for everybody") {
    const auto all = list_badges(now, policy, {});
    REQUIRE(all);
    CHECK(all->badges.size() == 27);
    CHECK(all->badges.front().slug == "conversationalist");
}

}  // namespace
}  // namespace asterism::badges
