#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "shells/app/function_ref.hpp"

namespace asterism::outside {

/// A file cannot be taken as a raster. For people: what, why, and what would help.
struct RasterRefused : std::runtime_error {
    RasterRefused(const std::string& what, std::string reason, std::string help)
        : std::runtime_error(what), why(std::move(reason)), remedy(std::move(help)) {}

    std::string why;
    std::string remedy;
};

/// Where a raster's cells lie: outer edges and steps, in degrees of WGS84.
struct RasterGrid {
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    double west = 0;
    double north = 0;
    double step_east = 0;
    double step_south = 0;
};

/// A GeoTIFF of one band in geographic coordinates (EPSG:4326), read from the north to the south
/// with little of it in memory: classic or BigTIFF, strips or tiles, whatever compression libtiff
/// knows; samples of 8 or 16 bits without sign, or of 32 or 64 bits with a floating point.
class RasterTiff {
public:
    /// Throws RasterRefused, as `read` does, and std::system_error for a file that cannot be read.
    explicit RasterTiff(const std::string& path);
    ~RasterTiff();

    const RasterGrid& grid() const;

    using Code = app::FunctionRef<std::uint16_t(double value)>;
    using TakeRow = app::FunctionRef<void(std::span<const std::uint16_t> codes)>;

    /// Has each value coded (what the file calls no data is not a number then), and each row of
    /// codes taken, from the first one.
    void read(Code code, TakeRow take);

private:
    struct File;
    std::unique_ptr<File> file_;
};

}  // namespace asterism::outside
