#include "shells/store/reports.hpp"

#include <limits>

namespace asterism::store {
namespace {

using community::Reason;
using community::Report;
using community::ReportId;
using community::ReportStatus;
using community::ReportView;

// The reporter's row is read, and locked, so that an account which is being deleted reports no
// more.
constexpr Literal insert{
    "INSERT INTO report (subject_kind, subject_id, reporter_id, author_id, reason, text, status,"
    " created_at)"
    " SELECT :kind, :subject, a.id, :author, :reason, :text, 'pending', :at FROM account a"
    " WHERE a.id = :reporter"};
constexpr Literal unless_there{
    " ON CONFLICT (reporter_id, subject_kind, subject_id) DO NOTHING RETURNING id"};

using Row = std::tuple<ReportId, std::string, SubjectId, Reason, std::string, ReportStatus,
                       std::string, std::optional<std::string>, std::int64_t, Instant,
                       std::optional<std::string>, std::string, std::optional<Instant>>;

}  // namespace

std::optional<ReportId> SqlReports::add(const Report& report) {
    const auto row = db_.one<ReportId>(
        Sql{joined<insert, unless_there>, joined<insert, " FOR KEY SHARE", unless_there>},
        report.subject.kind.view(), report.subject.id, report.author, report.reason, report.text,
        report.at, report.reporter);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

std::int64_t SqlReports::count_pending(const SubjectRef& ref) const {
    return std::get<0>(*db_.one<std::int64_t>(
        "SELECT count(*) FROM report WHERE subject_kind = :kind AND subject_id = :subject"
        " AND status = 'pending'",
        ref.kind.view(), ref.id));
}

std::int64_t SqlReports::settle(const SubjectRef& ref, const community::Settlement& settlement) {
    return db_.run(
        "UPDATE report SET status = :status, reviewer_id = :reviewer, note = :note,"
        " reviewed_at = :at WHERE subject_kind = :kind AND subject_id = :subject"
        " AND status = 'pending'",
        settlement.status, settlement.reviewer, settlement.note, settlement.at, ref.kind.view(),
        ref.id);
}

std::vector<ReportView> SqlReports::list(ReportStatus status, ReportId before,
                                         std::int64_t limit) const {
    std::vector<ReportView> out;
    for (auto& row : db_.all<Row>(
             "SELECT r.id, r.subject_kind, r.subject_id, r.reason, r.text, r.status, a.handle,"
             " w.handle, (SELECT count(*) FROM report o WHERE o.subject_kind = r.subject_kind"
             " AND o.subject_id = r.subject_id AND o.status = 'pending'), r.created_at, m.handle,"
             " r.note, r.reviewed_at FROM report r JOIN account a ON a.id = r.reporter_id"
             " LEFT JOIN account w ON w.id = r.author_id"
             " LEFT JOIN account m ON m.id = r.reviewer_id"
             " WHERE r.status = :status AND r.id < :before ORDER BY r.id DESC LIMIT :limit",
             status, before ? before.value : std::numeric_limits<std::int64_t>::max(), limit))
        out.push_back(made<ReportView>(std::move(row)));
    return out;
}

std::vector<community::OwnReport> SqlReports::of(AccountId reporter) const {
    std::vector<community::OwnReport> out;
    for (auto& row : db_.all<std::string, SubjectId, Reason, std::string, ReportStatus, Instant>(
             "SELECT subject_kind, subject_id, reason, text, status, created_at FROM report"
             " WHERE reporter_id = :reporter ORDER BY id DESC",
             reporter))
        out.push_back(made<community::OwnReport>(std::move(row)));
    return out;
}

void SqlReports::drop_all(AccountId reporter) {
    db_.run("DELETE FROM report WHERE reporter_id = :reporter", reporter);
}

}  // namespace asterism::store
