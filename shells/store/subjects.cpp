#include "shells/store/subjects.hpp"

#include <algorithm>
#include <array>

namespace asterism::store {
namespace {

using community::Ballot;
using community::Subject;

constexpr Literal profile{
    "SELECT a.id, COALESCE(p.hidden, 0) FROM account a LEFT JOIN profile p ON p.account_id = a.id"
    " WHERE a.id = :id AND a.active = 1 AND a.system = 0"};

constexpr Literal review{"SELECT account_id, hidden FROM review WHERE id = :id"};

/// What is said of a hidden review is hidden with it.
constexpr Literal comment{
    "SELECT c.account_id, CASE WHEN r.hidden = 1 THEN 1 ELSE c.hidden END FROM comment c"
    " JOIN review r ON r.id = c.review_id WHERE c.id = :id"};

/// Stays on the map whatever is reported: who removes one is the staff.
constexpr Literal place{"SELECT added_by, 0 FROM place WHERE id = :id"};

constexpr Literal photo{
    "SELECT ph.account_id, CASE WHEN ph.hidden = 1 OR COALESCE(r.hidden, 0) = 1 THEN 1 ELSE 0 END"
    " FROM photo ph LEFT JOIN review r ON r.id = ph.review_id WHERE ph.id = :id"};

constexpr std::array all{
    SubjectRow{"profile", Ballot::none, sql<profile>,
               Sql{joined<profile>, joined<profile, " FOR NO KEY UPDATE OF a">},
               Sql{"INSERT INTO profile (hidden, account_id, updated_at) VALUES (:hidden, :id, 0)"
                   " ON CONFLICT (account_id) DO UPDATE SET hidden = excluded.hidden"}},
    SubjectRow{"place", Ballot::none, sql<place>,
               Sql{joined<place>, joined<place, " FOR NO KEY UPDATE">}, std::nullopt},
    SubjectRow{"review", Ballot::up_down, sql<review>,
               Sql{joined<review>, joined<review, " FOR NO KEY UPDATE">},
               Sql{"UPDATE review SET hidden = :hidden WHERE id = :id"}},
    SubjectRow{"comment", Ballot::up_down, sql<comment>,
               Sql{joined<comment>, joined<comment, " FOR NO KEY UPDATE OF c">},
               Sql{"UPDATE comment SET hidden = :hidden WHERE id = :id"}},
    SubjectRow{"photo", Ballot::up, sql<photo>,
               Sql{joined<photo>, joined<photo, " FOR NO KEY UPDATE OF ph">},
               Sql{"UPDATE photo SET hidden = :hidden WHERE id = :id"}},
};

using Found = std::tuple<std::optional<AccountId>, bool>;

std::optional<Subject> subject_of(const std::optional<Found>& found, const SubjectRow& row) {
    if (!found) return std::nullopt;
    return Subject{std::get<0>(*found), std::get<1>(*found), row.ballot, row.hide.has_value()};
}

}  // namespace

std::span<const SubjectRow> subject_rows() { return all; }

const SubjectRow* SqlSubjects::row_of(const SubjectRef& ref) const {
    const auto found = std::ranges::find(rows_, ref.kind.view(), &SubjectRow::kind);
    return found == rows_.end() ? nullptr : &*found;
}

std::optional<Subject> SqlSubjects::find(const SubjectRef& ref) const {
    const auto* row = row_of(ref);
    if (!row) return std::nullopt;
    return subject_of(db_.one<Found>(row->find, ref.id), *row);
}

std::optional<Subject> SqlSubjects::hold(const SubjectRef& ref) {
    const auto* row = row_of(ref);
    if (!row) return std::nullopt;
    return subject_of(db_.one<Found>(row->hold, ref.id), *row);
}

void SqlSubjects::set_hidden(const SubjectRef& ref, bool hidden) {
    const auto* row = row_of(ref);
    if (row && row->hide) db_.run(*row->hide, hidden, ref.id);
}

}  // namespace asterism::store
