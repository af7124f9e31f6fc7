#include "shells/store/reviews.hpp"

#include "shells/store/id_list.hpp"
#include "shells/store/place_rows.hpp"
#include "shells/store/writers.hpp"

namespace asterism::store {
namespace {

using places::FoundReview;
using places::PlaceId;
using places::RatedPlace;
using places::Review;
using places::ReviewId;

constexpr Literal columns{
    " t.id, t.place_id, t.account_id, t.stars, t.text, t.hidden, t.created_at, t.updated_at"};
constexpr Literal head{joined<"SELECT", columns, ", p.name", writer_columns, review_votes>};
constexpr Literal joins{joined<" JOIN place p ON p.id = t.place_id", writer_joins>};
constexpr Literal newest_first{" ORDER BY t.created_at DESC, t.id DESC"};
constexpr Literal slice_of{joined<newest_first, " LIMIT :limit OFFSET :offset) t">};

using ReviewRow =
    std::tuple<ReviewId, PlaceId, AccountId, int, std::string, bool, Instant, Instant>;
using FoundReviewRow =
    decltype(std::tuple_cat(std::declval<ReviewRow>(), std::tuple<std::string>(),
                            std::declval<WriterRow>(), std::declval<TallyRow>()));

FoundReview found_of(FoundReviewRow&& row) {
    constexpr auto own = std::tuple_size_v<ReviewRow>;
    constexpr auto theirs = own + 1 + std::tuple_size_v<WriterRow>;
    return {made<Review>(leading<ReviewRow>(row)), std::get<own>(row),
            made<places::Writer>(leading<WriterRow, own + 1>(row)),
            made<community::Tally>(leading<TallyRow, theirs>(row))};
}

std::vector<FoundReview> found_of(std::vector<FoundReviewRow>&& rows) {
    std::vector<FoundReview> out;
    for (auto& row : rows) out.push_back(found_of(std::move(row)));
    return out;
}

/// With those whose comments go along, in the order of the reviews.
std::vector<places::GoneReview> going(Db& db, AccountId account) {
    std::vector<places::GoneReview> out;
    for (const auto& [id, place, commented] : db.all<ReviewId, PlaceId, std::optional<AccountId>>(
             "SELECT DISTINCT r.id, r.place_id, c.account_id FROM review r LEFT JOIN comment c"
             " ON c.review_id = r.id WHERE r.account_id = :account ORDER BY r.id, c.account_id",
             account)) {
        if (out.empty() || out.back().review != id) out.push_back({id, place});
        if (commented) out.back().commented.push_back(*commented);
    }
    return out;
}

std::vector<RatedPlace> rated(const std::vector<std::tuple<PlaceId, AccountId>>& rows) {
    std::vector<RatedPlace> out;
    for (const auto& row : rows) out.push_back(made<RatedPlace>(row));
    return out;
}

}  // namespace

std::optional<ReviewId> SqlReviews::add(const Review& review) {
    // Place and account are held, so that nobody takes them away between the look and the writing.
    constexpr Literal from{
        "INSERT INTO review (place_id, account_id, stars, text, created_at, updated_at)"
        " SELECT p.id, a.id, CAST(:stars AS BIGINT), CAST(:text AS TEXT), CAST(:at AS BIGINT),"
        " CAST(:changed AS BIGINT) FROM place p JOIN account a ON a.id = :account"
        " WHERE p.id = :place AND p.added_by <> a.id"};
    constexpr Literal unless{" ON CONFLICT (account_id, place_id) DO NOTHING RETURNING id"};
    const auto row = db_.one<ReviewId>(
        Sql{joined<from, unless>, joined<from, " FOR KEY SHARE", unless>}, review.stars,
        review.text, review.created_at, review.updated_at, review.account, review.place);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

std::optional<Review> SqlReviews::hold(ReviewId id) {
    constexpr Literal select{joined<"SELECT", columns, " FROM review t WHERE t.id = :id">};
    auto row = db_.one<ReviewRow>(Sql{joined<select>, joined<select, " FOR UPDATE">}, id);
    if (!row) return std::nullopt;
    return made<Review>(*std::move(row));
}

void SqlReviews::save(const Review& review) {
    db_.run("UPDATE review SET stars = :stars, text = :text, updated_at = :at WHERE id = :id",
            review.stars, review.text, review.updated_at, review.id);
}

std::vector<AccountId> SqlReviews::remove(ReviewId id) {
    std::vector<AccountId> out;
    for (const auto& [account] : db_.all<AccountId>(
             "SELECT DISTINCT account_id FROM comment WHERE review_id = :id ORDER BY account_id",
             id))
        out.push_back(account);
    db_.run("DELETE FROM review WHERE id = :id", id);
    return out;
}

std::optional<RatedPlace> SqlReviews::recount(PlaceId place) {
    // Held first: only a statement that begins afterwards sees what others have committed.
    constexpr Literal select{"SELECT id, added_by FROM place WHERE id = :id"};
    const auto row = db_.one<PlaceId, AccountId>(
        Sql{joined<select>, joined<select, " FOR NO KEY UPDATE">}, place);
    if (!row) return std::nullopt;
    db_.run(
        "UPDATE place SET summary_stale = 1, reviews = (SELECT count(*) FROM review r"
        " WHERE r.place_id = place.id AND r.hidden = 0), rating = (SELECT"
        " CAST(sum(r.stars) AS DOUBLE PRECISION) / count(*) FROM review r"
        " WHERE r.place_id = place.id AND r.hidden = 0 HAVING count(*) > 0) WHERE id = :id",
        place);
    return made<RatedPlace>(*row);
}

places::ForgottenReviews SqlReviews::forget(AccountId account) {
    // Whoever is writing as this account just now is waited for, or his review would go later, with
    // the account, and the figures would not follow.
    constexpr Literal self{"SELECT id FROM account WHERE id = :account"};
    db_.one<AccountId>(Sql{joined<self>, joined<self, " FOR UPDATE">}, account);
    constexpr Literal select{
        "SELECT id, added_by FROM place WHERE id IN (SELECT place_id FROM review"
        " WHERE account_id = :account) ORDER BY id"};
    const auto rows = db_.all<PlaceId, AccountId>(
        Sql{joined<select>, joined<select, " FOR NO KEY UPDATE">}, account);
    if (rows.empty()) return {};
    auto gone = going(db_, account);
    db_.run(
        "UPDATE place SET summary_stale = 1, reviews = (SELECT count(*) FROM review r"
        " WHERE r.place_id = place.id AND r.hidden = 0 AND r.account_id <> :gone), rating ="
        " (SELECT CAST(sum(r.stars) AS DOUBLE PRECISION) / count(*) FROM review r"
        " WHERE r.place_id = place.id AND r.hidden = 0 AND r.account_id <> :left"
        " HAVING count(*) > 0) WHERE id IN (SELECT place_id FROM review"
        " WHERE account_id = :account)",
        account, account, account);
    db_.run("DELETE FROM review WHERE account_id = :account", account);
    return {std::move(gone), rated(rows)};
}

std::optional<FoundReview> SqlReviews::find(ReviewId id, AccountId viewer) const {
    auto row = db_.one<FoundReviewRow>(sql<head, " FROM review t", joins, " WHERE t.id = :id">,
                                       viewer, id);
    if (!row) return std::nullopt;
    return found_of(*std::move(row));
}

std::int64_t SqlReviews::count(PlaceId place) const {
    return std::get<0>(*db_.one<std::int64_t>(
        "SELECT count(*) FROM review WHERE place_id = :place AND hidden = 0", place));
}

std::vector<FoundReview> SqlReviews::list(PlaceId place, AccountId viewer,
                                          places::Slice slice) const {
    return found_of(db_.all<FoundReviewRow>(
        sql<head, " FROM (SELECT t.* FROM review t WHERE t.place_id = :place AND t.hidden = 0",
            slice_of, joins, newest_first>,
        viewer, place, slice.limit, slice.offset));
}

std::vector<FoundReview> SqlReviews::of_places(std::span<const PlaceId> places,
                                               AccountId viewer) const {
    if (places.empty()) return {};
    constexpr Literal from{
        joined<head, " FROM review t", joins, " WHERE t.hidden = 0 AND t.place_id">};
    return found_of(db_.all<FoundReviewRow>(
        Sql{joined<from, listed_sqlite, newest_first>, joined<from, listed_postgres, newest_first>},
        viewer, listed_ids(places)));
}

std::int64_t SqlReviews::count_by(AccountId account) const {
    return std::get<0>(*db_.one<std::int64_t>(
        "SELECT count(*) FROM review WHERE account_id = :account AND hidden = 0", account));
}

std::vector<FoundReview> SqlReviews::list_by(AccountId account, AccountId viewer,
                                             places::Slice slice) const {
    return found_of(db_.all<FoundReviewRow>(
        sql<head, " FROM (SELECT t.* FROM review t WHERE t.account_id = :account AND t.hidden = 0",
            slice_of, joins, newest_first>,
        viewer, account, slice.limit, slice.offset));
}

std::vector<FoundReview> SqlReviews::of(AccountId account) const {
    return found_of(db_.all<FoundReviewRow>(
        sql<head, " FROM review t", joins, " WHERE t.account_id = :account", newest_first>, account,
        account));
}

}  // namespace asterism::store
