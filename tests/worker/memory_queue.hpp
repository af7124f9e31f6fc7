#pragma once

#include <algorithm>
#include <vector>

#include "shells/app/task_queue.hpp"
#include "tests/fakes/memory_store.hpp"

namespace asterism::tests {

/// The tasks of a store in memory, as a worker sees them. Lanes are not kept in order here.
class MemoryQueue : public app::TaskQueue {
public:
    explicit MemoryQueue(MemoryStore& store) : store_(store) {}

    std::vector<app::LeasedTask> lease(Instant now, std::chrono::seconds length,
                                       int most) override {
        take_new();
        std::vector<app::LeasedTask> out;
        for (auto& each : known_) {
            if (std::ssize(out) == most) break;
            if (each.over || each.due > now) continue;
            each.due = now + length;
            ++each.task.attempts;
            out.push_back(each.task);
        }
        return out;
    }

    std::optional<Instant> next_due() override {
        std::optional<Instant> out;
        for (const auto& each : known_)
            if (!each.over && (!out || each.due < *out)) out = each.due;
        return out;
    }

    void finish(const app::LeasedTask& task, app::FunctionRef<void(app::Unit&)> record) override {
        settle(task, record).over = true;
    }

    void postpone(const app::LeasedTask& task, Instant due, std::string_view,
                  app::FunctionRef<void(app::Unit&)> record) override {
        settle(task, record).due = due;
    }

    void bury(const app::LeasedTask& task, std::string_view,
              app::FunctionRef<void(app::Unit&)> record) override {
        auto& row = settle(task, record);
        row.over = true;
        row.buried = true;
    }

    std::ptrdiff_t waiting() const { return std::ranges::count(known_, false, &Row::over); }

    std::ptrdiff_t buried() const { return std::ranges::count(known_, true, &Row::buried); }

private:
    struct Row {
        app::LeasedTask task;
        Instant due;
        bool over = false;
        bool buried = false;
    };

    /// Takes over what was added to the store's own list.
    void take_new() {
        store_.write([&](app::Unit&) {
            for (const auto& row : store_.tables.tasks)
                known_.push_back({{std::ssize(known_) + 1, row.kind, row.payload, 0}, row.due});
            store_.tables.tasks.clear();
            return true;
        });
    }

    Row& settle(const app::LeasedTask& task, app::FunctionRef<void(app::Unit&)> record) {
        store_.write([&](app::Unit& unit) {
            record(unit);
            return true;
        });
        return *std::ranges::find(known_, task.id, [](const Row& row) { return row.task.id; });
    }

    MemoryStore& store_;
    std::vector<Row> known_;
};

}  // namespace asterism::tests
