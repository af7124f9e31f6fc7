#include "shells/store/migrate.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace asterism::store {
namespace {

bool has_table(Db& db) {
    return db
        .one<std::int64_t>(Sql{"SELECT 1 FROM sqlite_master WHERE type = 'table'"
                               " AND name = 'schema_migration'",
                               "SELECT 1 WHERE to_regclass('schema_migration') IS NOT NULL"})
        .has_value();
}

std::vector<AppliedMigration> applied(Db& db) {
    using Row = std::tuple<int, std::string, std::string, Instant>;
    const auto rows = db.all<Row>(
        "SELECT number, name, checksum, applied_at FROM schema_migration ORDER BY number");
    std::vector<AppliedMigration> found;
    found.reserve(rows.size());
    for (const auto& row : rows) found.push_back(made<AppliedMigration>(row));
    return found;
}

std::string list(const std::vector<AppliedMigration>& migrations) {
    std::string text;
    for (const auto& each : migrations) {
        text += (text.empty() ? "" : ", ") + std::to_string(each.number) + " (" + each.name + ")";
    }
    return text;
}

/// One transaction: another process may have come first, so what is pending is looked up within it.
bool apply_next(Db& db, Instant now, std::span<const Migration> known) {
    db.begin(Access::write);
    db.hold_schema();
    db.script(
        "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY,"
        " name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)");
    const auto found = status(db, known);
    refuse_foreign(found);
    if (!found.pending.empty()) {
        const auto& next = found.pending.front();
        db.script(next.sql);
        db.run(
            "INSERT INTO schema_migration (number, name, checksum, applied_at)"
            " VALUES (:number, :name, :checksum, :at)",
            next.number, next.name, checksum(next.sql), now);
    }
    db.commit();
    return found.pending.size() > 1;
}

}  // namespace

std::string checksum(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001B3U;
    std::string hex(16, '0');
    for (auto& digit : hex) {
        digit = "0123456789abcdef"[hash >> 60U];
        hash <<= 4U;
    }
    return hex;
}

MigrationStatus status(Db& db, std::span<const Migration> known) {
    MigrationStatus found;
    if (has_table(db)) found.applied = applied(db);
    for (const auto& each : found.applied) {
        const auto ours = std::ranges::find(known, each.number, &Migration::number);
        if (ours == known.end()) {
            found.newer.push_back(each);
        } else if (checksum(ours->sql) != each.checksum) {
            found.changed.push_back(each);
        }
    }
    for (const auto& each : known) {
        const bool done = std::ranges::find(found.applied, each.number,
                                            &AppliedMigration::number) != found.applied.end();
        if (!done) found.pending.push_back(each);
    }
    return found;
}

void refuse_foreign(const MigrationStatus& found) {
    if (!found.changed.empty()) {
        throw SchemaMismatch(
            "The database was made by other migrations than this program's: " +
            list(found.changed) +
            ". A migration must not change once it was applied, so nothing was done. Run the"
            " version of the program that made the database, or restore a backup of this one's.");
    }
    if (!found.newer.empty()) {
        throw DatabaseNewer(
            "The database is newer than this program, which does not know its migrations: " +
            list(found.newer) +
            ". Going back could lose data, so nothing was done. Install the newer version, or"
            " restore the backup that was made before the upgrade.");
    }
}

void migrate(Db& db, Instant now, std::span<const Migration> known) {
    try {
        while (apply_next(db, now, known)) {
        }
    } catch (...) {
        db.rollback();
        throw;
    }
}

}  // namespace asterism::store
