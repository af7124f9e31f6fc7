#include "shells/store/photos.hpp"

#include "shells/store/photo_rows.hpp"

namespace asterism::store {

using places::Album;
using places::Photo;
using places::PhotoId;
using places::PlaceId;
using places::ReviewId;

namespace {

using AlbumRow = std::tuple<PlaceId, AccountId, bool>;

constexpr Literal place_album{"SELECT p.id, p.added_by, 0 FROM place p WHERE p.id = :place"};
constexpr Literal review_album{
    "SELECT r.place_id, r.account_id, r.hidden FROM review r WHERE r.id = :review"
    " AND COALESCE(:place, r.place_id) = r.place_id"};

constexpr Literal of_album{" WHERE place_id = :place AND COALESCE(review_id, 0) = :review"};

std::int64_t number(const std::optional<ReviewId>& review) { return review ? review->value : 0; }

Album album_of(Db& db, const AlbumRow& row, std::optional<ReviewId> review) {
    const auto& [place, owner, hidden] = row;
    const auto count = std::get<0>(
        *db.one<int>(sql<"SELECT count(*) FROM photo", of_album>, place, number(review)));
    return {place, review, owner, hidden, count};
}

}  // namespace

std::optional<Album> SqlPhotos::album(std::optional<PlaceId> place,
                                      std::optional<ReviewId> review) const {
    const auto row = review ? db_.one<AlbumRow>(sql<review_album>, *review, place)
                            : db_.one<AlbumRow>(sql<place_album>, place);
    if (!row) return std::nullopt;
    return album_of(db_, *row, review);
}

std::optional<Album> SqlPhotos::hold(std::optional<PlaceId> place, std::optional<ReviewId> review) {
    // What is counted afterwards is counted with nobody else at it.
    const auto row =
        review
            ? db_.one<AlbumRow>(Sql{joined<review_album>, joined<review_album, " FOR UPDATE OF r">},
                                *review, place)
            : db_.one<AlbumRow>(Sql{joined<place_album>, joined<place_album, " FOR UPDATE OF p">},
                                place);
    if (!row) return std::nullopt;
    return album_of(db_, *row, review);
}

PhotoId SqlPhotos::add(const Photo& photo) {
    return std::get<0>(*db_.one<PhotoId>(
        "INSERT INTO photo (place_id, review_id, account_id, blob_id, position, caption, width,"
        " height, created_at) VALUES (:place, :review, :account, :blob, :position, :caption,"
        " :width, :height, :at) RETURNING id",
        photo.place, photo.review, photo.account, photo.blob, photo.position, photo.caption,
        photo.width, photo.height, photo.created_at));
}

void SqlPhotos::rename(PhotoId id, std::string_view caption) {
    db_.run("UPDATE photo SET caption = :caption WHERE id = :id", caption, id);
}

/// In two steps, since two photos may not be in one position even for a moment.
void SqlPhotos::shift(const Photo& photo, int first, int last, int by) {
    const auto review = number(photo.review);
    db_.run(sql<"UPDATE photo SET position = -position", of_album,
                " AND position BETWEEN :first AND :last">,
            photo.place, review, first, last);
    db_.run(sql<"UPDATE photo SET position = :by - position", of_album,
                " AND position < 0"
                " AND id <> :id">,
            by, photo.place, review, photo.id);
}

void SqlPhotos::move(const Photo& photo, int to) {
    if (to == photo.position) return;
    db_.run("UPDATE photo SET position = -position WHERE id = :id", photo.id);
    if (to > photo.position)
        shift(photo, photo.position + 1, to, -1);
    else
        shift(photo, to, photo.position - 1, 1);
    db_.run("UPDATE photo SET position = :to WHERE id = :id", to, photo.id);
}

void SqlPhotos::remove(const Photo& photo) {
    constexpr int last = 1'000'000'000;
    db_.run("DELETE FROM photo WHERE id = :id", photo.id);
    shift(photo, photo.position + 1, photo.review ? places::most_photos : last, -1);
}

void SqlPhotos::forget(AccountId account) {
    constexpr Literal others{
        " WHERE review_id IS NULL AND account_id = :account AND place_id IN (SELECT id FROM place"
        " WHERE added_by <> :owner)"};
    db_.run(sql<"UPDATE media_blob SET account_id = (SELECT p.added_by FROM photo ph JOIN place p"
                " ON p.id = ph.place_id WHERE ph.blob_id = media_blob.id) WHERE id IN"
                " (SELECT blob_id FROM photo",
                others, ")">,
            account, account);
    db_.run(sql<"UPDATE photo SET account_id = NULL", others>, account, account);
}

std::vector<Photo> SqlPhotos::of(AccountId account) const {
    std::vector<Photo> out;
    for (auto& row : db_.all<PhotoRow>(sql<"SELECT", photo_columns,
                                           " FROM photo ph JOIN media_blob b ON b.id = ph.blob_id"
                                           " WHERE ph.account_id = :account ORDER BY ph.id">,
                                       account))
        out.push_back(photo_of(std::move(row)));
    return out;
}

std::vector<Photo> SqlPhotos::all(std::optional<PlaceId> place,
                                  std::optional<places::PhotoKind> kind, PhotoId after,
                                  std::int64_t limit) const {
    const bool places_too = kind != places::PhotoKind::review;
    const bool reviews_too = kind != places::PhotoKind::place;
    std::vector<Photo> out;
    for (auto& row : db_.all<PhotoRow>(
             sql<"SELECT", photo_columns,
                 " FROM photo ph JOIN media_blob b ON b.id = ph.blob_id WHERE ph.id > :after"
                 " AND ph.place_id = COALESCE(:place, ph.place_id) AND ((:places = 1"
                 " AND ph.review_id IS NULL) OR (:reviews = 1 AND ph.review_id IS NOT NULL))"
                 " ORDER BY ph.id LIMIT :limit">,
             after, place, places_too, reviews_too, limit))
        out.push_back(photo_of(std::move(row)));
    return out;
}

std::optional<Photo> SqlPhotos::showing(media::BlobId blob) const {
    auto row = db_.one<PhotoRow>(
        sql<"SELECT", photo_columns,
            " FROM photo ph JOIN media_blob b ON b.id = ph.blob_id WHERE b.id = :blob">,
        blob);
    if (!row) return std::nullopt;
    return photo_of(*std::move(row));
}

void SqlPhotos::replace(PhotoId id, media::BlobId blob) {
    db_.run("UPDATE photo SET blob_id = :blob WHERE id = :id", blob, id);
}

void SqlPhotos::measure(PhotoId id, int width, int height) {
    db_.run("UPDATE photo SET width = :width, height = :height WHERE id = :id", width, height, id);
}

}  // namespace asterism::store
