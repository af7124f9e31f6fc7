#include "tests/fakes/memory_reports.hpp"

#include <algorithm>

namespace asterism::tests {

using community::ReportId;
using community::ReportStatus;
using community::ReportView;

// Ids count from 1 and grow; a report that is dropped leaves its number unused.

std::optional<ReportId> MemoryReports::add(const community::Report& report) {
    return calls_.write([&]() -> std::optional<ReportId> {
        for (const auto& [id, other, status, settlement] : tables_.reports)
            if (other.reporter == report.reporter && other.subject == report.subject)
                return std::nullopt;
        const ReportId id{tables_.reports.empty() ? 1 : tables_.reports.back().id.value + 1};
        tables_.reports.push_back({id, report});
        return id;
    });
}

std::int64_t MemoryReports::count_pending(const SubjectRef& ref) const {
    return calls_.read([&] { return pending(ref); });
}

std::int64_t MemoryReports::settle(const SubjectRef& ref, const community::Settlement& settlement) {
    return calls_.write([&] {
        std::int64_t settled = 0;
        for (ReportRow& row : tables_.reports) {
            if (row.report.subject != ref || row.status != ReportStatus::pending) continue;
            row.status = settlement.status;
            row.settlement = settlement;
            ++settled;
        }
        return settled;
    });
}

std::vector<ReportView> MemoryReports::list(ReportStatus status, ReportId before,
                                            std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<ReportView> out;
        for (auto row = tables_.reports.rbegin(); row != tables_.reports.rend(); ++row)
            if (row->status == status && (!before || row->id < before) && std::ssize(out) < limit)
                out.push_back(view_of(*row));
        return out;
    });
}

std::vector<community::OwnReport> MemoryReports::of(AccountId reporter) const {
    return calls_.read([&] {
        std::vector<community::OwnReport> out;
        for (const auto& [id, report, status, settlement] : tables_.reports)
            if (report.reporter == reporter)
                out.insert(out.begin(), {report.subject.kind.str(), report.subject.id,
                                         report.reason, report.text, status, report.at});
        return out;
    });
}

void MemoryReports::drop_all(AccountId reporter) {
    calls_.write([&] {
        std::erase_if(tables_.reports,
                      [&](const auto& row) { return row.report.reporter == reporter; });
    });
}

std::optional<std::string> MemoryReports::handle_of(std::optional<AccountId> account) const {
    for (const AccountRow& row : tables_.accounts)
        if (account && row.account.id == *account) return row.account.handle;
    return std::nullopt;
}

std::int64_t MemoryReports::pending(const SubjectRef& ref) const {
    return std::ranges::count_if(tables_.reports, [&](const ReportRow& row) {
        return row.report.subject == ref && row.status == ReportStatus::pending;
    });
}

ReportView MemoryReports::view_of(const ReportRow& row) const {
    const community::Report& report = row.report;
    ReportView out;
    out.report = row.id;
    out.kind = report.subject.kind.str();
    out.subject = report.subject.id;
    out.reason = report.reason;
    out.text = report.text;
    out.status = row.status;
    out.reporter = handle_of(report.reporter).value_or("");
    out.author = handle_of(report.author);
    out.pending = pending(report.subject);
    out.created_at = report.at;
    if (!row.settlement) return out;
    out.reviewer = handle_of(row.settlement->reviewer);
    out.note = row.settlement->note;
    out.reviewed_at = row.settlement->at;
    return out;
}

}  // namespace asterism::tests
