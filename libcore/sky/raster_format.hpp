#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "libcore/sky/raster.hpp"

namespace asterism::sky::raster_format {

// The file: a header of 4,096 bytes, the tiles of 8,192 bytes each, the index of 4 bytes a tile.
// Numbers are little-endian, doubles IEEE 754. The header, by offset:
//
//      0  8 bytes  89 'S' 'K' 'Y' 0D 0A 1A 0A: what text mode would damage is told at once
//      8  u32      version, 1
//     12  u32      CRC-32 of the header with these four bytes zero
//     16  u32      columns             20  u32  rows
//     24  f64      west, degrees       32  f64  north, degrees (outer edges)
//     40  f64      step to the east    48  f64  step to the south, degrees a cell
//     56  f64      floor, mcd/m²       64  f64  log step
//     72  f64      uncertainty of the sky's brightness, mag/arcsec²
//     80  u32      year of the measurements, or 0
//     84  u32      tiles that are kept
//     88  u64      length of the file
//     96  u32      CRC-32 of the index
//    128  32 bytes SHA-256 of all that follows the header
//    160  256 bytes source, UTF-8, filled up with zeros
//    416  3,680 bytes licence, the same
//
// The index has one number for each tile, row by row: which of those that are kept it is, or, with
// the highest bit set, the one code that all its cells have. A tile has 64 rows of 64 codes, the
// first one north-west; beyond the raster's edges they are 0. A code of 0 is no data, 1 no light,
// and n from 2 on the luminance floor exp((n - 2) log step).

inline constexpr std::array<std::uint8_t, 8> magic{0x89, 'S', 'K', 'Y', 0x0D, 0x0A, 0x1A, 0x0A};
inline constexpr std::uint32_t version = 1;
inline constexpr std::size_t header_bytes = 4096;
inline constexpr std::size_t source_bytes = 256;
inline constexpr std::size_t licence_bytes = 3680;
inline constexpr std::uint32_t tile_side = 64;
inline constexpr std::size_t tile_bytes = 2 * tile_side * tile_side;
inline constexpr std::uint32_t constant_tile = 0x8000'0000;

inline constexpr std::uint16_t no_data = 0;
inline constexpr std::uint16_t no_light = 1;

/// From a billionth of a mcd/m² to 1.7e5 at 0.025 % of error, where 1 % would do.
inline constexpr double usual_floor_mcd_per_m2 = 1e-9;
inline constexpr double usual_log_step = 0.0005;

/// No raster has more cells: 1.7e10, the Earth at 7".
inline constexpr std::uint64_t most_cells = std::uint64_t{1} << 34;

/// How many tiles lie side by side to cover so many cells.
constexpr std::uint32_t tiles_across(std::uint32_t cells) {
    return cells / tile_side + (cells % tile_side != 0);
}

/// The length of a file with such a grid and so many tiles.
std::uint64_t file_bytes(const RasterFacts& facts);

/// CRC-32 as in zlib and PNG, of several pieces one after the other.
std::uint32_t crc32(std::span<const std::byte> bytes, std::uint32_t before = 0);

/// The code of a luminance in mcd/m²: no light below half a step under the floor, the last code for
/// what is above all, no data for what is below zero or not a finite number.
std::uint16_t encode(double mcd_per_m2, double floor_mcd_per_m2 = usual_floor_mcd_per_m2,
                     double log_step = usual_log_step);

using Header = std::array<std::byte, header_bytes>;

/// The header of a raster with that index. Texts that are too long are cut between characters.
Header write_header(const RasterFacts& facts, std::uint32_t index_crc);

/// What a header says, or why it is none; `index_crc` is set with the facts. The lengths fit one
/// another then: header, tiles and index are the whole file.
std::variant<RasterFacts, RasterFlaw> read_header(std::span<const std::byte> file,
                                                  std::uint32_t& index_crc);

}  // namespace asterism::sky::raster_format
