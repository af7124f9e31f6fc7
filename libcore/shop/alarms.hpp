#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/actor.hpp"
#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::shop {

// What the operators are told of: money that made no order, mails that did not go out. Each alarm
// is counted, by its kind; mails are few, since one trouble seldom comes alone.

/// No two mails of one kind are nearer to each other.
inline constexpr std::chrono::minutes alarm_rest{10};

/// The kind of alarm where money came and its order could not be written; it is told again.
inline constexpr std::string_view order_not_written = "order_not_written";

struct AlarmCount {
    std::string kind;
    std::int64_t raised = 0;
    std::int64_t mails = 0;
    Instant last_at;
};

class Alarms : public Stored {
public:
    /// Counts one more of that kind; so many there were.
    virtual std::int64_t raise(std::string_view kind, Instant at) = 0;
    /// Whether a mail of that kind may go at `at`, as the last went at `before` or earlier; then it
    /// counts as gone. The database decides.
    virtual bool take_mail(std::string_view kind, Instant at, Instant before) = 0;
    /// By kind.
    virtual std::vector<AlarmCount> counts() const = 0;
};

/// A mail to whoever runs the shop.
struct AlarmLetter {
    std::string_view to;
    std::string_view from;
    std::string_view site;     ///< what it calls itself
    std::string_view address;  ///< where it is
};

mail::Draft compose_alarm(std::string_view kind, std::int64_t raised, const AlarmLetter& letter);

struct ListAlarms {
    static constexpr void fields(auto&&) {}
};

struct AlarmView {
    std::string kind;
    std::int64_t raised = 0;
    std::int64_t mails = 0;
    Instant last_at;

    static constexpr void fields(auto&& see) {
        see("kind", &AlarmView::kind, "What it is about: an incident's kind, or a mail's failure.");
        see("raised", &AlarmView::raised, "How often it was raised.");
        see("mails", &AlarmView::mails, "How many mails told of it; one in ten minutes at most.");
        see("last_at", &AlarmView::last_at, "When it was raised last.");
    }
};

struct AlarmList {
    std::vector<AlarmView> items;

    static constexpr void fields(auto&& see) {
        see("items", &AlarmList::items, "Every kind that was raised ever, by name.");
    }
};

Result<AlarmList> list_alarms(Actor actor, const Alarms& alarms, const ListAlarms& input);

}  // namespace asterism::shop
