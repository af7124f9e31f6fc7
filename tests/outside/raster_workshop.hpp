#pragma once

#include <cmath>
#include <filesystem>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "shells/outside/raster_import.hpp"
#include "shells/outside/raster_map.hpp"
#include "tests/outside/folder.hpp"
#include "tests/outside/geo_tiff.hpp"

namespace asterism::outside::testing {

/// A folder in which GeoTIFFs are written and taken in.
struct Workshop {
    RasterBuilt build(const tests::GeoTiff& wanted) {
        tests::write_geo_tiff(import.from, wanted);
        return build_raster(import);
    }

    /// What the import is refused for.
    std::string refusal(const tests::GeoTiff& wanted) {
        try {
            (void)build(wanted);
        } catch (const RasterRefused& refused) {
            CHECK_FALSE(std::filesystem::exists(import.to));
            return refused.why + " " + refused.remedy;
        }
        return "none";
    }

    /// Nearest; not a number for none.
    double at(double latitude, double longitude) const {
        const auto found =
            RasterMap(import.to).at({{latitude}, {longitude}}, sky::Sampling::nearest);
        return found.known == sky::GlowKnown::yes ? found.artificial_mcd_per_m2
                                                  : std::numeric_limits<double>::quiet_NaN();
    }

    /// All of the files in the folder.
    std::size_t files() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(folder.path()),
                          std::filesystem::directory_iterator()));
    }

    Folder folder;
    RasterImport import{.from = folder / "sky.tif",
                        .to = folder / "sky.raster",
                        .source = "A test",
                        .licence = "Nobody's",
                        .uncertainty_mag = 0.2,
                        .year = 2015};
};

inline bool is_near(double found, double wanted) {
    return std::abs(found - wanted) <= 0.001 * wanted;
}

inline double slope(std::uint32_t column, std::uint32_t row) { return 0.1 + column + 0.01 * row; }

inline bool holds(const std::string& text, std::string_view part) {
    if (text.find(part) != std::string::npos) return true;
    MESSAGE(text);
    return false;
}

}  // namespace asterism::outside::testing
