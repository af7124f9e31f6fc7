#pragma once

#include <memory>
#include <string>

#include "shells/app/task_queue.hpp"
#include "shells/app/timetable.hpp"
#include "shells/store/engine.hpp"

namespace asterism::store {

/// The database at `postgresql://…`, `sqlite:PATH` or a plain path. Throws app::StoreUnavailable if
/// a file cannot be used, std::invalid_argument for an address of another kind.
std::unique_ptr<Engine> open_store(const std::string& address);

/// When jobs are due, as that database says.
std::unique_ptr<app::Timetable> timetable(Engine& engine);

/// The tasks in that database, for a worker.
std::unique_ptr<app::TaskQueue> task_queue(Engine& engine);

}  // namespace asterism::store
