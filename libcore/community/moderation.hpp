#pragma once

#include "libcore/community/reports.hpp"
#include "libcore/mail/use_cases.hpp"

namespace asterism::community {

// What moderators do. All of it asks for their role and leaves its row in the audit log. Nobody but
// an admin judges what is his own.

struct ListReports {
    std::optional<ReportStatus> status;
    std::optional<ReportId> after;
    std::optional<std::int64_t> limit;

    static constexpr void fields(auto&& see) {
        see("status", &ListReports::status, "Which of them; pending if not given.");
        see("after", &ListReports::after, "The `next` of the page before; the first page without.");
        see("limit", &ListReports::limit, "The most reports on a page, 1 to 200; 50 if not given.");
    }
};

struct ReportPage {
    std::vector<ReportView> items;
    std::optional<ReportId> next;

    static constexpr void fields(auto&& see) {
        see("items", &ReportPage::items, "Reports, the newest first.");
        see("next", &ReportPage::next, "Ask for more after this one; null at the end.");
    }
};

struct JudgeSubject {
    SubjectKind kind;
    SubjectId subject;
    std::optional<std::string> note;

    static constexpr void fields(auto&& see) {
        see("kind", &JudgeSubject::kind, "The sort of thing being judged.");
        see("subject", &JudgeSubject::subject, "Its number among its kind.");
        see("note", &JudgeSubject::note, "Why, up to 1,000 characters; kept with its reports.");
    }
};

struct LiftSuspension {
    Handle handle;
    std::optional<std::string> note;

    static constexpr void fields(auto&& see) {
        see("handle", &LiftSuspension::handle, "The account's public user name.");
        see("note", &LiftSuspension::note, "Why, up to 1,000 characters; kept in the audit log.");
    }
};

struct LiftedSuspension {
    std::string handle;
    bool active = true;

    static constexpr void fields(auto&& see) {
        see("handle", &LiftedSuspension::handle, "The account's public user name.");
        see("active", &LiftedSuspension::active, "Whether its owner may sign in again.");
    }
};

struct Judged {
    bool hidden = false;
    std::int64_t settled = 0;

    static constexpr void fields(auto&& see) {
        see("hidden", &Judged::hidden, "Whether the thing is kept from others now.");
        see("settled", &Judged::settled, "How many waiting reports this has answered.");
    }
};

Result<ReportPage> list_reports(Actor actor, const Reports& reports, const ListReports& input);
/// Keeps it from all others. Its reports were right.
Result<Judged> hide_subject(const accounts::Run& run, Actor actor,
                            const accounts::Accounts& accounts, Bench bench,
                            const JudgeSubject& input);
/// Shows it again. Its reports were wrong.
Result<Judged> restore_subject(const accounts::Run& run, Actor actor,
                               const accounts::Accounts& accounts, Bench bench,
                               const JudgeSubject& input);
/// Its reports were wrong; whether it is hidden stays as it is.
Result<Judged> dismiss_reports(const accounts::Run& run, Actor actor,
                               const accounts::Accounts& accounts, Bench bench,
                               const JudgeSubject& input);
/// Writes to its author. Whether it is hidden stays as it is.
Result<Judged> warn_author(const accounts::Run& run, Actor actor,
                           const accounts::Accounts& accounts, Bench bench, mail::Outbox outbox,
                           const JudgeSubject& input);
/// Locks its author's account, which must rank below the moderator's own. The thing is hidden.
Result<Judged> suspend_author(const accounts::Run& run, Actor actor, accounts::Accounts& accounts,
                              accounts::Door door, Bench bench, const JudgeSubject& input);
/// Takes back what suspend_author has done to an account; what was hidden then stays hidden. Never
/// an operator's lock.
Result<LiftedSuspension> lift_suspension(const accounts::Run& run, Actor actor,
                                         accounts::Accounts& accounts, const LiftSuspension& input);

inline constexpr UseCases moderation_cases{
    use_case<&list_reports>("list_reports", "Lists what was reported to the moderators."),
    use_case<&hide_subject>("hide_subject", "Keeps something from others, as was reported."),
    use_case<&restore_subject>("restore_subject", "Shows something again that was hidden."),
    use_case<&dismiss_reports>("dismiss_reports", "Finds the reports of something wrong."),
    use_case<&warn_author>("warn_author", "Warns the author of something by mail."),
    use_case<&suspend_author>("suspend_author", "Locks the account of something's author."),
    use_case<&lift_suspension>("lift_suspension", "Unlocks an account that moderators locked."),
};

}  // namespace asterism::community
