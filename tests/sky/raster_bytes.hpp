#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "libcore/sky/raster.hpp"

namespace asterism::tests {

/// The luminance of a cell in mcd/m², not a number for none.
using Cells = std::function<double(std::uint32_t column, std::uint32_t row)>;

/// A raster over all longitudes, or a part, with figures that make sense.
sky::RasterFacts facts_of(std::uint32_t columns, std::uint32_t rows, double north, double step,
                          double west = -180);

/// The bytes of a raster's file, but for its SHA-256.
std::vector<std::byte> raster_bytes(sky::RasterFacts facts, const Cells& cells);

}  // namespace asterism::tests
