#pragma once

#include "libcore/community/reports.hpp"
#include "libcore/places/comments.hpp"

namespace asterism::places {

// What people think of reviews, comments and places, as community keeps it; here it is seen to that
// each lies where it is said to.

/// What a vote needs.
struct Urn {
    using Writes = void;
    community::Subjects& subjects;
    community::Votes& votes;
    Events& events;
};

struct VoteReview {
    ReviewId review;
    community::Choice choice = community::Choice::up;
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("review", &VoteReview::review, "The review's number.");
        see("choice", &VoteReview::choice, "The arrow pressed; the same again takes it back.");
        see("place", &VoteReview::place, "The place that it must be of; any if absent.");
    }
};

struct VoteComment {
    CommentId comment;
    community::Choice choice = community::Choice::up;
    std::optional<ReviewId> review = {};
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("comment", &VoteComment::comment, "The comment's number.");
        see("choice", &VoteComment::choice, "The arrow pressed; the same again takes it back.");
        see("review", &VoteComment::review, "The review that it must be on; any if absent.");
        see("place", &VoteComment::place, "The place that the review must be of.");
    }
};

struct ReportReview {
    ReviewId review;
    std::optional<community::Reason> reason = {};
    std::optional<std::string> text = {};
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("review", &ReportReview::review, "The review's number.");
        see("reason", &ReportReview::reason, "What is wrong with it; other if not given.");
        see("text", &ReportReview::text, "The same in words, up to 1,000 characters.");
        see("place", &ReportReview::place, "The place that it must be of; any if absent.");
    }
};

struct ReportComment {
    CommentId comment;
    std::optional<community::Reason> reason = {};
    std::optional<std::string> text = {};
    std::optional<ReviewId> review = {};
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("comment", &ReportComment::comment, "The comment's number.");
        see("reason", &ReportComment::reason, "What is wrong with it; other if not given.");
        see("text", &ReportComment::text, "The same in words, up to 1,000 characters.");
        see("review", &ReportComment::review, "The review that it must be on; any if absent.");
        see("place", &ReportComment::place, "The place that the review must be of.");
    }
};

struct ReportPlace {
    PlaceId place;
    std::optional<community::Reason> reason = {};
    std::optional<std::string> text = {};

    static constexpr void fields(auto&& see) {
        see("place", &ReportPlace::place, "The place's number.");
        see("reason", &ReportPlace::reason, "What is wrong with it; other if not given.");
        see("text", &ReportPlace::text, "The same in words, up to 1,000 characters.");
    }
};

Result<community::Tally> vote_review(Now now, Actor actor, const Reviews& reviews, Urn urn,
                                     const VoteReview& input);
Result<community::Tally> vote_comment(Now now, Actor actor, const Reviews& reviews,
                                      const Comments& comments, Urn urn, const VoteComment& input);
Result<community::ReportTaken> report_review(const accounts::Run& run, Actor actor,
                                             const accounts::Accounts& accounts,
                                             const Reviews& reviews, community::Bench bench,
                                             const ReportReview& input);
Result<community::ReportTaken> report_comment(const accounts::Run& run, Actor actor,
                                              const accounts::Accounts& accounts, Remarks remarks,
                                              community::Bench bench, const ReportComment& input);
/// However many there are, the place stays on the map.
Result<community::ReportTaken> report_place(const accounts::Run& run, Actor actor,
                                            const accounts::Accounts& accounts,
                                            community::Bench bench, const ReportPlace& input);

/// A place counts how often it was reported.
void count_report(Places& places, const community::Reported& event);

inline constexpr UseCases feedback_cases{
    use_case<&vote_review>("vote_review", "Votes a review up or down, or takes that back."),
    use_case<&report_review>("report_review", "Reports a review to the moderators."),
    use_case<&vote_comment>("vote_comment", "Votes a comment up or down, or takes that back."),
    use_case<&report_comment>("report_comment", "Reports a comment to the moderators."),
    use_case<&report_place>("report_place", "Reports a place to the moderators."),
};

}  // namespace asterism::places
