#include "tests/crash/watched_engine.hpp"

namespace asterism::store::testing {

WatchedEngine::WatchedEngine(Open open, bool grouped, Watch* watch)
    : open_([open = std::move(open), watch] {
          auto db = open();
          db->be_watched(watch);
          return db;
      }) {
    if (grouped) writer_.emplace(open_);
}

void WatchedEngine::read_db(app::FunctionRef<void(Db&)> work) {
    write_db([&](Db& db) {
        work(db);
        return false;
    });
}

void WatchedEngine::write_db(app::FunctionRef<bool(Db&)> work) {
    if (writer_) return writer_->write(work);
    // As when a process ends: nobody says goodbye.
    auto db = db_ ? std::move(db_) : open_();
    db->begin(Access::write);
    if (work(*db)) {
        db->commit();
    } else if (!db->rollback()) {
        return;
    }
    db_ = std::move(db);
}

}  // namespace asterism::store::testing
