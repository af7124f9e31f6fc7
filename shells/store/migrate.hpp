#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/time.hpp"
#include "shells/store/db.hpp"
#include "shells/store/migrations.hpp"

namespace asterism::store {

/// An applied migration has another text than the one in this program.
struct SchemaMismatch : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The database was brought up to date by a later version of this program.
struct DatabaseNewer : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct AppliedMigration {
    int number = 0;
    std::string name;
    std::string checksum;
    Instant applied_at;
};

/// How a database and this program stand to each other.
struct MigrationStatus {
    std::vector<AppliedMigration> applied;
    std::vector<Migration> pending;
    std::vector<AppliedMigration> changed;  ///< applied with another text
    std::vector<AppliedMigration> newer;    ///< applied, and unknown to this program

    bool current() const { return pending.empty() && changed.empty() && newer.empty(); }
};

/// 64-bit FNV-1a of a text, in hex: tells an edit, not an attack.
std::string checksum(std::string_view text);

/// Only reads.
MigrationStatus status(Db& db, std::span<const Migration> known = migrations());

/// Throws SchemaMismatch or DatabaseNewer where this program must not touch the database.
void refuse_foreign(const MigrationStatus& found);

/// Applies what is pending in order, each in a transaction of its own. Of several processes that do
/// so at once one works and the others wait.
void migrate(Db& db, Instant now, std::span<const Migration> known = migrations());

}  // namespace asterism::store
