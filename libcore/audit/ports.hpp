#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/audit/chain.hpp"
#include "libcore/audit/types.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism::audit {

/// The append-only log of who did what from where.
class Log : public Stored {
public:
    virtual void append(const Record& record) = 0;
};

/// Which rows are asked for; what is not given does not matter.
struct Filter {
    std::optional<std::string> type = {};
    std::optional<std::string> handle = {};  ///< as the log keeps it
    std::optional<std::string> address = {};
    std::optional<Instant> since = {};
    std::optional<Instant> until = {};  ///< not included
};

/// The log as it is read, sealed and archived.
class Ledger : public Stored {
public:
    /// Newest first, those with smaller ids than `before`; an id of 0 is no bound.
    virtual std::vector<Entry> list(const Filter& filter, RecordId before,
                                    std::int64_t limit) const = 0;

    virtual Head head() const = 0;
    /// The same, and keeps others from sealing until this run ends. None if another does so now.
    virtual std::optional<Head> hold_head() = 0;
    virtual void save_head(const Head& head) = 0;

    /// Committed rows without a place in the chain, by id.
    virtual std::vector<Entry> unsealed(std::int64_t limit) const = 0;
    virtual std::int64_t count_unsealed() const = 0;
    /// Gives the row its place, once and for all.
    virtual void seal(RecordId id, std::int64_t position, std::string_view code,
                      std::string_view seal) = 0;

    /// Sealed rows by position, after the one given.
    virtual std::vector<Sealed> chain(std::int64_t after, std::int64_t limit) const = 0;
    /// The last position with a row before that moment; 0 if there is none.
    virtual std::int64_t position_before(Instant at) const = 0;

    /// In the order in which they were made.
    virtual std::vector<Anchor> anchors() const = 0;
    virtual void add_anchor(const Anchor& anchor) = 0;
    virtual void mark_cleaned(std::string_view file, Instant at) = 0;
    /// Deletes rows that an anchor stands for. How many it deleted.
    virtual std::int64_t drop_anchored(std::int64_t limit) = 0;
};

}  // namespace asterism::audit
