#include "tests/sky/raster_bytes.hpp"

#include <algorithm>
#include <array>

#include "libcore/sky/raster_format.hpp"

namespace asterism::tests {
namespace {

namespace format = sky::raster_format;

using Codes = std::array<std::uint16_t, format::tile_side * format::tile_side>;

void append(std::vector<std::byte>& out, std::uint32_t number, int bytes) {
    for (int n = 0; n < bytes; ++n) out.push_back(static_cast<std::byte>(number >> (8 * n) & 0xFF));
}

}  // namespace

sky::RasterFacts facts_of(std::uint32_t columns, std::uint32_t rows, double north, double step,
                          double west) {
    sky::RasterFacts out;
    out.columns = columns;
    out.rows = rows;
    out.west = {west};
    out.north = {north};
    out.step_east = out.step_south = {step};
    out.floor_mcd_per_m2 = format::usual_floor_mcd_per_m2;
    out.log_step = format::usual_log_step;
    out.uncertainty_mag = 0.3;
    out.year = 2015;
    out.source = "A test";
    out.licence = "Nobody's";
    return out;
}

std::vector<std::byte> raster_bytes(sky::RasterFacts facts, const Cells& cells) {
    std::vector<std::byte> tiles;
    std::vector<std::byte> index;
    facts.tiles = 0;
    for (std::uint32_t top = 0; top < facts.rows; top += format::tile_side)
        for (std::uint32_t left = 0; left < facts.columns; left += format::tile_side) {
            Codes codes{};
            bool constant = true;
            for (std::uint32_t row = 0; row < format::tile_side && top + row < facts.rows; ++row)
                for (std::uint32_t column = 0;
                     column < format::tile_side && left + column < facts.columns; ++column) {
                    auto& code = codes[row * format::tile_side + column];
                    code = format::encode(cells(left + column, top + row));
                    constant = constant && code == codes[0];
                }
            append(index, constant ? format::constant_tile | codes[0] : facts.tiles, 4);
            if (constant) continue;
            ++facts.tiles;
            for (const auto code : codes) append(tiles, code, 2);
        }
    const auto header = format::write_header(facts, format::crc32(index));
    std::vector<std::byte> out(header.begin(), header.end());
    out.insert(out.end(), tiles.begin(), tiles.end());
    out.insert(out.end(), index.begin(), index.end());
    return out;
}

}  // namespace asterism::tests
