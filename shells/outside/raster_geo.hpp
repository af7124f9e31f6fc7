#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "shells/outside/raster_tiff.hpp"

namespace asterism::outside {

/// What the tags of a GeoTIFF say (OGC 19-008r4); empty where there is none of that kind.
struct GeoTags {
    std::span<const double> pixel_scale = {};  ///< ModelPixelScaleTag, 33550
    std::span<const double> tiepoint = {};     ///< ModelTiepointTag, 33922
    bool transformation = false;               ///< ModelTransformationTag, 34264, is there
    std::span<const std::uint16_t> keys = {};  ///< GeoKeyDirectoryTag, 34735
    std::string no_data = {};                  ///< GDAL_NODATA, 42113
};

/// Where the cells lie. Throws RasterRefused for other coordinates than geographic ones of WGS84,
/// with the command that makes them, and for tags that are absent or make no sense.
RasterGrid grid_of(const GeoTags& tags, std::uint32_t columns, std::uint32_t rows,
                   const std::string& path);

/// The number in GDAL_NODATA, if there is one.
std::optional<double> no_data_of(const GeoTags& tags);

/// A word of a command line, in quotes where a shell would not take it as one.
std::string shell_word(const std::string& text);

}  // namespace asterism::outside
