#pragma once

#include "libcore/audit/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlAuditLog final : public audit::Log {
public:
    explicit SqlAuditLog(Db& db) : db_(db) {}

    /// Throws app::StoreUnavailable where the database will not have the row: what it tells of must
    /// not come about then, and may be tried again.
    void append(const audit::Record& record) override;

private:
    Db& db_;
};

/// Triggers of the schema see to it that rows are changed by seal() alone, and deleted by
/// drop_anchored() alone.
class SqlLedger final : public audit::Ledger {
public:
    explicit SqlLedger(Db& db) : db_(db) {}

    std::vector<audit::Entry> list(const audit::Filter& filter, audit::RecordId before,
                                   std::int64_t limit) const override;
    audit::Head head() const override;
    std::optional<audit::Head> hold_head() override;
    void save_head(const audit::Head& head) override;
    std::vector<audit::Entry> unsealed(std::int64_t limit) const override;
    std::int64_t count_unsealed() const override;
    void seal(audit::RecordId id, std::int64_t position, std::string_view code,
              std::string_view seal) override;
    std::vector<audit::Sealed> chain(std::int64_t after, std::int64_t limit) const override;
    std::int64_t position_before(Instant at) const override;
    std::vector<audit::Anchor> anchors() const override;
    void add_anchor(const audit::Anchor& anchor) override;
    void mark_cleaned(std::string_view file, Instant at) override;
    std::int64_t drop_anchored(std::int64_t limit) override;

private:
    Db& db_;
};

}  // namespace asterism::store
