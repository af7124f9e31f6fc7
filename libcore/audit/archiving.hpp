#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/audit/use_cases.hpp"

namespace asterism::audit {

// Old rows leave the database in four steps, so that none is lost whenever the power goes: they are
// gathered (a transaction that reads), written to a file that is read back (none open), an anchor
// stands for them (a short transaction), and then they are deleted a batch at a time.

enum class Format : std::uint8_t { both, json, txt };

constexpr auto names(Format) {
    return std::array{std::pair{Format::both, std::string_view{"both"}},
                      std::pair{Format::json, std::string_view{"json"}},
                      std::pair{Format::txt, std::string_view{"txt"}}};
}

struct ArchiveAudit {
    std::int64_t days = 30;  ///< older rows leave
    Format format = Format::both;
    bool dry_run = false;
};

/// Rows to be archived, in order, and where the chain stood before them.
struct Batch {
    Tip start;
    std::vector<Sealed> rows;
    Tip end = {};       ///< after the rows
    bool more = false;  ///< there are older rows left
};

/// An archive that was written and read back.
struct Kept {
    std::vector<std::string> files;  ///< without folder; the first is the one the anchor names
    std::string digest;
};

/// Where archives are kept.
class Shelf {
public:
    virtual ~Shelf() = default;
    /// Writes the batch, whole or not at all, and reads it back. Throws std::runtime_error.
    virtual Kept keep(const Batch& batch, const ArchiveAudit& input, Instant now) = 0;
    virtual void remove(const std::string& file) = 0;
    /// The rows of an archive whose content still has that code; none where the file holds no rows
    /// that could be followed. Throws std::runtime_error if it is gone or another.
    virtual std::vector<Sealed> read(const std::string& file, const std::string& digest) const = 0;
    /// Everything kept, by name, and when that was written.
    virtual std::vector<std::string> files() const = 0;
    virtual std::optional<Instant> made_at(const std::string& file) const = 0;
};

struct Removed {
    std::int64_t count = 0;
    bool more = false;
};

/// The most rows in one archive.
inline constexpr std::int64_t archive_rows = 10'000;

/// Sealed rows older than so many days, from the oldest on. Refused where they are not sound: what
/// shows that somebody was here must not leave the database.
Result<Batch> gather_archive(Actor actor, Now now, const Sealer& sealer, const Ledger& ledger,
                             const ArchiveAudit& input);

/// Lets an anchor stand for the rows from `first` on.
struct AnchorArchive {
    Tip start;
    Tip tip;
    Kept kept;
};

Result<Done> anchor_archive(Actor actor, Now now, const Sealer& sealer, Trail& trail,
                            Ledger& ledger, const AnchorArchive& input);

struct DropAnchored {
    std::int64_t limit = 1'000;
};

Result<Removed> drop_anchored(Actor actor, Ledger& ledger, const DropAnchored& input);

struct Anchors {
    std::vector<Anchor> all;
};

struct AskAnchors {};

Result<Anchors> read_anchors(Actor actor, const Ledger& ledger, const AskAnchors& input);

struct CleanedArchive {
    std::string file;
};

Result<Done> note_cleaned(Actor actor, Now now, Trail& trail, Ledger& ledger,
                          const CleanedArchive& input);

}  // namespace asterism::audit
