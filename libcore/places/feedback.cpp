#include "libcore/places/feedback.hpp"

#include "libcore/community/faults.hpp"
#include "libcore/places/faults.hpp"

namespace asterism::places {
namespace {

SubjectKind kind(std::string_view name) { return *SubjectKind::parse(name); }

}  // namespace

Result<community::Tally> vote_review(Now now, Actor actor, const Reviews& reviews, Urn urn,
                                     const VoteReview& input) {
    if (!seen(reviews, actor, input.review, input.place)) return unknown_review;
    return community::cast_vote(now, actor, urn.subjects, urn.votes, urn.events,
                                {kind("review"), {input.review.value}, input.choice});
}

Result<community::Tally> vote_comment(Now now, Actor actor, const Reviews& reviews,
                                      const Comments& comments, Urn urn, const VoteComment& input) {
    if (!seen(reviews, comments, actor, {input.comment, input.review, input.place}))
        return unknown_comment;
    return community::cast_vote(now, actor, urn.subjects, urn.votes, urn.events,
                                {kind("comment"), {input.comment.value}, input.choice});
}

Result<community::ReportTaken> report_review(const accounts::Run& run, Actor actor,
                                             const accounts::Accounts& accounts,
                                             const Reviews& reviews, community::Bench bench,
                                             const ReportReview& input) {
    if (!seen(reviews, actor, input.review, input.place)) return unknown_review;
    return community::report_subject(
        run, actor, accounts, bench,
        {kind("review"), {input.review.value}, input.reason, input.text});
}

Result<community::ReportTaken> report_comment(const accounts::Run& run, Actor actor,
                                              const accounts::Accounts& accounts, Remarks remarks,
                                              community::Bench bench, const ReportComment& input) {
    if (!seen(remarks.reviews, remarks.comments, actor, {input.comment, input.review, input.place}))
        return unknown_comment;
    return community::report_subject(
        run, actor, accounts, bench,
        {kind("comment"), {input.comment.value}, input.reason, input.text});
}

Result<community::ReportTaken> report_place(const accounts::Run& run, Actor actor,
                                            const accounts::Accounts& accounts,
                                            community::Bench bench, const ReportPlace& input) {
    auto taken =
        community::report_subject(run, actor, accounts, bench,
                                  {kind("place"), {input.place.value}, input.reason, input.text});
    if (!taken && taken.error().fault == &community::unknown_subject) return unknown_place;
    return taken;
}

void count_report(Places& places, const community::Reported& event) {
    if (event.subject.kind.view() == "place") places.count_report({event.subject.id.value});
}

}  // namespace asterism::places
