#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "shells/store/db.hpp"

namespace asterism::store {

struct SqliteFile {
    std::string path;
    std::chrono::seconds open_timeout{5};  ///< for others to let go of the file
};

/// Opens a connection in WAL mode with synchronous=FULL, and checks that it is so. Makes the file,
/// readable by its owner alone, if there is none. A connection for reading refuses to write.
std::unique_ptr<Db> open_sqlite(const SqliteFile& file, Access access);

}  // namespace asterism::store
