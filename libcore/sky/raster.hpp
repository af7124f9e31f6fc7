#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "libcore/sky/angles.hpp"

namespace asterism::sky {

/// Why bytes are not a raster of ours.
enum class RasterFlaw : std::uint8_t {
    too_short,       ///< there is not even room for a header
    other_format,    ///< the first bytes are not those of such a file
    other_version,   ///< it is one, of a version that is not known here
    damaged_header,  ///< the header's checksum does not fit
    bad_header,      ///< it fits, and the figures make no sense
    other_length,    ///< the file has more bytes than its header says, or fewer
    damaged_index    ///< the index of tiles has another checksum, or points outside
};

/// A sentence that names it.
std::string_view text_of(RasterFlaw flaw);

/// What the header of a raster says.
struct RasterFacts {
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    Degrees west = {};            ///< the outer edge of the first column
    Degrees north = {};           ///< the outer edge of the first row
    Degrees step_east = {};       ///< from one column to the next
    Degrees step_south = {};      ///< from one row to the next
    double floor_mcd_per_m2 = 0;  ///< the least luminance that is told from none
    double log_step = 0;          ///< ln of the ratio of neighbouring codes
    double uncertainty_mag = 0;   ///< of the sky's brightness, as whoever built it said
    int year = 0;                 ///< that the light was measured in; 0: nobody said
    std::uint32_t tiles = 0;      ///< those that are kept; others are constant
    std::uint64_t file_bytes = 0;
    std::array<std::byte, 32> checksum = {};  ///< SHA-256 of all that follows the header
    std::string source = {};                  ///< UTF-8
    std::string licence = {};                 ///< UTF-8

    /// All the way round, so that the last column is the first one's neighbour.
    bool is_global() const;
};

/// A grid of luminances in a file of ours, as `raster_format.hpp` describes it: 64 by 64 cells a
/// tile, logarithmic codes of 16 bits, tiles of one value kept in the index alone. Look-ups neither
/// allocate nor throw.
///
/// The bytes of the tiles stay where they are and have to outlive the raster. They may change under
/// it: every look-up stays within them, whatever they hold.
class Raster {
public:
    /// Reads header and index, which are copied; the tiles are not looked at.
    static std::variant<Raster, RasterFlaw> open(std::span<const std::byte> file);

    const RasterFacts& facts() const { return facts_; }

    /// The luminance of the cell that the place lies in, in mcd/m². Longitudes may be any turn's;
    /// the outer edges belong to the raster. None outside, where there is no data, and for what is
    /// not a number.
    std::optional<double> nearest(Degrees latitude, Degrees longitude) const;

    /// Between the middles of the four cells around, by luminance; within half a cell of the edges
    /// between those that there are, and over the date line if the raster goes all the way round.
    /// None where `nearest` has none; neighbours without data do not count.
    std::optional<double> bilinear(Degrees latitude, Degrees longitude) const;

    /// The same for many places, in degrees; not a number for none. As many as the shortest has.
    void nearest(std::span<const double> latitudes, std::span<const double> longitudes,
                 std::span<double> mcd_per_m2) const;
    void bilinear(std::span<const double> latitudes, std::span<const double> longitudes,
                  std::span<double> mcd_per_m2) const;

private:
    /// A place counted in cells from the north-western corner.
    struct Spot {
        double column;
        double row;
    };

    /// Of no data.
    static constexpr std::array<std::byte, 2> outside{};

    /// Where the codes of a place's own cell and of the four around it are, and how far it is from
    /// the first of them to the east and to the south.
    struct Corners {
        const std::byte* own = outside.data();
        std::array<const std::byte*, 4> around = {};
        double east = 0;
        double south = 0;
    };

    Raster(RasterFacts facts, std::vector<std::byte> index, std::span<const std::byte> tiles);

    bool locate(double latitude, double longitude, Spot& spot) const;
    const std::byte* code_of(std::uint32_t column, std::uint32_t row) const;
    const std::byte* nearest_code(double latitude, double longitude) const;
    Corners corners_of(double latitude, double longitude) const;
    double mixed(const Corners& corners) const;
    double decoded(std::uint16_t code) const;

    RasterFacts facts_;
    std::vector<std::byte> index_;  ///< as in the file
    std::span<const std::byte> tiles_;
    std::uint32_t tile_columns_;
    double columns_per_degree_;
    double rows_per_degree_;
    bool global_;
    // exp(a + b) = exp(a) exp(b): a code's two bytes are looked up apart.
    std::array<double, 256> high_;
    std::array<double, 256> low_;
};

}  // namespace asterism::sky
