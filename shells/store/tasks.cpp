#include "shells/store/tasks.hpp"

#include <algorithm>

#include "shells/store/unit.hpp"

namespace asterism::store {

using app::LeasedTask;

namespace {

/// What is due and free; of a lane only its oldest.
constexpr Literal take{
    "UPDATE task SET leased_until = :until, leases = leases + 1, attempts = attempts + 1"
    " WHERE id IN (SELECT t.id FROM task t"
    "  WHERE t.buried = 0 AND t.due <= :now AND t.leased_until <= :free"
    "  AND NOT EXISTS (SELECT 1 FROM task older WHERE older.lane = t.lane"
    "   AND older.lane <> '' AND older.buried = 0 AND older.id < t.id)"
    "  ORDER BY t.due, t.id LIMIT :most"};
constexpr Literal taken{" RETURNING id, kind, payload, attempts, leases"};

}  // namespace

void SqlTasks::add(const Task& task) {
    // Whoever is at work on the task that is replaced has lost his lease of it.
    db_.run(
        "INSERT INTO task (kind, lane, key, payload, due)"
        " VALUES (:kind, :lane, :key, :payload, :due)"
        " ON CONFLICT (kind, key) WHERE key <> '' AND buried = 0"
        " DO UPDATE SET payload = excluded.payload, due = excluded.due, lane = excluded.lane,"
        " attempts = 0, leased_until = 0, leases = task.leases + 1, last_error = ''",
        task.kind, task.lane, task.key, task.payload, task.due);
}

std::optional<Instant> SqlTaskQueue::next_due() {
    std::optional<Instant> due;
    engine_.read_db([&](Db& db) {
        const auto row =
            db.one<std::optional<Instant>>("SELECT min(due) FROM task WHERE buried = 0");
        due = std::get<0>(row.value());
    });
    return due;
}

std::vector<LeasedTask> SqlTaskQueue::lease(Instant now, std::chrono::seconds length, int most) {
    const auto due = next_due();
    if (!due || *due > now) return {};  // an idle worker writes nothing
    std::vector<LeasedTask> out;
    engine_.write_db([&](Db& db) {
        out.clear();
        const auto rows = db.all<std::int64_t, std::string, std::string, int, std::int64_t>(
            Sql{joined<take, ")", taken>, joined<take, " FOR UPDATE SKIP LOCKED)", taken>},
            now + length, now, now, most);
        for (const auto& row : rows) out.push_back(made<LeasedTask>(row));
        return !out.empty();
    });
    std::ranges::sort(out, {}, &LeasedTask::id);
    return out;
}

void SqlTaskQueue::finish(const LeasedTask& task, app::FunctionRef<void(app::Unit&)> record) {
    settle(task, record, [&](Db& db) {
        return db.run("DELETE FROM task WHERE id = :id AND leases = :lease", task.id, task.lease);
    });
}

void SqlTaskQueue::postpone(const LeasedTask& task, Instant due, std::string_view error,
                            app::FunctionRef<void(app::Unit&)> record) {
    settle(task, record, [&](Db& db) {
        return db.run(
            "UPDATE task SET due = :due, leased_until = 0, last_error = :error"
            " WHERE id = :id AND leases = :lease",
            due, error, task.id, task.lease);
    });
}

void SqlTaskQueue::bury(const LeasedTask& task, std::string_view error,
                        app::FunctionRef<void(app::Unit&)> record) {
    settle(task, record, [&](Db& db) {
        return db.run(
            "UPDATE task SET buried = 1, leased_until = 0, last_error = :error"
            " WHERE id = :id AND leases = :lease",
            error, task.id, task.lease);
    });
}

/// What a task is about comes before the task itself, as it does where somebody asks for one: who
/// holds a task waits for nothing else any more, so that the two never wait for each other. A lease
/// that was lost by then has settled nothing.
void SqlTaskQueue::settle(const LeasedTask& task, app::FunctionRef<void(app::Unit&)> record,
                          app::FunctionRef<std::int64_t(Db&)> end) {
    engine_.write_db([&](Db& db) {
        if (!db.one<std::int64_t>("SELECT id FROM task WHERE id = :id AND leases = :lease", task.id,
                                  task.lease))
            return false;
        SqlUnit unit(db);
        record(unit);
        return end(db) > 0;
    });
}

}  // namespace asterism::store
