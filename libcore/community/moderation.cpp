#include "libcore/community/moderation.hpp"

#include "libcore/accounts/guard.hpp"
#include "libcore/accounts/mails.hpp"
#include "libcore/audit/words.hpp"
#include "libcore/community/faults.hpp"
#include "libcore/community/judging.hpp"
#include "libcore/community/rules.hpp"

namespace asterism::community {
namespace {

/// A thing, held, and the word that this actor may speak about it.
struct Case {
    SubjectRef ref;
    Subject subject;
    std::string note;
};

Result<Case> opened(Actor actor, Subjects& subjects, const JudgeSubject& input) {
    if (actor.role < Role::moderator) return moderators_only;
    const auto given = input.note.value_or("");
    const auto note = trimmed(given);
    if (!fits(note, longest_note)) return field_error(bad_note, "note");
    const SubjectRef ref{input.kind, input.subject};
    const auto subject = subjects.hold(ref);
    if (!subject) return unknown_subject;
    if (subject->author == actor.account && actor.role < Role::admin) return own_subject;
    return Case{ref, *subject, std::string(note)};
}

/// What becomes of the reports, and what the audit log calls it.
struct Ruling {
    ReportStatus status;
    std::string_view name;
};

/// Answers the reports, and leaves the trace.
Judged close(const accounts::Run& run, Actor actor, const accounts::Accounts& accounts,
             Reports& reports, const Case& open, Ruling ruling) {
    const auto settled =
        reports.settle(open.ref, {ruling.status, actor.account, open.note, run.now.at});
    note_judgement(run, accounts, ruling.name, open.subject.author,
                   std::to_string(actor.account.value), open.ref);
    return Judged{open.subject.hidden, settled};
}

void turn(Case& open, Bench bench, bool hidden) {
    if (open.subject.hidden == hidden || !open.subject.can_hide) return;
    bench.subjects.set_hidden(open.ref, hidden);
    bench.events.tell(Hidden{open.ref, hidden});
    open.subject.hidden = hidden;
}

}  // namespace

Result<ReportPage> list_reports(Actor actor, const Reports& reports, const ListReports& input) {
    if (actor.role < Role::moderator) return moderators_only;
    const auto limit = input.limit.value_or(50);
    if (limit < 1 || limit > 200) return field_error(bad_report_page, "limit");
    ReportPage page;
    for (auto& each : reports.list(input.status.value_or(ReportStatus::pending),
                                   input.after.value_or(ReportId{}), limit + 1)) {
        if (std::ssize(page.items) == limit) {
            page.next = page.items.back().report;
            break;
        }
        page.items.push_back(std::move(each));
    }
    return page;
}

Result<Judged> hide_subject(const accounts::Run& run, Actor actor,
                            const accounts::Accounts& accounts, Bench bench,
                            const JudgeSubject& input) {
    auto open = opened(actor, bench.subjects, input);
    if (!open) return open.error();
    if (!open->subject.can_hide) return stays_in_sight;
    turn(*open, bench, true);
    return close(run, actor, accounts, bench.reports, *open,
                 {ReportStatus::resolved, "content_hidden"});
}

Result<Judged> restore_subject(const accounts::Run& run, Actor actor,
                               const accounts::Accounts& accounts, Bench bench,
                               const JudgeSubject& input) {
    auto open = opened(actor, bench.subjects, input);
    if (!open) return open.error();
    turn(*open, bench, false);
    return close(run, actor, accounts, bench.reports, *open,
                 {ReportStatus::dismissed, "content_restored"});
}

Result<Judged> dismiss_reports(const accounts::Run& run, Actor actor,
                               const accounts::Accounts& accounts, Bench bench,
                               const JudgeSubject& input) {
    const auto open = opened(actor, bench.subjects, input);
    if (!open) return open.error();
    return close(run, actor, accounts, bench.reports, *open,
                 {ReportStatus::dismissed, "reports_dismissed"});
}

Result<Judged> warn_author(const accounts::Run& run, Actor actor,
                           const accounts::Accounts& accounts, Bench bench, mail::Outbox outbox,
                           const JudgeSubject& input) {
    const auto open = opened(actor, bench.subjects, input);
    if (!open) return open.error();
    const auto author = open->subject.author ? accounts.find(*open->subject.author) : std::nullopt;
    if (!author) return no_author;
    mail::post(outbox, run.entropy, run.now,
               accounts::warning_mail(run.policy, *author, open->note));
    return close(run, actor, accounts, bench.reports, *open,
                 {ReportStatus::reviewed, "author_warned"});
}

Result<Judged> suspend_author(const accounts::Run& run, Actor actor, accounts::Accounts& accounts,
                              accounts::Door door, Bench bench, const JudgeSubject& input) {
    auto open = opened(actor, bench.subjects, input);
    if (!open) return open.error();
    const auto author = open->subject.author ? accounts.find(*open->subject.author) : std::nullopt;
    if (!author) return no_author;
    if (author->role >= actor.role || author->system) return not_below;
    turn(*open, bench, true);
    accounts.suspend(author->id);
    door.sessions.end_others(author->id, {}, "account_locked", run.now.at);
    door.tickets.drop_unused(author->id);
    return close(run, actor, accounts, bench.reports, *open,
                 {ReportStatus::resolved, "account_suspended"});
}

Result<LiftedSuspension> lift_suspension(const accounts::Run& run, Actor actor,
                                         accounts::Accounts& accounts,
                                         const LiftSuspension& input) {
    if (actor.role < Role::moderator) return moderators_only;
    const auto given = input.note.value_or("");
    const auto note = trimmed(given);
    if (!fits(note, longest_note)) return field_error(bad_note, "note");
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account || account->system) return unknown_profile;
    if (account->role >= actor.role) return not_below;
    if (!accounts.lift(account->id)) return not_suspended;
    run.trail.note({"suspension_lifted", true, account->id, account->handle,
                    audit::words({{"by", std::to_string(actor.account.value)}, {"note", note}})});
    return LiftedSuspension{account->handle};
}

}  // namespace asterism::community
