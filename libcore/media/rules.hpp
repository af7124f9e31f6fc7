#pragma once

#include <chrono>
#include <span>
#include <vector>

#include "libcore/media/faults.hpp"
#include "libcore/media/ports.hpp"

namespace asterism::media {

/// What one account may send on one day of UTC.
inline constexpr std::int64_t most_bytes_a_day = 100 * 1024 * 1024;
inline constexpr std::int64_t most_uploads_a_day = 200;

const Fault* refusal(const Usage& usage);

/// Younger files may belong to somebody who is still at work on them.
inline constexpr std::chrono::hours stray_age{1};

/// Files and rows of the blobs whose names begin alike.
struct Shard {
    std::span<const FoundFile> unpublished;  ///< prints only
    std::span<const FoundFile> kept;
    std::span<const Blob> rows;
};

/// What is to be done so that each row has all of its files, and each file a row.
struct Sweep {
    std::vector<std::string> publish = {};
    std::vector<std::string> discard = {};  ///< of the unpublished ones
    std::vector<std::string> remove = {};   ///< of the kept ones
    std::vector<BlobId> drop = {};
};

Sweep sweep(const Shard& shard, Instant now);

bool is_stray(const FoundFile& file, Instant now);

}  // namespace asterism::media
