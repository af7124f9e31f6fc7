#include "libcore/places/comments.hpp"

#include "libcore/base/text.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/finding.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {
namespace {

constexpr std::size_t longest_text = 500;

AccountId viewer(const std::optional<Actor>& actor) { return actor ? actor->account : AccountId{}; }

/// As it is kept; empty where it may not be.
std::string kept_text(const std::string& given) {
    return fits(trimmed(given), longest_text, true) ? rich(given) : std::string();
}

bool is_under(const FoundComment& found, const ThisComment& input) {
    return (!input.review || found.comment.review == *input.review) &&
           (!input.place || found.place == *input.place);
}

}  // namespace

std::optional<FoundComment> seen(const Reviews& reviews, const Comments& comments,
                                 const std::optional<Actor>& actor, const ThisComment& input) {
    auto found = comments.find(input.comment, viewer(actor));
    if (!found || !is_under(*found, input)) return std::nullopt;
    if (found->comment.hidden && !may_see_hidden(found->comment.account, actor))
        return std::nullopt;
    if (!seen(reviews, actor, found->comment.review, {})) return std::nullopt;
    return found;
}

Result<CommentView> write_comment(Now now, Actor actor, const Reviews& reviews, Comments& comments,
                                  Events& events, const WriteComment& input) {
    auto text = kept_text(input.text);
    if (text.empty()) return field_error(bad_comment_text, "text");
    if (!seen(reviews, actor, input.review, input.place)) return unknown_review;
    const auto id =
        comments.add({{}, input.review, actor.account, std::move(text), false, now.at, now.at});
    if (!id) return unknown_review;  // gone in the meantime
    events.tell(CommentWritten{*id, input.review, actor.account});
    return view_of(comments.find(*id, actor.account).value());
}

Result<CommentView> show_comment(std::optional<Actor> actor, const Reviews& reviews,
                                 const Comments& comments, const ThisComment& input) {
    auto found = seen(reviews, comments, actor, input);
    if (!found) return unknown_comment;
    return view_of(*std::move(found));
}

Result<CommentView> change_comment(Now now, Actor actor, const Reviews& reviews, Comments& comments,
                                   const ChangeComment& input) {
    if (!seen(reviews, comments, actor, {input.comment, input.review, input.place}))
        return unknown_comment;
    auto comment = comments.hold(input.comment);
    if (!comment) return unknown_comment;
    if (comment->account != actor.account) return not_your_comment;
    if (input.text) comment->text = kept_text(*input.text);
    if (comment->text.empty()) return field_error(bad_comment_text, "text");
    comment->updated_at = now.at;
    comments.save(*comment);
    return view_of(comments.find(comment->id, actor.account).value());
}

Result<CommentGone> remove_comment(const accounts::Run& run, Actor actor, Comments& comments,
                                   Events& events, const ThisComment& input) {
    const auto held = comments.hold(input.comment);
    const auto found = comments.find(input.comment, actor.account);
    if (!held || !found || !is_under(*found, input)) return unknown_comment;
    const bool own = held->account == actor.account;
    if (!own && actor.role < Role::staff) return held->hidden ? unknown_comment : not_your_comment;
    comments.remove(held->id);
    events.tell(CommentRemoved{held->id, held->review, held->account});
    if (!own)
        run.trail.note({"comment_removed", true, actor.account, "",
                        "comment=" + std::to_string(held->id.value)});
    return CommentGone{};
}

Result<CommentPage> list_comments(std::optional<Actor> actor, const Reviews& reviews,
                                  const Comments& comments, const WhichComments& input) {
    if (!seen(reviews, actor, input.review, input.place)) return unknown_review;
    const auto count = comments.count(input.review);
    const auto slice = page_of(count, input.page, input.last.value_or(false));
    if (!slice) return slice.error();
    CommentPage out{count, slice->offset / slice->limit + 1, pages_of(count), {}};
    for (auto& each : comments.list(input.review, viewer(actor), *slice))
        out.comments.push_back(view_of(std::move(each)));
    return out;
}

void forget_comments(Comments& comments, const accounts::AccountDeleted& event) {
    comments.forget(event.account);
}

}  // namespace asterism::places
