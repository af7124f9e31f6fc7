#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "libcore/sky/raster.hpp"
#include "shells/outside/raster_tiff.hpp"

namespace asterism::outside {

/// What the numbers of a raster mean.
enum class RasterUnit : std::uint8_t {
    mcd,  ///< artificial luminance in mcd/m², as in the World Atlas
    mag   ///< the whole sky's brightness in mag/arcsec², as in Lorenz's maps
};

struct RasterImport {
    std::string from;  ///< a GeoTIFF
    std::string to;
    RasterUnit unit = RasterUnit::mcd;
    std::string source = {};
    std::string licence = {};
    double uncertainty_mag = 0;
    int year = 0;
    std::function<void(std::uint32_t row, std::uint32_t rows)> progress = {};
};

/// What was found in the numbers.
struct RasterCensus {
    std::uint64_t known = 0;
    std::uint64_t no_data = 0;  ///< as the file says, or not a number
    std::uint64_t refused = 0;  ///< below zero, or no sky at night has it: taken as no data
    double least = 0;           ///< of those that are known, in the file's unit
    double most = 0;
};

struct RasterBuilt {
    sky::RasterFacts facts;
    RasterCensus census;
};

/// Makes a raster of a GeoTIFF. Throws RasterRefused where the file cannot be taken, app::NoRoom
/// for a full disk and std::system_error where a file cannot be read or written; what was at `to`
/// is untouched then.
RasterBuilt build_raster(const RasterImport& wanted);

/// Whether a raster's file is whole, to the last byte. Throws std::system_error where it cannot be
/// read.
struct RasterCheck {
    std::string trouble = {};  ///< empty: it is whole
    sky::RasterFacts facts = {};
};

RasterCheck check_raster(const std::string& path);

/// Header and index alone.
RasterCheck show_raster(const std::string& path);

}  // namespace asterism::outside
