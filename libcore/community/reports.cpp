#include "libcore/community/reports.hpp"

#include "libcore/community/faults.hpp"
#include "libcore/community/judging.hpp"
#include "libcore/community/rules.hpp"

namespace asterism::community {
namespace {

/// Hides what has been reported too often to wait for a moderator, if it can be hidden.
void weigh(const accounts::Run& run, const accounts::Accounts& accounts, Bench bench,
           const Report& report, bool can_hide) {
    const auto enough = run.policy.reports_to_hide;
    if (!can_hide || enough == 0 || bench.reports.count_pending(report.subject) < enough) return;
    bench.subjects.set_hidden(report.subject, true);
    bench.events.tell(Hidden{report.subject, true});
    note_judgement(run, accounts, "content_hidden", report.author, "reports", report.subject);
}

}  // namespace

Result<ReportTaken> report_subject(const accounts::Run& run, Actor actor,
                                   const accounts::Accounts& accounts, Bench bench,
                                   const ReportSubject& input) {
    const auto given = input.text.value_or("");
    const auto text = trimmed(given);
    if (!fits(text, longest_note)) return field_error(bad_report_text, "text");
    const SubjectRef ref{input.kind, input.subject};
    const auto subject = bench.subjects.hold(ref);
    if (!subject || subject->hidden) return unknown_subject;
    if (subject->author == actor.account) return own_subject;
    const Report report{ref,
                        actor.account,
                        subject->author,
                        input.reason.value_or(Reason::other),
                        std::string(text),
                        run.now.at};
    const auto id = bench.reports.add(report);
    if (!id) return already_reported;
    bench.events.tell(Reported{actor.account, ref, subject->author});
    weigh(run, accounts, bench, report, subject->can_hide);
    return ReportTaken{*id};
}

void forget_reports(Reports& reports, const accounts::AccountDeleted& event) {
    reports.drop_all(event.account);
}

}  // namespace asterism::community
