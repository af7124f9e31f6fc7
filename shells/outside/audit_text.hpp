#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libcore/audit/archiving.hpp"

namespace asterism::outside {

/// An archive as JSON: `archive_date`, `retention_days`, `log_count`, `date_range`, `logs` as
/// Starview's archives have them, and in each log what the chain needs.
std::string archive_json(const audit::Batch& batch, std::int64_t days, Instant now);

/// The same for people, a line a record. Nothing in a record can begin a line of its own.
std::string archive_text(const audit::Batch& batch, std::int64_t days, Instant now);

/// The rows of what archive_json() made. Throws std::runtime_error for anything else.
std::vector<audit::Sealed> read_archive(std::string_view json);

/// "audit_logs_20260101_to_20260131_20260302_031500": the first and last day of the rows, and now.
std::string archive_name(const audit::Batch& batch, Instant now);

/// When an archive of that name was made; none for other names.
std::optional<Instant> archive_time(std::string_view file);

}  // namespace asterism::outside
