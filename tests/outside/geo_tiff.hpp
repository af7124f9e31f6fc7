#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace asterism::tests {

/// A GeoTIFF to be: of the whole Earth, in floats, in strips, unless told otherwise.
struct GeoTiff {
    std::uint32_t columns = 36;
    std::uint32_t rows = 18;
    double west = -180;
    double north = 90;
    double step_east = 10;
    double step_south = 10;
    std::function<double(std::uint32_t column, std::uint32_t row)> value = [](auto, auto) {
        return 0.1;
    };
    int bits = 32;
    bool floating = true;
    int compression = 1;     ///< COMPRESSION_NONE
    int predictor = 1;       ///< none
    std::uint32_t tile = 0;  ///< its side; 0: strips
    std::uint32_t strip_rows = 7;
    bool big = false;  ///< BigTIFF
    bool big_endian = false;
    int bands = 1;
    int model = 2;  ///< geographic
    int datum = 4326;
    int projection = 0;  ///< none
    bool point = false;  ///< the tie is the middle of a cell
    bool keys = true;    ///< say anything about coordinates
    bool places = true;  ///< say where the cells lie
    std::optional<std::string> no_data = {};
};

/// Writes it. The path ends in ".tif".
void write_geo_tiff(const std::string& path, const GeoTiff& wanted);

}  // namespace asterism::tests
