#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/time.hpp"
#include "shells/app/function_ref.hpp"
#include "shells/app/store.hpp"

namespace asterism::app {

/// A task that is ours for a while.
struct LeasedTask {
    std::int64_t id = 0;
    std::string kind;
    std::string payload;
    int attempts = 0;        ///< this one included
    std::int64_t lease = 0;  ///< which of its leases: only the newest may settle the task
};

/// The worker's side of Tasks: what is due is leased, done with no transaction open, and settled.
/// A lease that runs out makes its task due again; settling it then does nothing.
class TaskQueue {
public:
    virtual ~TaskQueue() = default;
    /// Oldest first; of a lane only its oldest unfinished task, so that their order is kept.
    virtual std::vector<LeasedTask> lease(Instant now, std::chrono::seconds length, int most) = 0;
    /// When the next task is due, which may be past.
    virtual std::optional<Instant> next_due() = 0;
    /// Ends the task. In the same transaction `record` notes what came of it.
    virtual void finish(const LeasedTask& task, FunctionRef<void(Unit&)> record) = 0;
    virtual void postpone(const LeasedTask& task, Instant due, std::string_view error,
                          FunctionRef<void(Unit&)> record) = 0;
    /// Gives the task up and keeps it to be looked at.
    virtual void bury(const LeasedTask& task, std::string_view error,
                      FunctionRef<void(Unit&)> record) = 0;
};

}  // namespace asterism::app
