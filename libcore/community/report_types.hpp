#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/subject.hpp"
#include "libcore/base/time.hpp"

namespace asterism::community {

using ReportId = Id<struct ReportTag>;

enum class Reason : std::uint8_t {
    spam,
    harassment,
    inappropriate,
    misinformation,
    duplicate,
    inaccurate,
    closed,
    dangerous,
    other
};

constexpr auto names(Reason) {
    return std::array{std::pair{Reason::spam, std::string_view{"spam"}},
                      std::pair{Reason::harassment, std::string_view{"harassment"}},
                      std::pair{Reason::inappropriate, std::string_view{"inappropriate"}},
                      std::pair{Reason::misinformation, std::string_view{"misinformation"}},
                      std::pair{Reason::duplicate, std::string_view{"duplicate"}},
                      std::pair{Reason::inaccurate, std::string_view{"inaccurate"}},
                      std::pair{Reason::closed, std::string_view{"closed"}},
                      std::pair{Reason::dangerous, std::string_view{"dangerous"}},
                      std::pair{Reason::other, std::string_view{"other"}}};
}

/// What has become of a report: looked at and its author warned, acted upon, or found wrong.
enum class ReportStatus : std::uint8_t { pending, reviewed, resolved, dismissed };

constexpr auto names(ReportStatus) {
    return std::array{std::pair{ReportStatus::pending, std::string_view{"pending"}},
                      std::pair{ReportStatus::reviewed, std::string_view{"reviewed"}},
                      std::pair{ReportStatus::resolved, std::string_view{"resolved"}},
                      std::pair{ReportStatus::dismissed, std::string_view{"dismissed"}}};
}

/// A report to be.
struct Report {
    SubjectRef subject;
    AccountId reporter;
    std::optional<AccountId> author;  ///< of the subject
    Reason reason = Reason::other;
    std::string text;
    Instant at;
};

/// How a moderator answers the reports of a thing.
struct Settlement {
    ReportStatus status = ReportStatus::reviewed;
    AccountId reviewer;
    std::string note;
    Instant at;
};

/// Told with every report.
struct Reported {
    AccountId reporter;
    SubjectRef subject;
    std::optional<AccountId> author;
};

/// Told when something is kept from others, or shown again.
struct Hidden {
    SubjectRef subject;
    bool hidden = false;
};

/// A report as its reporter is handed it.
struct OwnReport {
    std::string kind;
    SubjectId subject;
    Reason reason = Reason::other;
    std::string text;
    ReportStatus status = ReportStatus::pending;
    Instant created_at;

    static constexpr void fields(auto&& see) {
        see("kind", &OwnReport::kind, "The sort of thing reported.");
        see("subject", &OwnReport::subject, "Its number among its kind.");
        see("reason", &OwnReport::reason, "What was said to be wrong with it.");
        see("text", &OwnReport::text, "The same in words.");
        see("status", &OwnReport::status, "What has become of it.");
        see("created_at", &OwnReport::created_at, "When it was reported.");
    }
};

struct ReportView {
    ReportId report;
    std::string kind;
    SubjectId subject;
    Reason reason = Reason::other;
    std::string text;
    ReportStatus status = ReportStatus::pending;
    std::string reporter;
    std::optional<std::string> author;
    std::int64_t pending = 0;
    Instant created_at;
    std::optional<std::string> reviewer;
    std::string note;
    std::optional<Instant> reviewed_at;

    static constexpr void fields(auto&& see) {
        see("report", &ReportView::report, "The report's number.");
        see("kind", &ReportView::kind, "The sort of thing it is about.");
        see("subject", &ReportView::subject, "Its number among its kind.");
        see("reason", &ReportView::reason, "What is said to be wrong with it.");
        see("text", &ReportView::text, "The same in the reporter's words.");
        see("status", &ReportView::status, "What has become of it.");
        see("reporter", &ReportView::reporter, "Who reported.");
        see("author", &ReportView::author, "Who made the thing, or null.");
        see("pending", &ReportView::pending, "How many reports of that thing are waiting.");
        see("created_at", &ReportView::created_at, "When it was reported.");
        see("reviewer", &ReportView::reviewer, "Who answered it, or null.");
        see("note", &ReportView::note, "What the reviewer noted.");
        see("reviewed_at", &ReportView::reviewed_at, "When it was answered, or null.");
    }
};

}  // namespace asterism::community
