#pragma once

#include <vector>

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/community/report_types.hpp"
#include "libcore/community/subjects.hpp"

namespace asterism::community {

class Reports : public Stored {
public:
    /// None if its reporter has reported that thing already, or has gone; the database decides.
    virtual std::optional<ReportId> add(const Report& report) = 0;
    /// How many of a thing's reports nobody has looked at.
    virtual std::int64_t count_pending(const SubjectRef& ref) const = 0;
    /// Answers all of them alike. How many there were.
    virtual std::int64_t settle(const SubjectRef& ref, const Settlement& settlement) = 0;
    /// Those of that status, the newest first, below `before`; an id of 0 is no bound.
    virtual std::vector<ReportView> list(ReportStatus status, ReportId before,
                                         std::int64_t limit) const = 0;
    /// All that an account has made, the newest first.
    virtual std::vector<OwnReport> of(AccountId reporter) const = 0;
    /// Those that an account that goes has made.
    virtual void drop_all(AccountId reporter) = 0;
};

/// What judges need.
struct Bench {
    using Writes = void;
    Subjects& subjects;
    Reports& reports;
    Events& events;
};

struct ReportSubject {
    SubjectKind kind;
    SubjectId subject;
    std::optional<Reason> reason;
    std::optional<std::string> text;

    static constexpr void fields(auto&& see) {
        see("kind", &ReportSubject::kind, "The sort of thing being reported.");
        see("subject", &ReportSubject::subject, "Its number among its kind.");
        see("reason", &ReportSubject::reason, "What is wrong with it; other if not given.");
        see("text", &ReportSubject::text, "The same in words, up to 1,000 characters.");
    }
};

struct ReportTaken {
    ReportId report;

    static constexpr void fields(auto&& see) {
        see("report", &ReportTaken::report, "The report's number.");
    }
};

/// The thing is hidden as soon as so many reports as the policy says wait for a moderator.
Result<ReportTaken> report_subject(const accounts::Run& run, Actor actor,
                                   const accounts::Accounts& accounts, Bench bench,
                                   const ReportSubject& input);

void forget_reports(Reports& reports, const accounts::AccountDeleted& event);

inline constexpr UseCases report_cases{
    use_case<&report_subject>("report_subject", "Reports something to the moderators."),
};

}  // namespace asterism::community
