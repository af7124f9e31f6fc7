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

constexpr std::array all{
    SubjectRow{"profile", Ballot::none, sql<profile>,
               Sql{joined<profile>, joined<profile, " FOR NO KEY UPDATE OF a">},
               "INSERT INTO profile (account_id, hidden, updated_at) VALUES (:id, :hidden, 0)"
               " ON CONFLICT (account_id) DO UPDATE SET hidden = excluded.hidden"},
};

using Found = std::tuple<std::optional<AccountId>, bool>;

std::optional<Subject> subject_of(const std::optional<Found>& found, const SubjectRow& row) {
    if (!found) return std::nullopt;
    return Subject{std::get<0>(*found), std::get<1>(*found), row.ballot};
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
    if (const auto* row = row_of(ref)) db_.run(row->hide, ref.id, hidden);
}

}  // namespace asterism::store
