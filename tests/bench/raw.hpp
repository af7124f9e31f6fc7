#pragma once

#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <string_view>

namespace asterism::bench {

/// SQLite without anything of ours: the yardstick.
class Raw {
public:
    explicit Raw(const std::string& path) {
        if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) throw std::runtime_error("open");
        sqlite3_busy_timeout(db_, 5'000);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("PRAGMA foreign_keys = ON");
        run("PRAGMA mmap_size = 67108864");
    }

    ~Raw() { sqlite3_close_v2(db_); }

    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;

    void run(const char* text) {
        if (sqlite3_exec(db_, text, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(db_));
    }

    sqlite3_stmt* prepare(const char* text) {
        sqlite3_stmt* out = nullptr;
        if (sqlite3_prepare_v3(db_, text, -1, SQLITE_PREPARE_PERSISTENT, &out, nullptr) !=
            SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(db_));
        return out;
    }

private:
    sqlite3* db_ = nullptr;
};

inline void bind_text(sqlite3_stmt* to, int at, std::string_view text) {
    sqlite3_bind_text(to, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

inline std::string_view text(sqlite3_stmt* from, int at) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(from, at));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(from, at)))
                 : std::string_view{};
}

}  // namespace asterism::bench
