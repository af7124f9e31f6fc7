#include "libcore/places/review_views.hpp"

#include "libcore/base/text.hpp"

namespace asterism::places {
namespace {

/// Whoever mends a slip at once has changed nothing.
constexpr std::chrono::seconds mending{10};

template <class Written>
bool is_edited(const Written& what) {
    return what.updated_at - what.created_at > mending;
}

WriterView view_of(AccountId id, Writer&& writer) {
    WriterView out;
    out.id = id;
    out.name = trimmed(writer.first_name + ' ' + writer.last_name);
    if (out.name.empty()) out.name = writer.handle;
    out.handle = std::move(writer.handle);
    if (!writer.picture.empty()) out.picture = std::move(writer.picture);
    return out;
}

}  // namespace

ReviewView view_of(FoundReview&& found) {
    auto& review = found.review;
    std::optional<std::string> text;
    if (!review.text.empty()) text = std::move(review.text);
    return {.id = review.id,
            .place = review.place,
            .place_name = std::move(found.place_name),
            .author = view_of(review.account, std::move(found.writer)),
            .stars = review.stars,
            .text = std::move(text),
            .created_at = review.created_at,
            .updated_at = review.updated_at,
            .edited = is_edited(review),
            .hidden = review.hidden,
            .up = found.votes.up,
            .down = found.votes.down,
            .mine = found.votes.mine,
            .photos = {}};
}

CommentView view_of(FoundComment&& found) {
    auto& comment = found.comment;
    return {.id = comment.id,
            .review = comment.review,
            .place = found.place,
            .author = view_of(comment.account, std::move(found.writer)),
            .text = std::move(comment.text),
            .created_at = comment.created_at,
            .updated_at = comment.updated_at,
            .edited = is_edited(comment),
            .hidden = comment.hidden,
            .up = found.votes.up,
            .down = found.votes.down,
            .mine = found.votes.mine};
}

}  // namespace asterism::places
