#pragma once

#include "libcore/base/tasks.hpp"
#include "shells/app/task_queue.hpp"
#include "shells/store/engine.hpp"

namespace asterism::store {

class SqlTasks final : public Tasks {
public:
    explicit SqlTasks(Db& db) : db_(db) {}

    void add(const Task& task) override;

private:
    Db& db_;
};

class SqlTaskQueue final : public app::TaskQueue {
public:
    explicit SqlTaskQueue(Engine& engine) : engine_(engine) {}

    std::vector<app::LeasedTask> lease(Instant now, std::chrono::seconds length, int most) override;
    std::optional<Instant> next_due() override;
    void finish(const app::LeasedTask& task, app::FunctionRef<void(app::Unit&)> record) override;
    void postpone(const app::LeasedTask& task, Instant due, std::string_view error,
                  app::FunctionRef<void(app::Unit&)> record) override;
    void bury(const app::LeasedTask& task, std::string_view error,
              app::FunctionRef<void(app::Unit&)> record) override;

private:
    void settle(const app::LeasedTask& task, app::FunctionRef<void(app::Unit&)> record,
                app::FunctionRef<std::int64_t(Db&)> end);

    Engine& engine_;
};

}  // namespace asterism::store
