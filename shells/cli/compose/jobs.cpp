#include "shells/worker/jobs.hpp"

#include <array>
#include <stdexcept>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "libcore/shop/check_out.hpp"
#include "shells/app/audit_rounds.hpp"
#include "shells/app/json.hpp"
#include "shells/app/operation.hpp"
#include "shells/cli/compose.hpp"
#include "shells/cli/operate.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;
using worker::Job;
using worker::Progress;

/// A job that is an operation of the catalogue, which answers `count` and `more`.
struct Row {
    std::string_view job;
    std::string_view operation;
    std::string_view period;  ///< the setting
    std::string_view days;    ///< the setting for its input of that name; empty: its own figure
    std::string_view done = "deleted";
};

// clang-format off
constexpr std::array table{
    Row{"accounts.unverified.purge", "purge_unverified", "timetable.unverified", "cleanup.unverified_days"},
    Row{"accounts.sessions.purge",   "purge_sessions",   "timetable.sessions",   ""},
    Row{"accounts.tickets.purge",    "purge_tickets",    "timetable.tickets",    ""},
    Row{"accounts.lockouts.purge",   "purge_lockouts",   "timetable.lockouts",   ""},
    Row{"shop.carts.purge",          "purge_carts",      "timetable.carts",      ""},
    Row{"shop.calls.purge",          "purge_heard_calls", "timetable.heard_calls", ""},
    Row{"shop.replies.purge",        "purge_replies",    "timetable.replies",    ""},
    Row{"badges.tenure",             "award_tenure",     "timetable.tenure",     "", "awarded"},
    Row{"telemetry.events.purge",    "purge_client_events", "timetable.client_events", "telemetry.keep_days"},
};
// clang-format on

constexpr std::chrono::seconds sealing{2};

/// At once, so that nobody who wants to pay waits for long.
constexpr std::int64_t most_checkouts = 100;

const Caller& worker_itself() {
    static const Caller caller{.address = {}, .agent = "asterism-worker"};
    return caller;
}

template <class T>
const T& kept(const Result<T>& result) {
    if (!result) throw std::runtime_error(std::string(result.error().fault->text));
    return *result;
}

Progress run_operation(Composition& parts, const Row& row) {
    json::object input;
    if (!row.days.empty()) input["days"] = parts.settings().number(row.days);
    app::Answer answer;
    kept(app::find_operation(row.operation)
             ->run(parts.app(), {keeper(), worker_itself(), parts.policy()}, input, answer));
    const auto view = app::parse_strict(answer.text)->as_object();
    const auto count = view.at("count").as_int64();
    return {view.at("more").as_bool(), count > 0 ? fmt::format("{} {}", count, row.done) : ""};
}

Progress seal(Composition& parts) {
    bool waiting = false;
    parts.store().read([&](app::Unit& unit) { waiting = !unit.ledger().unsealed(1).empty(); });
    if (!waiting) return {};  // an idle worker writes nothing
    const auto sealed = parts.app().run<&audit::seal_audit>(
        {keeper(), worker_itself(), parts.policy()}, audit::SealAudit{});
    return {kept(sealed).more, ""};
}

Progress archive(Composition& parts) {
    const audit::ArchiveAudit input{parts.settings().number("audit.keep_days")};
    const auto done = app::archive_audit(parts.app(), {keeper(), worker_itself(), parts.policy()},
                                         parts.shelf(), input);
    const auto& archived = kept(done);
    if (archived.files.empty()) return {};
    return {archived.more,
            fmt::format("{} records in {}", archived.records, archived.files.front())};
}

Progress clean(Composition& parts) {
    const auto done =
        app::clean_archives(parts.app(), {keeper(), worker_itself(), parts.policy()}, parts.shelf(),
                            parts.settings().number("audit.archive_days"), false);
    const auto& gone = kept(done);
    return {false, gone.empty() ? "" : fmt::format("{} archives deleted", gone.size())};
}

Progress let_go(Composition& parts) {
    const auto done = parts.app().run<&shop::let_go_overdue>(
        {keeper(), worker_itself(), parts.policy()}, shop::LetGoOverdue{most_checkouts});
    const auto count = kept(done).count;
    return {count == most_checkouts,
            count > 0 ? fmt::format("{} checkouts let go of what they held", count) : ""};
}

Progress forget_unpaid(Composition& parts) {
    const auto done = parts.app().run<&shop::forget_unpaid>(
        {keeper(), worker_itself(), parts.policy()},
        shop::ForgetUnpaid{parts.settings().number("shop.snapshot_weeks"), most_checkouts});
    const auto count = kept(done).count;
    return {count == most_checkouts, count > 0 ? fmt::format("{} checkouts forgotten", count) : ""};
}

Progress sweep(Composition& parts) {
    const auto found = parts.sweep_media(false);
    const auto gone = found.published + found.discarded + found.removed + found.dropped;
    return {false, gone == 0 ? "" : fmt::format("{} files and rows put right", gone)};
}

}  // namespace

std::unique_ptr<worker::Jobs> Composition::make_jobs() {
    const auto period = [this](std::string_view key) { return settings_.duration(key); };
    std::vector<Job> jobs{
        {"audit.seal", sealing, [this](Instant) { return seal(*this); }, true},
        {"audit.archive", period("timetable.audit_archive"),
         [this](Instant) { return archive(*this); }},
        {"audit.expire", period("timetable.audit_expire"),
         [this](Instant) { return clean(*this); }},
        {"media.sweep", period("timetable.media"), [this](Instant) { return sweep(*this); }},
        {"shop.let_go", period("timetable.checkouts"), [this](Instant) { return let_go(*this); }},
        {"shop.forget_unpaid", period("timetable.snapshots"),
         [this](Instant) { return forget_unpaid(*this); }},
    };
    for (const Row& row : table)
        jobs.push_back({std::string(row.job), period(row.period),
                        [this, &row](Instant) { return run_operation(*this, row); }});
    worker::JobsOptions options;
    options.clock = &system_time;
    options.failed = [this](std::string_view job, std::string_view what) {
        log_.write(Level::warning, "a job failed", {{"job", job}, {"why", what}});
    };
    options.done = [this](std::string_view job, std::string_view what) {
        log_.write(Level::info, "a job was done", {{"job", job}, {"what", what}});
    };
    return std::make_unique<worker::Jobs>(*timetable_, std::move(jobs), std::move(options));
}

}  // namespace asterism::cli
