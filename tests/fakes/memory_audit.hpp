#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

/// The log of `Tables::audit` as a ledger: ids are places in that list, counted from 1.
class MemoryLedger : public audit::Ledger {
public:
    MemoryLedger(Tables& tables, Calls& calls)
        : records_(tables.audit), chain_(tables.chain), calls_(calls) {}

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
    audit::Entry entry(std::int64_t id) const;

    std::vector<audit::Record>& records_;
    Chain& chain_;
    Calls& calls_;
};

class MemoryLeftovers : public accounts::Leftovers {
public:
    MemoryLeftovers(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::vector<accounts::Account> unverified(Instant before, std::int64_t limit) const override;
    std::int64_t count_unverified(Instant before) const override;
    std::int64_t count(accounts::Leftover what, Instant before) const override;
    std::int64_t drop(accounts::Leftover what, Instant before, std::int64_t limit) override;

private:
    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
