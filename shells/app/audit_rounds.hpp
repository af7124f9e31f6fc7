#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libcore/audit/archiving.hpp"
#include "shells/app/app.hpp"

namespace asterism::app {

// What the audit log needs done with files and transactions in turn: never a file within a
// transaction. All of it asks for the role of an admin.

struct Archived {
    std::int64_t records = 0;
    std::vector<std::string> files = {};
    bool more = false;
};

/// Archives the oldest records, one archive at most, and deletes them. Where the archive cannot be
/// written whole, nothing is deleted: it throws std::runtime_error. Records without a seal stay.
Result<Archived> archive_audit(App& app, const Call& call, audit::Shelf& shelf,
                               const audit::ArchiveAudit& input);

/// Deletes archives that were made before so many days, and says which.
Result<std::vector<std::string>> clean_archives(App& app, const Call& call, audit::Shelf& shelf,
                                                std::int64_t days, bool dry_run);

/// Follows the chain through the archives that are still kept, then through the database.
Result<audit::Verdict> verify_audit(App& app, const Call& call, const audit::Shelf& shelf,
                                    const audit::VerifyAudit& input);

}  // namespace asterism::app
