#include "shells/store/open.hpp"

#include <stdexcept>

#include "shells/store/postgres_store.hpp"
#include "shells/store/sqlite_store.hpp"
#include "shells/store/tasks.hpp"
#include "shells/store/timetable.hpp"

namespace asterism::store {

std::unique_ptr<Engine> open_store(const std::string& address, std::size_t connections) {
    if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
        return std::make_unique<PostgresStore>(PostgresOptions{address, connections});
    if (address.starts_with("sqlite:"))
        return std::make_unique<SqliteStore>(SqliteOptions{{address.substr(7)}, connections});
    if (address.find("://") != std::string::npos)
        throw std::invalid_argument("no database of this kind is known: " +
                                    address.substr(0, address.find("://")));
    return std::make_unique<SqliteStore>(SqliteOptions{{address}, connections});
}

std::unique_ptr<app::Timetable> timetable(Engine& engine) {
    return std::make_unique<SqlTimetable>(engine);
}

std::unique_ptr<app::TaskQueue> task_queue(Engine& engine) {
    return std::make_unique<SqlTaskQueue>(engine);
}

}  // namespace asterism::store
