#include <limits>

#include "shells/store/media.hpp"
#include "shells/store/photo_rows.hpp"
#include "shells/store/photos.hpp"

namespace asterism::store {
namespace {

using places::Hero;
using places::MapPhoto;
using places::PhotoId;
using places::PhotoSort;
using places::PlaceId;
using places::ReviewId;
using places::ShownPhoto;

std::vector<ShownPhoto> shown(std::vector<ShownRow>&& rows) {
    std::vector<ShownPhoto> out;
    for (auto& row : rows) out.push_back(shown_of(std::move(row)));
    return out;
}

constexpr Literal own_or_all{" AND ph.place_id = :place AND (:mine = 0 OR ph.account_id = :me)"};

/// The page is cut before anything is joined to it.
template <Literal Behind, Literal Order>
constexpr Sql gallery_page{
    joined<"SELECT", photo_columns, shown_columns, " FROM (SELECT ph.* FROM ", seen_photos,
           own_or_all, ") ph WHERE ", Behind, " ORDER BY ", Order, " LIMIT :limit) ph", shown_joins,
           " ORDER BY ", Order>};

}  // namespace

std::optional<ShownPhoto> SqlPhotos::find(PhotoId id, AccountId viewer) const {
    auto row = db_.one<ShownRow>(sql<"SELECT", photo_columns, shown_columns, " FROM ", seen_photos,
                                     " AND ph.id = :id) ph", shown_joins>,
                                 viewer, id);
    if (!row) return std::nullopt;
    return shown_of(*std::move(row));
}

std::vector<ShownPhoto> SqlPhotos::of_reviews(std::span<const ReviewId> reviews,
                                              AccountId viewer) const {
    if (reviews.empty()) return {};
    constexpr Literal head{
        joined<"SELECT", photo_columns, shown_columns, " FROM ", seen_photos, " AND ph.review_id">};
    constexpr Literal rest{joined<") ph", shown_joins, " ORDER BY ph.review_id, ph.position">};
    return shown(db_.all<ShownRow>(
        Sql{joined<head, listed_sqlite, rest>, joined<head, listed_postgres, rest>}, viewer,
        listed_ids(reviews)));
}

std::vector<ShownPhoto> SqlPhotos::best(std::span<const PlaceId> places, AccountId viewer) const {
    if (places.empty()) return {};
    constexpr Literal head{joined<
        "SELECT", photo_columns, shown_columns,
        " FROM (SELECT ph.*, row_number() OVER (PARTITION BY ph.place_id ORDER BY ph.votes DESC,"
        " ph.created_at DESC, ph.id DESC) AS place_in_row FROM ",
        seen_photos, " AND ph.place_id">};
    constexpr Literal rest{joined<") ph) ph", shown_joins,
                                  " WHERE ph.place_in_row <= 5"
                                  " ORDER BY ph.place_id, ph.place_in_row">};
    return shown(db_.all<ShownRow>(
        Sql{joined<head, listed_sqlite, rest>, joined<head, listed_postgres, rest>}, viewer,
        listed_ids(places)));
}

std::vector<MapPhoto> SqlPhotos::mapped(std::span<const PlaceId> places) const {
    if (places.empty()) return {};
    constexpr Literal head{
        "SELECT ph.place_id, ph.id, b.name, b.sides FROM (SELECT ph.*, row_number() OVER"
        " (PARTITION BY ph.place_id ORDER BY CASE WHEN ph.review_id IS NULL THEN 0 ELSE 1 END,"
        " COALESCE(r.created_at, ph.created_at) DESC, r.id DESC, CASE WHEN ph.review_id IS NULL"
        " THEN -ph.id ELSE ph.position END) AS place_in_row FROM photo ph LEFT JOIN review r"
        " ON r.id = ph.review_id WHERE ph.hidden = 0 AND COALESCE(r.hidden, 0) = 0"
        " AND ph.place_id"};
    constexpr Literal rest{
        ") ph JOIN media_blob b ON b.id = ph.blob_id WHERE ph.place_in_row <= 5"
        " ORDER BY ph.place_id, ph.place_in_row"};
    std::vector<MapPhoto> out;
    for (auto& [place, id, name, sides] : db_.all<PlaceId, PhotoId, std::string, std::string>(
             Sql{joined<head, listed_sqlite, rest>, joined<head, listed_postgres, rest>},
             listed_ids(places))) {
        const auto all = sides_of(sides);
        out.push_back(
            {place, id, media::file_name(name, all.front()), media::file_name(name, all.back())});
    }
    return out;
}

std::vector<ShownPhoto> SqlPhotos::gallery(const places::Stretch& stretch, AccountId viewer) const {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    const bool upwards = stretch.sort == PhotoSort::oldest;
    const auto edge = upwards ? least : most;
    const auto [votes, at, id] =
        stretch.after.value_or(places::PhotoMark{edge, Instant(Instant::duration(edge)), {edge}});
    const auto run = [&](Sql text, const auto&... mark) {
        return shown(db_.all<ShownRow>(text, viewer, stretch.place, stretch.mine, viewer, mark...,
                                       stretch.limit));
    };
    switch (stretch.sort) {
        case PhotoSort::newest:
            return run(gallery_page<"(ph.created_at, ph.id) < (:at, :id)",
                                    "ph.created_at DESC, ph.id DESC">,
                       at, id);
        case PhotoSort::oldest:
            return run(gallery_page<"(ph.created_at, ph.id) > (:at, :id)", "ph.created_at, ph.id">,
                       at, id);
        case PhotoSort::most_voted:
            return run(gallery_page<"(ph.votes, ph.created_at, ph.id) < (:votes, :at, :id)",
                                    "ph.votes DESC, ph.created_at DESC, ph.id DESC">,
                       votes, at, id);
    }
    throw DbError(Trouble::broken, "no such order");
}

std::int64_t SqlPhotos::count(PlaceId place, bool mine, AccountId viewer) const {
    return std::get<0>(*db_.one<std::int64_t>(
        sql<"SELECT count(*) FROM photo ph LEFT JOIN review r ON r.id = ph.review_id"
            " WHERE ph.hidden = 0 AND COALESCE(r.hidden, 0) = 0",
            own_or_all>,
        place, mine, viewer));
}

}  // namespace asterism::store
