#include "libcore/media/rules.hpp"

#include <algorithm>

namespace asterism::media {
namespace {

const Blob* owner_of(std::span<const Blob> rows, std::string_view file) {
    const auto name = blob_of(file);
    for (const Blob& row : rows)
        if (row.name == name)
            for (const int side : row.sides)
                if (file == file_name(row.name, side)) return &row;
    return nullptr;
}

bool holds(std::span<const FoundFile> files, std::string_view name) {
    return std::ranges::find(files, name, &FoundFile::name) != files.end();
}

/// Whether every size is there, published or not.
bool is_whole(const Shard& shard, const Blob& row) {
    return std::ranges::all_of(row.sides, [&](int side) {
        const auto name = file_name(row.name, side);
        return holds(shard.kept, name) || holds(shard.unpublished, name);
    });
}

}  // namespace

const Fault* refusal(const Usage& usage) {
    return usage.bytes > most_bytes_a_day || usage.uploads > most_uploads_a_day ? &over_quota
                                                                                : nullptr;
}

bool is_stray(const FoundFile& file, Instant now) { return file.modified + stray_age <= now; }

Sweep sweep(const Shard& shard, Instant now) {
    Sweep out;
    std::vector<Blob> sound;
    for (const Blob& row : shard.rows) {
        if (is_whole(shard, row) || row.created_at + stray_age > now)
            sound.push_back(row);
        else
            out.drop.push_back(row.id);
    }
    for (const FoundFile& file : shard.unpublished) {
        if (owner_of(sound, file.name))
            out.publish.push_back(file.name);
        else if (is_stray(file, now))
            out.discard.push_back(file.name);
    }
    for (const FoundFile& file : shard.kept)
        if (!owner_of(sound, file.name) && is_stray(file, now)) out.remove.push_back(file.name);
    return out;
}

}  // namespace asterism::media
