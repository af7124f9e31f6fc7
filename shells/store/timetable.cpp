#include "shells/store/timetable.hpp"

namespace asterism::store {

std::optional<std::int64_t> SqlTimetable::take(std::string_view job, Instant now,
                                               std::chrono::seconds lease) {
    bool waits = false;
    engine_.read_db([&](Db& db) {
        waits = db.one<std::int64_t>(
                      "SELECT 1 FROM job WHERE name = :name AND (due > :now OR leased_until > :at)",
                      job, now, now)
                    .has_value();
    });
    if (waits) return std::nullopt;  // an idle worker writes nothing
    std::optional<std::int64_t> taken;
    engine_.write_db([&](Db& db) {
        db.run("INSERT INTO job (name, due) VALUES (:name, :due) ON CONFLICT (name) DO NOTHING",
               job, now);
        const auto row = db.one<std::int64_t>(
            "UPDATE job SET leased_until = :until, leases = leases + 1"
            " WHERE name = :name AND due <= :now AND leased_until <= :at RETURNING leases",
            now + lease, job, now, now);
        taken = row ? std::optional(std::get<0>(*row)) : std::nullopt;
        return taken.has_value();
    });
    return taken;
}

void SqlTimetable::settle(std::string_view job, std::int64_t lease, Instant now, Instant due,
                          std::string_view outcome) {
    engine_.write_db([&](Db& db) {
        return db.run(
                   "UPDATE job SET due = :due, leased_until = 0, last_run = :now,"
                   " last_outcome = :outcome WHERE name = :name AND leases = :lease",
                   due, now, kept_text(outcome, 500), job, lease) > 0;
    });
}

std::vector<app::JobState> SqlTimetable::all() {
    std::vector<app::JobState> out;
    engine_.read_db([&](Db& db) {
        out.clear();
        for (const auto& row : db.all<std::string, Instant, std::optional<Instant>, std::string>(
                 "SELECT name, due, last_run, last_outcome FROM job ORDER BY name"))
            out.push_back(made<app::JobState>(row));
    });
    return out;
}

}  // namespace asterism::store
