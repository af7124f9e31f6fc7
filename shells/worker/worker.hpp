#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shells/app/task_queue.hpp"
#include "shells/worker/handler.hpp"
#include "shells/worker/loop.hpp"

namespace asterism::worker {

struct WorkerOptions {
    std::function<Instant()> clock;
    std::chrono::seconds lease{60};
    std::chrono::seconds longest_task{30};  ///< one that is not begun this long before the lease
                                            ///< ends is left for another time
    int batch = 16;
    std::chrono::milliseconds idle{1'000};           ///< looks for work at least this often
    std::chrono::milliseconds longest_away{30'000};  ///< between two tries at a store that is away
    /// Hears of failures: the task's kind, or "store", and what happened.
    std::function<void(std::string_view about, std::string_view what)> failed = {};
};

/// Does what is due, in a thread of its own. Several may work on one database.
class Worker {
public:
    Worker(app::TaskQueue& queue, std::vector<Handler> handlers, WorkerOptions options);

    /// Does one batch of what is due and says how many tasks that were. What the tests call; throws
    /// app::StoreUnavailable.
    int run_due(Instant now);

    void start() { loop_.start(); }

    /// There may be something to do: looks at once. From any thread.
    void nudge() { loop_.nudge(); }

    /// Returns when the task that runs is finished. The rest of its batch waits for its leases to
    /// end.
    void stop() { loop_.stop(); }

private:
    /// How long to wait before the next look.
    std::chrono::milliseconds look();
    void run(const app::LeasedTask& task, Instant now);
    Outcome tried(const Handler* handler, const app::LeasedTask& task, Instant now);
    void settle(const app::LeasedTask& task, const Outcome& outcome, const Handler* handler,
                Instant now);
    void settle_unrecorded(const app::LeasedTask& task, const Outcome& outcome,
                           const Handler* handler, Instant now, const std::string& why);
    void tell(std::string_view about, std::string_view what) const;

    app::TaskQueue& queue_;
    std::vector<Handler> handlers_;
    WorkerOptions options_;
    std::chrono::milliseconds away_{0};
    Loop loop_;
};

}  // namespace asterism::worker
