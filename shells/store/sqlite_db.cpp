#include "shells/store/sqlite_db.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>

namespace asterism::store {
namespace {

// soci-sqlite3.h includes sqlite3.h inside this namespace, so no other file of ours includes
// either.
namespace api = sqlite_api;

Trouble trouble_of(int code) {
    if (code == SQLITE_READONLY) return Trouble::broken;  // a write on a connection for reading
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_INTERRUPT: return Trouble::slow;
        case SQLITE_FULL:
        case SQLITE_NOMEM: return Trouble::full;
        case SQLITE_READONLY:
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_PROTOCOL: return Trouble::away;
        case SQLITE_CONSTRAINT: return Trouble::constraint;
        default: return Trouble::broken;
    }
}

void check(api::sqlite3* connection, int code) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    const int exact = api::sqlite3_extended_errcode(connection);
    raise(trouble_of((exact & 0xFF) == (code & 0xFF) ? exact : code),
          std::string("SQLite: ") + api::sqlite3_errmsg(connection));
}

/// Rows are read with sqlite3 itself, on the connection that SOCI opened and owns. A look-up of one
/// session took 1.22 times the CPU of a bare prepared statement with SOCI's use and into elements,
/// and takes 1.09 times so (medians of 8 rounds at -O2; 1.22 with the transaction around it).
class SqliteStatement final : public Statement {
public:
    SqliteStatement(api::sqlite3* connection, const char* text) : connection_(connection) {
        check(connection, api::sqlite3_prepare_v3(connection, text, -1, SQLITE_PREPARE_PERSISTENT,
                                                  &statement_, nullptr));
    }

    ~SqliteStatement() override { api::sqlite3_finalize(statement_); }

    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    void bind_null(int at) override {
        check(connection_, api::sqlite3_bind_null(statement_, at + 1));
    }

    void bind_integer(int at, std::int64_t value) override {
        check(connection_, api::sqlite3_bind_int64(statement_, at + 1, value));
    }

    void bind_real(int at, double value) override {
        check(connection_, api::sqlite3_bind_double(statement_, at + 1, value));
    }

    void bind_text(int at, std::string_view value) override {
        // A view of nothing has no address, which SQLite would take for NULL.
        const char* bytes = value.data() == nullptr ? "" : value.data();
        constexpr api::sqlite3_destructor_type borrowed = nullptr;
        check(connection_, api::sqlite3_bind_text64(statement_, at + 1, bytes, value.size(),
                                                    borrowed, SQLITE_UTF8));
    }

    bool step() override {
        const int code = api::sqlite3_step(statement_);
        check(connection_, code);
        return code == SQLITE_ROW;
    }

    bool null(int at) const override {
        return api::sqlite3_column_type(statement_, at) == SQLITE_NULL;
    }

    std::int64_t integer(int at) const override {
        return api::sqlite3_column_int64(statement_, at);
    }

    double real(int at) const override { return api::sqlite3_column_double(statement_, at); }

    std::string_view text(int at) const override {
        const auto* bytes = api::sqlite3_column_text(statement_, at);
        if (bytes == nullptr) return {};
        return {reinterpret_cast<const char*>(bytes),
                static_cast<std::size_t>(api::sqlite3_column_bytes(statement_, at))};
    }

    std::int64_t affected() const override { return api::sqlite3_changes64(connection_); }

    void reset() noexcept override { api::sqlite3_reset(statement_); }

private:
    api::sqlite3* connection_;
    api::sqlite3_stmt* statement_ = nullptr;
};

class SqliteDb final : public Db {
public:
    explicit SqliteDb(const std::string& connect)
        : session_(opened(connect)),
          connection_(static_cast<soci::sqlite3_session_backend*>(session_.get_backend())->conn_) {}

    ~SqliteDb() override { forget_statements(); }

    SqliteDb(const SqliteDb&) = delete;
    SqliteDb& operator=(const SqliteDb&) = delete;

    void set_up(Access access) {
        int unused = 0;
        check(connection_,
              api::sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, &unused));
        if (one<std::string>("PRAGMA journal_mode = WAL") != std::tuple{std::string("wal")}) {
            raise(Trouble::away, "SQLite: this file cannot be kept in WAL mode");
        }
        for (const auto& [text, wanted] : settings) {
            static_cast<void>(one<std::int64_t>(text[0]));
            const auto found = one<std::int64_t>(text[1]);
            if (!found || std::get<0>(*found) != wanted) {
                throw DbError(Trouble::broken,
                              std::string("SQLite did not accept ") + text[0].sqlite());
            }
        }
        if (access == Access::read) run("PRAGMA query_only = ON");
        forget_statements();
    }

    void hold_schema() override {}  // BEGIN IMMEDIATE keeps every other writer out already

    std::string_view engine() const override { return "sqlite"; }

    std::int64_t changes() const override {
        return api::sqlite3_total_changes64(connection_) + scripts_;
    }

protected:
    std::unique_ptr<Statement> prepare(Sql text, const Shape&) override {
        return std::make_unique<SqliteStatement>(connection_, text.sqlite());
    }

    /// IMMEDIATE: whoever reads first and writes then would be refused, not made to wait.
    void send_begin(Access access) override {
        if (access == Access::read) {
            run("BEGIN");
        } else {
            run("BEGIN IMMEDIATE");
        }
    }

    void send_commit() override { run("COMMIT"); }

    void send_script(const std::string& statements) override {
        ++scripts_;  // tables that come and go are not counted as changes
        check(connection_,
              api::sqlite3_exec(connection_, statements.c_str(), nullptr, nullptr, nullptr));
    }

    std::string_view own_number() const override { return "INTEGER PRIMARY KEY AUTOINCREMENT"; }

    bool send_rollback() override {
        // A full disk or an I/O error has rolled it back already.
        if (api::sqlite3_get_autocommit(connection_) == 0) run("ROLLBACK");
        return true;
    }

private:
    struct Setting {
        Sql text[2];  ///< to set it, to read it back
        std::int64_t wanted;
    };

    static constexpr std::array settings{
        Setting{{"PRAGMA synchronous = FULL", "PRAGMA synchronous"}, 2},
        Setting{{"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys"}, 1},
        Setting{{"PRAGMA busy_timeout = 5000", "PRAGMA busy_timeout"}, 5'000},
        Setting{{"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema"}, 0},
        Setting{{"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check"}, 1},
        Setting{{"PRAGMA wal_autocheckpoint = 1000", "PRAGMA wal_autocheckpoint"}, 1'000},
        Setting{{"PRAGMA journal_size_limit = 67108864", "PRAGMA journal_size_limit"}, 67'108'864},
        Setting{{"PRAGMA mmap_size = 67108864", "PRAGMA mmap_size"}, 67'108'864},
        // Savepoints keep what they may have to undo: in memory, not in a temporary file.
        Setting{{"PRAGMA temp_store = MEMORY", "PRAGMA temp_store"}, 2},
    };

    static soci::session opened(const std::string& connect) {
        try {
            return soci::session(soci::sqlite3, connect);
        } catch (const soci::soci_error& error) {
            raise(Trouble::away, "SQLite: " + error.get_error_message());
        }
    }

    soci::session session_;
    api::sqlite3* connection_;
    std::int64_t scripts_ = 0;
};

/// Nobody asks how much memory SQLite has taken, and counting it costs a lock each time it takes
/// some: a twentieth of an order's time. Too late, and no harm, where SQLite is at work already.
void leave_memory_uncounted() {
    [[maybe_unused]] static const int done = api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// SQLite would make it readable for everybody. The -wal and -shm files take their mode from it.
void make_private(const std::string& path) {
    const int made = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    // An existing file is not opened here: closing it would drop SQLite's locks on it.
    const bool done =
        made >= 0 ? ::close(made) == 0 : errno == EEXIST && ::chmod(path.c_str(), 0600) == 0;
    if (!done) raise(Trouble::away, "SQLite: " + path + ": " + std::strerror(errno));
}

}  // namespace

std::unique_ptr<Db> open_sqlite(const SqliteFile& file, Access access) {
    // SOCI reads `dbname="..."` up to the next quote, and SQLite takes "" and ":memory:" for no
    // file.
    if (file.path.empty() || file.path.find('"') != std::string::npos) {
        raise(Trouble::away, "SQLite: not a usable path: " + file.path);
    }
    const auto path = std::filesystem::absolute(file.path).string();
    leave_memory_uncounted();
    make_private(path);
    auto db = std::make_unique<SqliteDb>("dbname=\"" + path +
                                         "\" timeout=" + std::to_string(file.open_timeout.count()));
    db->set_up(access);
    return db;
}

}  // namespace asterism::store
