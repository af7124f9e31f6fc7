#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/audit/sealer.hpp"
#include "libcore/audit/types.hpp"

namespace asterism::audit {

// The log proves itself by a chain of keyed codes. Whoever has the database alone, without the key,
// cannot change, insert, remove or reorder a sealed row, nor cut off the end, without its being
// found. What the chain cannot tell: rows that are not sealed yet (the worker seals within
// seconds); an old copy of the whole database put in place of the newer one (compare the last seal
// with one noted elsewhere); and anything done by who has the key as well.

using RecordId = Id<struct RecordTag>;

/// A row of the log as it is kept.
struct Entry {
    RecordId id;
    Instant at;
    std::string type;
    bool success = true;
    std::optional<AccountId> account;
    std::string handle;
    std::string address;
    std::string agent;
    std::string metadata;
    std::string request_id;
};

/// A row that has its place in the chain. Places are given in the order in which rows were found
/// committed, from 1 on, without gaps.
struct Sealed {
    Entry entry;
    std::int64_t position = 0;
    std::string code;  ///< of the row's content alone
    std::string seal;  ///< of the code and of everything before it
};

/// Where the chain stands after a row. Each day (UTC) begins with a code of its own that holds the
/// last seal of the day before.
struct Tip {
    std::int64_t position = 0;
    Instant day = {};
    std::string seal = {};
};

/// The end of the chain, proved: a chain that was cut short ends before it.
struct Head {
    Tip tip = {};
    std::string key = {};    ///< the mark of the key it is sealed under
    std::string proof = {};  ///< that the tip is ours
};

/// Stands for rows that were taken out into an archive.
struct Anchor {
    std::int64_t first = 0;   ///< position of the first of them
    Tip tip = {};             ///< after the last of them
    std::string file = {};    ///< the archive's name, without a folder
    std::string digest = {};  ///< keyed code of the archive's content
    Instant at = {};
    std::string proof = {};
    std::optional<Instant> cleaned = {};  ///< when the archive was deleted as too old
};

std::string code_of(const Sealer& sealer, const Entry& entry);

/// The tip after one more row.
Tip next(const Sealer& sealer, const Tip& before, Instant at, std::string_view code);

/// The beginning of its day.
Instant day_of(Instant at);

std::string key_mark(const Sealer& sealer);
std::string proof_of(const Sealer& sealer, const Tip& tip);
std::string proof_of(const Sealer& sealer, const Anchor& anchor);

/// Whether the head was written by who has the key, or never was written.
bool genuine(const Sealer& sealer, const Head& head);

/// How a chain is broken.
enum class Break : std::uint8_t { changed, missing, inserted, reordered, archive };

constexpr auto names(Break) {
    return std::array{std::pair{Break::changed, std::string_view{"changed"}},
                      std::pair{Break::missing, std::string_view{"missing"}},
                      std::pair{Break::inserted, std::string_view{"inserted"}},
                      std::pair{Break::reordered, std::string_view{"reordered"}},
                      std::pair{Break::archive, std::string_view{"archive"}}};
}

struct Finding {
    Break what = Break::changed;
    std::int64_t position = 0;
    RecordId record = {};  ///< none where the row is missing
};

/// Follows the chain from `tip` over rows in order of their positions and leaves `tip` at the last
/// good one. What is wrong with the first that is not good is told by the rows after it; `end` is
/// the position where the chain is known to end.
std::optional<Finding> follow(const Sealer& sealer, Tip& tip, std::span<const Sealed> rows,
                              std::int64_t end);

}  // namespace asterism::audit
