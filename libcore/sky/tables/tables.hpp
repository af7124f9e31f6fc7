#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "embedded/sky_tables.hpp"

namespace asterism::sky {

/// The committed files of this folder, sorted by name; `make_tables.py` writes and describes them.
enum class TableFile : std::size_t { moon, quarters, seasons, sun };

inline std::span<const std::int32_t> table(TableFile file) {
    static_assert(std::endian::native == std::endian::little, "the tables are little-endian");
    const auto bytes = sky_tables()[static_cast<std::size_t>(file)].data;
    return {reinterpret_cast<const std::int32_t*>(bytes.data()),
            bytes.size() / sizeof(std::int32_t)};
}

}  // namespace asterism::sky
