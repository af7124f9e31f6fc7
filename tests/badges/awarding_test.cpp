#include <set>

#include <doctest/doctest.h>

#include "tests/badges/stage.hpp"

namespace asterism::badges {
namespace {

std::set<std::string> asked(const tests::Tables& tables) {
    std::set<std::string> out;
    for (const auto& task : tables.tasks)
        if (task.kind == evaluate_task) out.insert(task.key);
    return out;
}

TEST_CASE_FIXTURE(Stage, "evaluate: gives what is deserved once, and takes what no longer is") {
    const auto ada = person("ada");
    const auto hill = put(ada, "Hill");
    CHECK(judge(ada) == 2);
    CHECK(held(ada) == Slugs{"first-light", "scout"});
    now.at += 1h;
    CHECK(judge(ada) == 0);
    CHECK(awards.of(ada)[0].earned_at == now.at - 1h);

    REQUIRE(remove_place(run(), {ada}, places, events, {hill}));
    CHECK(judge(ada) == 0);
    CHECK(held(ada).empty());

    put(ada, "Dale");
    CHECK(judge(ada) == 2);
    CHECK(awards.of(ada)[0].earned_at == now.at);
    CHECK(judge(AccountId{99}) == 0);
}

TEST_CASE_FIXTURE(Stage, "evaluate: the site's own accounts get nothing") {
    const auto site = person("starview");
    find("starview").system = true;
    put(site, "Hill");
    CHECK(judge(site) == 0);
    greet(now, deeds, awards, site);
    CHECK(held(site).empty());
}

TEST_CASE_FIXTURE(Stage, "evaluate: a badge that is taken is shown first no longer") {
    const auto ada = person("ada");
    const auto hill = put(ada, "Hill");
    judge(ada);
    REQUIRE(pin_badges(now, policy, {ada}, awards, {{{7}, {1}}}));
    CHECK(pins_of(awards.of(ada)) == std::vector<BadgeId>{{7}, {1}});
    const auto dale = put(person("bob"), "Dale");
    REQUIRE(places::mark_visited(now, {ada}, places, visits, events, {dale}));
    REQUIRE(remove_place(run(), {ada}, places, events, {hill}));
    judge(ada);
    CHECK(pins_of(awards.of(ada)) == std::vector<BadgeId>{{1}});
}

TEST_CASE_FIXTURE(Stage, "heed: whoever is concerned is judged afterwards, once for many events") {
    heed(now, tasks, places::PlaceAdded{{1}, {5}});
    heed(now, tasks, places::PlaceVisited{{1}, {5}});
    heed(now, tasks, places::PlaceUnvisited{{1}, {6}});
    heed(now, tasks, community::Followed{{5}, {7}});
    heed(now, tasks, community::Unfollowed{{5}, {8}});
    heed(now, tasks, community::ProfileChanged{{9}});
    heed(now, tasks, places::PlaceRated{{1}, {10}});
    heed(now, tasks, places::ReviewWritten{{1}, {1}, {11}});
    heed(now, tasks, places::CommentWritten{{1}, {1}, {12}});
    heed(now, tasks, places::CommentRemoved{{1}, {1}, {12}});
    CHECK(asked(tables) == std::set<std::string>{"5", "6", "7", "8", "9", "10", "11", "12"});
    CHECK(tables.tasks[0].payload == "5");
    CHECK(tables.tasks[0].due == now.at);
}

TEST_CASE_FIXTURE(Stage, "heed: votes concern authors of reviews") {
    const SubjectRef review{*SubjectKind::parse("review"), {3}};
    const SubjectRef photo{*SubjectKind::parse("photo"), {3}};
    heed(now, tasks, community::Voted{{1}, photo, AccountId{2}, {}, {}});
    heed(now, tasks, community::Voted{{1}, review, {}, {}, {}});
    CHECK(asked(tables).empty());
    heed(now, tasks, community::Voted{{1}, review, AccountId{2}, {}, {}});
    CHECK(asked(tables) == std::set<std::string>{"2"});
}

TEST_CASE_FIXTURE(Stage, "heed: what goes concerns all who had left something there") {
    heed_place_removed(now, tasks, {{1}, {5}, {{3}, {5}, {9}}});
    CHECK(asked(tables) == std::set<std::string>{"3", "5", "9"});
    heed_review_removed(now, tasks, {{1}, {1}, {4}, {{7}, {3}}});
    CHECK(asked(tables) == std::set<std::string>{"3", "5", "9", "4", "7"});
}

TEST_CASE_FIXTURE(Stage, "greet: the first hundred are pioneers once they are proved, for good") {
    std::vector<AccountId> people;
    for (int i = 0; i < 101; ++i) {
        now.at += 1s;
        people.push_back(person("p" + std::to_string(i)));
        find("p" + std::to_string(i)).created_at = now.at;
    }
    greet_verified(now, deeds, awards, {people[99]});
    greet_verified(now, deeds, awards, {people[100]});
    greet_connected(now, deeds, awards, {people[0]});
    greet_connected(now, deeds, awards, {people[0]});
    CHECK(held(people[99]) == Slugs{"pioneer"});
    CHECK(held(people[100]).empty());
    CHECK(held(people[0]) == Slugs{"pioneer"});
    judge(people[0]);
    CHECK(held(people[0]) == Slugs{"pioneer"});
    greet_verified(now, deeds, awards, {AccountId{999}});
}

TEST_CASE_FIXTURE(Stage, "watch_visits: the log is told of every tenth visit within an hour") {
    const auto ada = person("ada");
    const auto bob = person("bob");
    const auto suspicious = [&] {
        int count = 0;
        for (const auto& event : trail.events())
            if (event.type == "suspicious_badge_activity") {
                ++count;
                CHECK_FALSE(event.success);
                CHECK(event.account == bob);
            }
        return count;
    };
    for (int i = 1; i <= 20; ++i) {
        const auto id = put(ada, "Hill " + std::to_string(i));
        REQUIRE(places::mark_visited(now, {bob}, places, visits, events, {id}));
        watch_visits(run(), deeds, {id, bob});
        CHECK(suspicious() == i / 10);
    }
    now.at += 1h;
    const auto id = put(ada, "Dale");
    REQUIRE(places::mark_visited(now, {bob}, places, visits, events, {id}));
    watch_visits(run(), deeds, {id, bob});
    CHECK(suspicious() == 2);
}

TEST_CASE_FIXTURE(Stage, "forget_awards: awards go, and those who lose by it are judged anew") {
    const auto ada = person("ada");
    const auto bob = person("bob");
    const auto eve = person("eve");
    const auto hill = put(ada, "Hill");
    REQUIRE(places::mark_visited(now, {bob}, places, visits, events, {hill}));
    follows.add(ada, eve, now.at);
    judge(ada);
    forget_awards(now, tasks, deeds, awards, {ada, "ada"});
    CHECK(held(ada).empty());
    CHECK(asked(tables) ==
          std::set<std::string>{std::to_string(bob.value), std::to_string(eve.value)});
}

}  // namespace
}  // namespace asterism::badges
