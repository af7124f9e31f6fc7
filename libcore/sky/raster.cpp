#include "libcore/sky/raster.hpp"

#include <algorithm>
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

std::uint32_t little_endian(std::span<const std::byte> four) {
    std::uint32_t out = 0;
    for (std::size_t n = 4; n-- > 0;) out = out << 8 | std::to_integer<std::uint32_t>(four[n]);
    return out;
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

template <class Look>
void look_up(std::span<const double> latitudes, std::span<const double> longitudes,
             std::span<double> out, Look look) {
    const auto count = std::min({latitudes.size(), longitudes.size(), out.size()});
    for (std::size_t at = 0; at < count; ++at) out[at] = look(latitudes[at], longitudes[at]);
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

Raster::Raster(RasterFacts facts, std::vector<std::uint32_t> index,
               std::span<const std::byte> tiles)
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
    std::vector<std::uint32_t> index(copied.size() / 4);
    for (std::size_t at = 0; at < index.size(); ++at) {
        const auto entry = little_endian(std::span(copied).subspan(4 * at, 4));
        const bool constant = (entry & format::constant_tile) != 0;
        if (constant ? (entry & ~format::constant_tile) > 0xFFFF : entry >= facts.tiles)
            return RasterFlaw::damaged_index;
        index[at] = entry;
    }
    return Raster(std::move(facts), std::move(index),
                  file.subspan(format::header_bytes, tiles_bytes));
}

double Raster::decoded(std::uint16_t code) const {
    if (code >= 2) return high_[code >> 8] * low_[code & 0xFF];
    return code == format::no_light ? 0 : nothing;
}

double Raster::cell(std::uint32_t column, std::uint32_t row) const {
    constexpr auto side = format::tile_side;
    const auto entry = index_[std::size_t{row / side} * tile_columns_ + column / side];
    if ((entry & format::constant_tile) != 0) return decoded(static_cast<std::uint16_t>(entry));
    const auto within = 2 * std::size_t{row % side * side + column % side};
    const auto* code = tiles_.data() + entry * format::tile_bytes + within;
    return decoded(static_cast<std::uint16_t>(std::to_integer<unsigned>(code[0]) |
                                              std::to_integer<unsigned>(code[1]) << 8));
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

double Raster::nearest_at(double latitude, double longitude) const {
    Spot spot;
    if (!locate(latitude, longitude, spot)) return nothing;
    return cell(cell_of(spot.column, facts_.columns), cell_of(spot.row, facts_.rows));
}

double Raster::bilinear_at(double latitude, double longitude) const {
    Spot spot;
    if (!locate(latitude, longitude, spot)) return nothing;
    const double own = cell(cell_of(spot.column, facts_.columns), cell_of(spot.row, facts_.rows));
    if (std::isnan(own)) return nothing;
    const auto across = pair_of(spot.column, facts_.columns, global_);
    const auto down = pair_of(spot.row, facts_.rows, false);
    double sum = 0;
    double weights = 0;
    const auto add = [&](std::uint32_t column, std::uint32_t row, double weight) {
        const double value = cell(column, row);
        if (std::isnan(value)) return;
        sum += weight * value;
        weights += weight;
    };
    add(across.first, down.first, (1 - across.share) * (1 - down.share));
    add(across.second, down.first, across.share * (1 - down.share));
    add(across.first, down.second, (1 - across.share) * down.share);
    add(across.second, down.second, across.share * down.share);
    return weights > 0 ? sum / weights : own;
}

std::optional<double> Raster::nearest(Degrees latitude, Degrees longitude) const {
    return known(nearest_at(latitude.value, longitude.value));
}

std::optional<double> Raster::bilinear(Degrees latitude, Degrees longitude) const {
    return known(bilinear_at(latitude.value, longitude.value));
}

void Raster::nearest(std::span<const double> latitudes, std::span<const double> longitudes,
                     std::span<double> mcd_per_m2) const {
    look_up(latitudes, longitudes, mcd_per_m2,
            [this](double latitude, double longitude) { return nearest_at(latitude, longitude); });
}

void Raster::bilinear(std::span<const double> latitudes, std::span<const double> longitudes,
                      std::span<double> mcd_per_m2) const {
    look_up(latitudes, longitudes, mcd_per_m2,
            [this](double latitude, double longitude) { return bilinear_at(latitude, longitude); });
}

}  // namespace asterism::sky
