#pragma once

#include "libcore/places/review_types.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

// What reviews and comments have in common.

/// Of account a and its profile f. What a moderator keeps from others is not shown here, either.
inline constexpr Literal writer_columns{
    ", a.handle, a.first_name, a.last_name,"
    " CASE WHEN f.hidden = 0 THEN f.picture ELSE '' END"};

/// Of what is called t and has an author.
inline constexpr Literal writer_joins{
    " JOIN account a ON a.id = t.account_id LEFT JOIN profile f ON f.account_id = t.account_id"};

/// The votes on what is called t, and that of :viewer.
inline constexpr Literal review_votes{
    ", (SELECT count(*) FROM vote v WHERE v.subject_kind = 'review' AND v.subject_id = t.id"
    " AND v.choice = 'up'),"
    " (SELECT count(*) FROM vote v WHERE v.subject_kind = 'review' AND v.subject_id = t.id"
    " AND v.choice = 'down'),"
    " (SELECT v.choice FROM vote v WHERE v.subject_kind = 'review' AND v.subject_id = t.id"
    " AND v.account_id = :viewer)"};
inline constexpr Literal comment_votes{
    ", (SELECT count(*) FROM vote v WHERE v.subject_kind = 'comment' AND v.subject_id = t.id"
    " AND v.choice = 'up'),"
    " (SELECT count(*) FROM vote v WHERE v.subject_kind = 'comment' AND v.subject_id = t.id"
    " AND v.choice = 'down'),"
    " (SELECT v.choice FROM vote v WHERE v.subject_kind = 'comment' AND v.subject_id = t.id"
    " AND v.account_id = :viewer)"};

using WriterRow = std::tuple<std::string, std::string, std::string, std::string>;
using TallyRow = std::tuple<std::int64_t, std::int64_t, std::optional<community::Choice>>;

}  // namespace asterism::store
