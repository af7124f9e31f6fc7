#pragma once

#include <memory>

#include "shells/store/connections.hpp"
#include "shells/store/engine.hpp"
#include "shells/store/group_writer.hpp"
#include "shells/store/sqlite_db.hpp"

namespace asterism::store {

struct SqliteOptions {
    SqliteFile file;
    std::size_t readers = 8;
};

/// Several connections that read, and one thread that writes.
class SqliteStore final : public Engine {
public:
    explicit SqliteStore(SqliteOptions options);

    void read_db(app::FunctionRef<void(Db&)> work) override;
    void write_db(app::FunctionRef<bool(Db&)> work) override;
    /// By PRAGMA quick_check, which reads the whole file.
    std::string damage() override;
    /// Puts the write-ahead log into the file.
    void checkpoint() override;

protected:
    std::unique_ptr<Db> connect() override;

private:
    SqliteOptions options_;
    Connections readers_;
    GroupWriter writer_;
};

}  // namespace asterism::store
