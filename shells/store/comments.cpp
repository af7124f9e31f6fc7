#include "shells/store/comments.hpp"

#include "shells/store/place_rows.hpp"
#include "shells/store/writers.hpp"

namespace asterism::store {
namespace {

using places::Comment;
using places::CommentId;
using places::FoundComment;
using places::PlaceId;
using places::ReviewId;

constexpr Literal columns{
    " t.id, t.review_id, t.account_id, t.text, t.hidden, t.created_at, t.updated_at"};
constexpr Literal head{joined<"SELECT", columns, ", r.place_id", writer_columns, comment_votes>};
constexpr Literal joins{joined<" JOIN review r ON r.id = t.review_id", writer_joins>};
constexpr Literal oldest_first{" ORDER BY t.created_at, t.id"};

using CommentRow = std::tuple<CommentId, ReviewId, AccountId, std::string, bool, Instant, Instant>;
using FoundCommentRow =
    decltype(std::tuple_cat(std::declval<CommentRow>(), std::tuple<PlaceId>(),
                            std::declval<WriterRow>(), std::declval<TallyRow>()));

FoundComment found_of(FoundCommentRow&& row) {
    constexpr auto own = std::tuple_size_v<CommentRow>;
    constexpr auto theirs = own + 1 + std::tuple_size_v<WriterRow>;
    return {made<Comment>(leading<CommentRow>(row)), std::get<own>(row),
            made<places::Writer>(leading<WriterRow, own + 1>(row)),
            made<community::Tally>(leading<TallyRow, theirs>(row))};
}

std::vector<FoundComment> found_of(std::vector<FoundCommentRow>&& rows) {
    std::vector<FoundComment> out;
    for (auto& row : rows) out.push_back(found_of(std::move(row)));
    return out;
}

}  // namespace

std::optional<CommentId> SqlComments::add(const Comment& comment) {
    // Review and account are held, so that nobody takes them away between the look and the writing.
    constexpr Literal from{
        "INSERT INTO comment (review_id, account_id, text, created_at, updated_at)"
        " SELECT r.id, a.id, CAST(:text AS TEXT), CAST(:at AS BIGINT), CAST(:changed AS BIGINT)"
        " FROM review r JOIN account a ON a.id = :account WHERE r.id = :review"};
    const auto row = db_.one<CommentId>(
        Sql{joined<from, " RETURNING id">, joined<from, " FOR KEY SHARE RETURNING id">},
        comment.text, comment.created_at, comment.updated_at, comment.account, comment.review);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

std::optional<Comment> SqlComments::hold(CommentId id) {
    constexpr Literal select{joined<"SELECT", columns, " FROM comment t WHERE t.id = :id">};
    auto row = db_.one<CommentRow>(Sql{joined<select>, joined<select, " FOR UPDATE">}, id);
    if (!row) return std::nullopt;
    return made<Comment>(*std::move(row));
}

void SqlComments::save(const Comment& comment) {
    db_.run("UPDATE comment SET text = :text, updated_at = :at WHERE id = :id", comment.text,
            comment.updated_at, comment.id);
}

void SqlComments::remove(CommentId id) { db_.run("DELETE FROM comment WHERE id = :id", id); }

void SqlComments::forget(AccountId account) {
    db_.run("DELETE FROM comment WHERE account_id = :account", account);
}

std::optional<FoundComment> SqlComments::find(CommentId id, AccountId viewer) const {
    auto row = db_.one<FoundCommentRow>(sql<head, " FROM comment t", joins, " WHERE t.id = :id">,
                                        viewer, id);
    if (!row) return std::nullopt;
    return found_of(*std::move(row));
}

std::int64_t SqlComments::count(ReviewId review) const {
    return std::get<0>(*db_.one<std::int64_t>(
        "SELECT count(*) FROM comment WHERE review_id = :review AND hidden = 0", review));
}

std::vector<FoundComment> SqlComments::list(ReviewId review, AccountId viewer,
                                            places::Slice slice) const {
    return found_of(db_.all<FoundCommentRow>(
        sql<head, " FROM (SELECT t.* FROM comment t WHERE t.review_id = :review AND t.hidden = 0",
            oldest_first, " LIMIT :limit OFFSET :offset) t", joins, oldest_first>,
        viewer, review, slice.limit, slice.offset));
}

std::vector<FoundComment> SqlComments::of(AccountId account) const {
    return found_of(db_.all<FoundCommentRow>(sql<head, " FROM comment t", joins,
                                                 " WHERE t.account_id = :account"
                                                 " ORDER BY t.created_at DESC, t.id DESC">,
                                             account, account));
}

}  // namespace asterism::store
