#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"
#include "shells/app/store.hpp"
#include "shells/app/task_queue.hpp"

namespace asterism::worker {

enum class Ending : std::uint8_t { done, again, hopeless };

/// What came of a try at a task.
struct Outcome {
    using Record = std::function<void(app::Unit&, bool last)>;

    Ending ending = Ending::done;
    std::string error = {};
    /// Notes it in the transaction that finishes the task; `last` if there will be no other try.
    /// It may be called again from the start, as any work of a store.
    Record record = {};
    /// What is noted instead where the database would not have that; asked with no transaction
    /// open. A task that was done is done again then.
    std::function<Record(std::string_view why)> unrecorded = {};
};

/// How the tasks of one kind are done.
struct Handler {
    std::string_view kind;
    std::span<const std::chrono::seconds> waits;  ///< before each further try; then it is buried
    /// Called with no transaction open, at least once a task. What it throws counts as `again`.
    std::function<Outcome(const app::LeasedTask&, Instant now)> handle;
};

}  // namespace asterism::worker
