#include "libcore/community/votes.hpp"

#include "libcore/community/faults.hpp"

namespace asterism::community {

const Fault* vote_refusal(const Subject& subject, AccountId voter, Choice pressed) {
    if (subject.hidden) return &unknown_subject;  // it must not betray that it exists
    if (subject.ballot == Ballot::none) return &no_ballot;
    if (subject.ballot == Ballot::up && pressed == Choice::down) return &only_up;
    if (subject.author == voter) return &own_subject;
    return nullptr;
}

std::optional<Choice> settle(std::optional<Choice> before, Choice pressed) {
    if (before == pressed) return std::nullopt;
    return pressed;
}

Result<Tally> cast_vote(Now now, Actor actor, Subjects& subjects, Votes& votes, Events& events,
                        const CastVote& input) {
    const SubjectRef ref{input.kind, input.subject};
    const auto subject = subjects.hold(ref);
    if (!subject) return unknown_subject;
    if (const Fault* fault = vote_refusal(*subject, actor.account, input.choice)) return *fault;
    const auto before = votes.find(actor.account, ref);
    const auto after = settle(before, input.choice);
    if (after)
        votes.set({actor.account, ref, subject->author, *after}, now.at);
    else
        votes.drop(actor.account, ref);
    events.tell(Voted{actor.account, ref, subject->author, before, after});
    return votes.tally(ref, actor.account);
}

Result<Tally> show_votes(std::optional<Actor> actor, const Subjects& subjects, const Votes& votes,
                         const ShowVotes& input) {
    const SubjectRef ref{input.kind, input.subject};
    const auto subject = subjects.find(ref);
    if (!subject || subject->hidden) return unknown_subject;
    return votes.tally(ref, actor ? actor->account : AccountId{});
}

void forget_votes(Votes& votes, const accounts::AccountDeleted& event) {
    votes.drop_all(event.account);
}

}  // namespace asterism::community
