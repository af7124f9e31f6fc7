#pragma once

#include <string>

#include "libcore/places/photo_types.hpp"
#include "shells/store/db.hpp"
#include "shells/store/id_list.hpp"

namespace asterism::store {

// A row of photos as several statements read it.

/// Of photo ph and its blob b.
inline constexpr Literal photo_columns{
    " ph.id, ph.place_id, ph.review_id, ph.account_id, ph.position, ph.caption, b.id, b.name,"
    " b.sides, ph.width, ph.height, ph.created_at"};

using PhotoRow = std::tuple<places::PhotoId, places::PlaceId, std::optional<places::ReviewId>,
                            std::optional<AccountId>, int, std::string, media::BlobId, std::string,
                            std::string, std::optional<int>, std::optional<int>, Instant>;

/// What somebody sees beside it; photo ph with its votes, uploader a and their profile u. One
/// parameter.
inline constexpr Literal shown_columns{
    ", COALESCE(r.account_id, p.added_by), a.handle, a.first_name, a.last_name,"
    " CASE WHEN u.hidden = 0 THEN u.picture ELSE '' END, a.system, ph.votes,"
    " CASE WHEN EXISTS (SELECT 1 FROM vote w WHERE w.subject_kind = 'photo'"
    " AND w.subject_id = ph.id AND w.account_id = :viewer) THEN 1 ELSE 0 END"};

inline constexpr Literal shown_joins{
    " JOIN media_blob b ON b.id = ph.blob_id JOIN place p ON p.id = ph.place_id"
    " LEFT JOIN review r ON r.id = ph.review_id"
    " JOIN account a ON a.id = COALESCE(ph.account_id, r.account_id, p.added_by)"
    " LEFT JOIN profile u ON u.account_id = a.id"};

/// Photos ph that everybody may see, with their votes, to be cut before more is joined to them.
inline constexpr Literal seen_photos{
    "(SELECT ph.*, (SELECT count(*) FROM vote v WHERE v.subject_kind = 'photo'"
    " AND v.subject_id = ph.id) AS votes FROM photo ph LEFT JOIN review r ON r.id = ph.review_id"
    " WHERE ph.hidden = 0 AND COALESCE(r.hidden, 0) = 0"};

using ShownRow = decltype(std::tuple_cat(
    std::declval<PhotoRow>(),
    std::declval<std::tuple<AccountId, std::string, std::string, std::string, std::string, bool,
                            std::int64_t, bool>>()));

places::Photo photo_of(PhotoRow&& row);
places::ShownPhoto shown_of(ShownRow&& row);

}  // namespace asterism::store
