#pragma once

#include "libcore/places/reviews.hpp"

namespace asterism::places {

// What people say of reviews. A comment is under the review that is named, and that of the place,
// if one is; what is under a hidden review is hidden with it.

/// Comments, and what they are on.
struct Remarks {
    using Reads = void;
    const Reviews& reviews;
    const Comments& comments;
};

struct WriteComment {
    ReviewId review;
    std::string text;
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("review", &WriteComment::review, "The review's number.");
        see("text", &WriteComment::text, "1 to 500 characters; few tags stay.");
        see("place", &WriteComment::place, "The place that the review must be of.");
    }
};

struct ThisComment {
    CommentId comment;
    std::optional<ReviewId> review = {};
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("comment", &ThisComment::comment, "The comment's number.");
        see("review", &ThisComment::review, "The review that it must be on; any if absent.");
        see("place", &ThisComment::place, "The place that the review must be of.");
    }
};

struct ChangeComment {
    CommentId comment;
    std::optional<std::string> text = {};
    std::optional<ReviewId> review = {};
    std::optional<PlaceId> place = {};

    static constexpr void fields(auto&& see) {
        see("comment", &ChangeComment::comment, "The comment's number.");
        see("text", &ChangeComment::text, "1 to 500 characters; as it was if absent.");
        see("review", &ChangeComment::review, "The review that it must be on; any if absent.");
        see("place", &ChangeComment::place, "The place that the review must be of.");
    }
};

struct WhichComments {
    ReviewId review;
    std::optional<PlaceId> place = {};
    std::optional<int> page = {};
    std::optional<bool> last = {};

    static constexpr void fields(auto&& see) {
        see("review", &WhichComments::review, "The review's number.");
        see("place", &WhichComments::place, "The place that the review must be of.");
        see("page", &WhichComments::page, "From 1, which is shown if absent.");
        see("last", &WhichComments::last, "True: the last page, whatever its number.");
    }
};

Result<CommentView> write_comment(Now now, Actor actor, const Reviews& reviews, Comments& comments,
                                  Events& events, const WriteComment& input);
Result<CommentView> show_comment(std::optional<Actor> actor, const Reviews& reviews,
                                 const Comments& comments, const ThisComment& input);
Result<CommentView> change_comment(Now now, Actor actor, const Reviews& reviews, Comments& comments,
                                   const ChangeComment& input);
Result<CommentGone> remove_comment(const accounts::Run& run, Actor actor, Comments& comments,
                                   Events& events, const ThisComment& input);
Result<CommentPage> list_comments(std::optional<Actor> actor, const Reviews& reviews,
                                  const Comments& comments, const WhichComments& input);

/// The comment as this actor may see it, under what it must be under.
std::optional<FoundComment> seen(const Reviews& reviews, const Comments& comments,
                                 const std::optional<Actor>& actor, const ThisComment& input);

/// What an account wrote goes with it.
void forget_comments(Comments& comments, const accounts::AccountDeleted& event);

inline constexpr UseCases comment_cases{
    use_case<&write_comment>("write_comment", "Says something of a review."),
    use_case<&show_comment>("show_comment", "Shows a comment."),
    use_case<&change_comment>("change_comment", "Changes one's own comment."),
    use_case<&remove_comment>("remove_comment", "Removes one's own comment."),
    use_case<&list_comments>("list_comments", "Lists the comments on a review, oldest first."),
};

}  // namespace asterism::places
