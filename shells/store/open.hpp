#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "shells/app/task_queue.hpp"
#include "shells/app/timetable.hpp"
#include "shells/store/engine.hpp"

namespace asterism::store {

/// The database at `postgresql://…`, `sqlite:PATH` or a plain path. Throws app::StoreUnavailable if
/// a file cannot be used, std::invalid_argument for an address of another kind. `connections`: at
/// most, beside the one that writes to a file.
std::unique_ptr<Engine> open_store(const std::string& address, std::size_t connections = 8);

/// When jobs are due, as that database says.
std::unique_ptr<app::Timetable> timetable(Engine& engine);

/// The tasks in that database, for a worker.
std::unique_ptr<app::TaskQueue> task_queue(Engine& engine);

}  // namespace asterism::store
