#include "libcore/sky/raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "libcore/sky/raster_format.hpp"

namespace asterism::sky {
namespace {

namespace format = raster_format;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Whether so many columns go once round the Earth: steps are often written with few digits.
bool goes_round(const RasterFacts& facts) {
    return std::abs(facts.columns * facts.step_east.value - 360) < 0.5 * facts.step_east.value;
}

std::uint32_t little_endian(const std::byte* four) {
    const auto byte = [four](int at) { return std::to_integer<std::uint32_t>(four[at]); };
    return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

std::uint16_t code_in(const std::byte* two) {
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(two[0]) |
                                      std::to_integer<unsigned>(two[1]) << 8);
}

/// The cell that holds a coordinate, where it is within `cells`; the far edge is the last one's.
std::uint32_t cell_of(double coordinate, std::uint32_t cells) {
    return std::min(static_cast<std::uint32_t>(coordinate), cells - 1);
}

/// Two neighbours and how far from the first to the second.
struct Pair {
    std::uint32_t first;
    std::uint32_t second;
    double share;
};

Pair pair_of(double coordinate, std::uint32_t cells, bool round) {
    const double from_middle = coordinate - 0.5;
    const double first = std::floor(from_middle);
    const double share = from_middle - first;
    if (first < 0) return round ? Pair{cells - 1, 0, share} : Pair{0, 0, 0};
    const auto at = cell_of(first, cells);
    if (at + 1 < cells) return {at, at + 1, share};
    return round ? Pair{at, 0, share} : Pair{at, at, 0};
}

std::optional<double> known(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

}  // namespace

std::string_view text_of(RasterFlaw flaw) {
    switch (flaw) {
        case RasterFlaw::too_short: return "It is too short to be a raster.";
        case RasterFlaw::other_format: return "It is no raster of this program.";
        case RasterFlaw::other_version: return "It is a raster of another version of the format.";
        case RasterFlaw::damaged_header: return "Its header is damaged.";
        case RasterFlaw::bad_header: return "Its header makes no sense.";
        case RasterFlaw::other_length: return "It has another length than its header says.";
        case RasterFlaw::damaged_index: return "Its index is damaged.";
    }
    return {};
}

bool RasterFacts::is_global() const { return goes_round(*this); }

Raster::Raster(RasterFacts facts, std::vector<std::byte> index, std::span<const std::byte> tiles)
    : facts_(std::move(facts)),
      index_(std::move(index)),
      tiles_(tiles),
      tile_columns_(format::tiles_across(facts_.columns)),
      columns_per_degree_(goes_round(facts_) ? facts_.columns / 360.0 : 1 / facts_.step_east.value),
      rows_per_degree_(1 / facts_.step_south.value),
      global_(goes_round(facts_)) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const auto codes = static_cast<double>(byte);
        high_[byte] = std::exp(256 * codes * facts_.log_step);
        low_[byte] = facts_.floor_mcd_per_m2 * std::exp((codes - 2) * facts_.log_step);
    }
}

std::variant<Raster, RasterFlaw> Raster::open(std::span<const std::byte> file) {
    std::uint32_t expected_crc = 0;
    auto header = format::read_header(file, expected_crc);
    if (const auto* flaw = std::get_if<RasterFlaw>(&header)) return *flaw;
    auto& facts = std::get<RasterFacts>(header);
    const auto tiles_bytes = std::size_t{facts.tiles} * format::tile_bytes;
    const auto index_bytes = file.subspan(format::header_bytes + tiles_bytes);
    // Judged by what was copied: the bytes may change while they are read.
    std::vector<std::byte> copied(index_bytes.begin(), index_bytes.end());
    if (format::crc32(copied) != expected_crc) return RasterFlaw::damaged_index;
    for (std::size_t at = 0; at < copied.size(); at += 4) {
        const auto entry = little_endian(copied.data() + at);
        const bool constant = (entry & format::constant_tile) != 0;
        if (constant ? (entry & ~format::constant_tile) > 0xFFFF : entry >= facts.tiles)
            return RasterFlaw::damaged_index;
    }
    return Raster(std::move(facts), std::move(copied),
                  file.subspan(format::header_bytes, tiles_bytes));
}

double Raster::decoded(std::uint16_t code) const {
    if (code >= 2) return high_[code >> 8] * low_[code & 0xFF];
    return code == format::no_light ? 0 : nothing;
}

/// Where the two bytes of a cell's code are. The one code of a constant tile begins its entry.
const std::byte* Raster::code_of(std::uint32_t column, std::uint32_t row) const {
    constexpr auto side = format::tile_side;
    const auto* entry =
        index_.data() + 4 * (std::size_t{row / side} * tile_columns_ + column / side);
    const auto tile = little_endian(entry);
    if ((tile & format::constant_tile) != 0) return entry;
    return tiles_.data() + tile * format::tile_bytes +
           2 * std::size_t{row % side * side + column % side};
}

/// False outside, and for what is not a number.
bool Raster::locate(double latitude, double longitude, Spot& spot) const {
    spot.row = (facts_.north.value - latitude) * rows_per_degree_;
    double east = longitude - facts_.west.value;
    if (!(east >= 0 && east < 360)) east -= 360 * std::floor(east / 360);
    spot.column = east * columns_per_degree_;
    constexpr double slack = 1e-6;  // cells: the edges belong to the raster, rounded as they are
    return spot.row >= -slack && spot.row <= facts_.rows + slack && spot.column >= 0 &&
           spot.column <= facts_.columns + slack;
}

const std::byte* Raster::nearest_code(double latitude, double longitude) const {
    Spot spot;
    if (!locate(latitude, longitude, spot)) return outside.data();
    return code_of(cell_of(spot.column, facts_.columns), cell_of(spot.row, facts_.rows));
}

Raster::Corners Raster::corners_of(double latitude, double longitude) const {
    Spot spot;
    if (!locate(latitude, longitude, spot)) return {};
    const auto across = pair_of(spot.column, facts_.columns, global_);
    const auto down = pair_of(spot.row, facts_.rows, false);
    return {code_of(cell_of(spot.column, facts_.columns), cell_of(spot.row, facts_.rows)),
            {code_of(across.first, down.first), code_of(across.second, down.first),
             code_of(across.first, down.second), code_of(across.second, down.second)},
            across.share,
            down.share};
}

double Raster::mixed(const Corners& corners) const {
    const double own = decoded(code_in(corners.own));
    if (std::isnan(own)) return nothing;
    const std::array weights{(1 - corners.east) * (1 - corners.south),
                             corners.east * (1 - corners.south), (1 - corners.east) * corners.south,
                             corners.east * corners.south};
    double sum = 0;
    double all = 0;
    for (std::size_t n = 0; n < 4; ++n) {
        const double value = decoded(code_in(corners.around[n]));
        if (std::isnan(value)) continue;
        sum += weights[n] * value;
        all += weights[n];
    }
    return all > 0 ? sum / all : own;
}

std::optional<double> Raster::nearest(Degrees latitude, Degrees longitude) const {
    return known(decoded(code_in(nearest_code(latitude.value, longitude.value))));
}

std::optional<double> Raster::bilinear(Degrees latitude, Degrees longitude) const {
    return known(mixed(corners_of(latitude.value, longitude.value)));
}

void Raster::nearest(std::span<const double> latitudes, std::span<const double> longitudes,
                     std::span<double> mcd_per_m2) const {
    // In three steps, so that the processor waits for many cells at once: they are far apart.
    constexpr std::size_t most = 64;
    std::array<const std::byte*, most> places;
    std::array<std::uint16_t, most> codes;
    const auto count = std::min({latitudes.size(), longitudes.size(), mcd_per_m2.size()});
    for (std::size_t begin = 0; begin < count; begin += most) {
        const auto some = std::min(most, count - begin);
        for (std::size_t n = 0; n < some; ++n)
            places[n] = nearest_code(latitudes[begin + n], longitudes[begin + n]);
        for (std::size_t n = 0; n < some; ++n) codes[n] = code_in(places[n]);
        for (std::size_t n = 0; n < some; ++n) mcd_per_m2[begin + n] = decoded(codes[n]);
    }
}

void Raster::bilinear(std::span<const double> latitudes, std::span<const double> longitudes,
                      std::span<double> mcd_per_m2) const {
    constexpr std::size_t most = 16;
    std::array<Corners, most> corners;
    const auto count = std::min({latitudes.size(), longitudes.size(), mcd_per_m2.size()});
    for (std::size_t begin = 0; begin < count; begin += most) {
        const auto some = std::min(most, count - begin);
        for (std::size_t n = 0; n < some; ++n)
            corners[n] = corners_of(latitudes[begin + n], longitudes[begin + n]);
        for (std::size_t n = 0; n < some; ++n) mcd_per_m2[begin + n] = mixed(corners[n]);
    }
}

}  // namespace asterism::sky
