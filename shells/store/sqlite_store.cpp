#include "shells/store/sqlite_store.hpp"

namespace asterism::store {

SqliteStore::SqliteStore(SqliteOptions options)
    : options_(std::move(options)),
      readers_(options_.readers, [this] { return open_sqlite(options_.file, Access::read); }),
      writer_([this] { return connect(); }) {
    connect();  // a file that cannot be used is found out now, not at the first request
}

std::unique_ptr<Db> SqliteStore::connect() { return open_sqlite(options_.file, Access::write); }

void SqliteStore::read_db(app::FunctionRef<void(Db&)> work) {
    Connections::Loan loan(readers_, Access::read);
    work(loan.db());
    loan.rollback();
}

void SqliteStore::write_db(app::FunctionRef<bool(Db&)> work) { writer_.write(work); }

std::string SqliteStore::damage() {
    try {
        auto found = std::get<0>(connect()->one<std::string>("PRAGMA quick_check(1)").value());
        return found == "ok" ? std::string() : found;
    } catch (const DbError& error) {
        return error.what();
    }
}

void SqliteStore::checkpoint() {
    static_cast<void>(connect()->one<std::int64_t>("PRAGMA wal_checkpoint(TRUNCATE)"));
}

}  // namespace asterism::store
