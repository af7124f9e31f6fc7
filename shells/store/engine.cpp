#include "shells/store/engine.hpp"

#include "shells/store/unit.hpp"

namespace asterism::store {

void Engine::read(app::FunctionRef<void(app::Unit&)> work) {
    read_db([&](Db& db) {
        SqlUnit unit(db);
        work(unit);
    });
}

void Engine::write(app::Work work) {
    write_db([&](Db& db) {
        SqlUnit unit(db);
        return work(unit);
    });
}

void Engine::ping() {
    read_db([](Db& db) { static_cast<void>(db.one<std::int64_t>("SELECT 1")); });
}

MigrationStatus Engine::schema() {
    MigrationStatus found;
    read_db([&](Db& db) { found = status(db); });
    return found;
}

void Engine::migrate(Instant now) {
    const auto db = connect();
    store::migrate(*db, now);
}

}  // namespace asterism::store
