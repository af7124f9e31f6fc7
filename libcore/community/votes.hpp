#pragma once

#include <array>
#include <vector>

#include "libcore/accounts/types.hpp"
#include "libcore/base/events.hpp"
#include "libcore/base/time.hpp"
#include "libcore/community/subjects.hpp"

namespace asterism::community {

// Votes on anything that can be judged. They do not know what it is.

enum class Choice : std::uint8_t { up, down };

constexpr auto names(Choice) {
    return std::array{std::pair{Choice::up, std::string_view{"up"}},
                      std::pair{Choice::down, std::string_view{"down"}}};
}

/// Told with every press that counts.
struct Voted {
    AccountId voter;
    SubjectRef subject;
    std::optional<AccountId> author;
    std::optional<Choice> before;
    std::optional<Choice> after;
};

struct Tally {
    std::int64_t up = 0;
    std::int64_t down = 0;
    std::optional<Choice> mine;

    static constexpr void fields(auto&& see) {
        see("up", &Tally::up, "Votes for it.");
        see("down", &Tally::down, "Votes against it.");
        see("mine", &Tally::mine, "The vote of who asks, or null.");
    }
};

/// A vote as it is kept, with what its subject's author is known to be.
struct Vote {
    AccountId voter;
    SubjectRef subject;
    std::optional<AccountId> author;
    Choice choice = Choice::up;
};

/// A vote as its voter is handed it.
struct OwnVote {
    std::string kind;
    SubjectId subject;
    Choice choice = Choice::up;
    Instant at;

    static constexpr void fields(auto&& see) {
        see("kind", &OwnVote::kind, "The sort of thing voted on.");
        see("subject", &OwnVote::subject, "Its number among its kind.");
        see("choice", &OwnVote::choice, "The vote.");
        see("at", &OwnVote::at, "When it was cast.");
    }
};

class Votes : public Stored {
public:
    virtual std::optional<Choice> find(AccountId voter, const SubjectRef& ref) const = 0;
    /// In place of the one there is. The database has one vote of an account on a thing, and none
    /// of its author's.
    virtual void set(const Vote& vote, Instant at) = 0;
    virtual void drop(AccountId voter, const SubjectRef& ref) = 0;
    /// As `viewer` sees it; an id of 0 is a visitor.
    virtual Tally tally(const SubjectRef& ref, AccountId viewer) const = 0;
    /// All of an account's, the newest first.
    virtual std::vector<OwnVote> of(AccountId voter) const = 0;
    /// Those on a thing that goes. For the module that keeps it.
    virtual void drop_all(const SubjectRef& ref) = 0;
    /// Those of an account that goes.
    virtual void drop_all(AccountId voter) = 0;
};

// Inputs.

struct CastVote {
    SubjectKind kind;
    SubjectId subject;
    Choice choice = Choice::up;

    static constexpr void fields(auto&& see) {
        see("kind", &CastVote::kind, "The sort of thing being judged.");
        see("subject", &CastVote::subject, "Its number among its kind.");
        see("choice", &CastVote::choice, "The arrow pressed.");
    }
};

struct ShowVotes {
    SubjectKind kind;
    SubjectId subject;

    static constexpr void fields(auto&& see) {
        see("kind", &ShowVotes::kind, "The sort of thing.");
        see("subject", &ShowVotes::subject, "Its number among its kind.");
    }
};

// Rules.

/// Why this account may not vote so; null: it may.
const Fault* vote_refusal(const Subject& subject, AccountId voter, Choice pressed);
/// What a press means: the same arrow twice takes the vote back, the other one turns it.
std::optional<Choice> settle(std::optional<Choice> before, Choice pressed);

/// What is hidden cannot be voted on, nor told from what is not there.
Result<Tally> cast_vote(Now now, Actor actor, Subjects& subjects, Votes& votes, Events& events,
                        const CastVote& input);
Result<Tally> show_votes(std::optional<Actor> actor, const Subjects& subjects, const Votes& votes,
                         const ShowVotes& input);

void forget_votes(Votes& votes, const accounts::AccountDeleted& event);

inline constexpr UseCases vote_cases{
    use_case<&cast_vote>("cast_vote",
                         "Votes something up or down; the same vote again takes it back."),
    use_case<&show_votes>("show_votes", "Counts the votes on something."),
};

}  // namespace asterism::community
