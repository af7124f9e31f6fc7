#include "libcore/community/votes.hpp"

#include <doctest/doctest.h>

#include "libcore/community/use_cases.hpp"
#include "tests/accounts/scene.hpp"
#include "tests/fakes/memory_profiles.hpp"
#include "tests/fakes/memory_votes.hpp"

namespace asterism::community {
namespace {

using tests::slug;

SubjectKind kind(std::string_view text) { return *SubjectKind::parse(text); }

struct Stage : accounts::Scene {
    AccountId person(const std::string& name) {
        return settle({.handle = name, .email = name + "@example.org"});
    }

    /// A thing that Ada made, or nobody.
    void lay(std::string_view what, std::int64_t id, std::optional<AccountId> author,
             Ballot ballot = Ballot::up_down, bool hidden = false) {
        tables.subjects.push_back({{kind(what), SubjectId{id}}, {author, hidden, ballot}});
    }

    Result<Tally> press(AccountId who, Choice choice, std::int64_t id = 1,
                        std::string_view what = "review") {
        return cast_vote(now, Actor{who}, subjects, votes, events,
                         {kind(what), SubjectId{id}, choice});
    }

    Result<Tally> shown(std::optional<Actor> actor = {}, std::int64_t id = 1) {
        return show_votes(actor, subjects, votes, {kind("review"), SubjectId{id}});
    }

    tests::MemoryProfiles profiles{tables, calls};
    tests::MemorySubjects subjects{tables, calls};
    tests::MemoryVotes votes{tables, calls};
    AccountId ada = person("ada");
    AccountId bob = person("bob");
};

TEST_CASE("settle: covers every pair of before and pressed") {
    CHECK(settle(std::nullopt, Choice::up) == Choice::up);
    CHECK(settle(std::nullopt, Choice::down) == Choice::down);
    CHECK(settle(Choice::up, Choice::up) == std::nullopt);
    CHECK(settle(Choice::down, Choice::down) == std::nullopt);
    CHECK(settle(Choice::up, Choice::down) == Choice::down);
    CHECK(settle(Choice::down, Choice::up) == Choice::up);
}

TEST_CASE("vote_refusal: hidden comes before all that would betray it") {
    const AccountId ada{1};
    const AccountId bob{2};
    const auto why = [](const Subject& subject, AccountId voter, Choice pressed) {
        return slug(vote_refusal(subject, voter, pressed));
    };
    CHECK(why({ada, true, Ballot::none}, ada, Choice::down) == "unknown_subject");
    CHECK(why({ada, false, Ballot::none}, ada, Choice::down) == "no_ballot");
    CHECK(why({ada, false, Ballot::up}, ada, Choice::down) == "only_up");
    CHECK(why({ada, false, Ballot::up}, ada, Choice::up) == "own_subject");
    CHECK(why({ada, false, Ballot::up}, bob, Choice::up) == "ok");
    CHECK(why({std::nullopt, false, Ballot::up_down}, bob, Choice::down) == "ok");
}

TEST_CASE_FIXTURE(Stage, "cast_vote: counts, turns and takes back") {
    lay("review", 1, ada);
    const auto once = press(bob, Choice::up);
    REQUIRE(once);
    CHECK(once->up == 1);
    CHECK(once->down == 0);
    CHECK(once->mine == Choice::up);
    const auto turned = press(bob, Choice::down);
    CHECK(turned->up == 0);
    CHECK(turned->down == 1);
    const auto back = press(bob, Choice::down);
    CHECK(back->down == 0);
    CHECK_FALSE(back->mine);
    REQUIRE(events.count() == 3);
    CHECK(events.at<Voted>(1)->before == Choice::up);
    CHECK(events.at<Voted>(1)->after == Choice::down);
    CHECK(events.at<Voted>(2)->author == ada);
    CHECK_FALSE(events.at<Voted>(2)->after);
}

TEST_CASE_FIXTURE(Stage, "cast_vote: leaves no trace when refused") {
    lay("review", 1, ada);
    lay("review", 2, ada, Ballot::up_down, true);
    lay("photo", 1, std::nullopt, Ballot::up);
    CHECK(slug(press(ada, Choice::up)) == "own_subject");
    CHECK(slug(press(bob, Choice::up, 2)) == "unknown_subject");
    CHECK(slug(press(bob, Choice::up, 3)) == "unknown_subject");
    CHECK(slug(press(bob, Choice::up, 1, "comet")) == "unknown_subject");
    CHECK(slug(press(bob, Choice::down, 1, "photo")) == "only_up");
    CHECK(slug(press(bob, Choice::up, ada.value, "profile")) == "no_ballot");
    CHECK(tables.votes.empty());
    CHECK(events.count() == 0);
    CHECK(press(ada, Choice::up, 1, "photo"));  // whose author nobody knows
}

TEST_CASE_FIXTURE(Stage, "show_votes: everybody sees the sums, and one's own vote only oneself") {
    lay("review", 1, ada);
    lay("review", 2, ada, Ballot::up_down, true);
    REQUIRE(press(bob, Choice::down));
    CHECK(shown()->down == 1);
    CHECK_FALSE(shown()->mine);
    CHECK(shown(Actor{bob})->mine == Choice::down);
    CHECK_FALSE(shown(Actor{ada})->mine);
    CHECK(slug(shown({}, 2)) == "unknown_subject");
}

TEST_CASE_FIXTURE(Stage, "votes: a profile counts what its reviews were voted up for") {
    lay("review", 1, ada);
    lay("review", 2, ada);
    lay("comment", 1, ada);
    REQUIRE(press(bob, Choice::up, 1));
    REQUIRE(press(bob, Choice::down, 2));
    REQUIRE(press(bob, Choice::up, 1, "comment"));
    const auto helpful = [&] {
        return show_profile({}, accounts, profiles, {accounts::handle("ada")})->stats.helpful_votes;
    };
    CHECK(helpful() == 1);
    forget_votes(votes, {bob, "bob"});
    CHECK(helpful() == 0);
    CHECK(shown()->up == 0);
}

TEST_CASE("subject kinds: small letters and underscores, and not many") {
    CHECK(SubjectKind::parse("review_photo"));
    for (const auto* bad : {"", "Review", "a b", "r\xC3\xA9sum\xC3\xA9", "a;b"})
        CHECK_FALSE(SubjectKind::parse(bad));
    CHECK(SubjectKind::parse(std::string(32, 'a')));
    CHECK_FALSE(SubjectKind::parse(std::string(33, 'a')));
    CHECK_FALSE(SubjectKind::parse(std::string_view("a\0", 2)));
}

}  // namespace
}  // namespace asterism::community
