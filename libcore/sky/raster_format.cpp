#include "libcore/sky/raster_format.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace asterism::sky::raster_format {
namespace {

namespace at {
constexpr std::size_t version = 8, crc = 12, columns = 16, rows = 20, west = 24, north = 32,
                      step_east = 40, step_south = 48, floor = 56, log_step = 64, uncertainty = 72,
                      year = 80, tiles = 84, file_bytes = 88, index_crc = 96, checksum = 128,
                      source = 160, licence = 416;
}  // namespace at

static_assert(at::source + source_bytes == at::licence);
static_assert(at::licence + licence_bytes == header_bytes);

constexpr std::array<std::uint32_t, 256> crc_table = [] {
    std::array<std::uint32_t, 256> out{};
    for (std::uint32_t n = 0; n < 256; ++n) {
        std::uint32_t c = n;
        for (int bit = 0; bit < 8; ++bit) c = (c & 1) != 0 ? 0xEDB8'8320U ^ (c >> 1) : c >> 1;
        out[n] = c;
    }
    return out;
}();

template <class Unsigned>
Unsigned number_at(std::span<const std::byte> bytes, std::size_t where) {
    Unsigned out = 0;
    for (std::size_t n = sizeof(Unsigned); n-- > 0;)
        out = static_cast<Unsigned>(out << 8 | std::to_integer<Unsigned>(bytes[where + n]));
    return out;
}

double double_at(std::span<const std::byte> bytes, std::size_t where) {
    return std::bit_cast<double>(number_at<std::uint64_t>(bytes, where));
}

std::string text_at(std::span<const std::byte> bytes, std::size_t where, std::size_t most) {
    const auto field = bytes.subspan(where, most);
    const auto end = std::ranges::find(field, std::byte{0});
    std::string out;
    for (auto each = field.begin(); each != end; ++each) out += std::to_integer<char>(*each);
    return out;
}

template <class Unsigned>
void put(Header& header, std::size_t where, Unsigned number) {
    for (std::size_t n = 0; n < sizeof(Unsigned); ++n)
        header[where + n] = static_cast<std::byte>(number >> (8 * n) & 0xFF);
}

void put_double(Header& header, std::size_t where, double number) {
    put(header, where, std::bit_cast<std::uint64_t>(number));
}

void put_text(Header& header, std::size_t where, std::size_t most, std::string_view text) {
    std::size_t length = std::min(text.find('\0'), std::min(text.size(), most));
    if (length < text.size())
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
    std::memcpy(header.data() + where, text.data(), length);
}

std::uint32_t crc_of(std::span<const std::byte> header) {
    constexpr std::array<std::byte, 4> blank{};
    const auto first = crc32(header.first(at::crc));
    return crc32(header.subspan(at::crc + 4), crc32(blank, first));
}

bool is_between(double value, double least, double most) { return value >= least && value <= most; }

/// Whether the figures are those of a part of the Earth, in a scale that can be computed with.
bool makes_sense(const RasterFacts& facts) {
    const double tall = facts.rows * facts.step_south.value;
    const double wide = facts.columns * facts.step_east.value;
    const double highest = std::numeric_limits<std::uint16_t>::max() * facts.log_step;
    return facts.columns > 0 && facts.rows > 0 &&
           std::uint64_t{facts.columns} * facts.rows <= most_cells &&
           is_between(facts.west.value, -360, 360) &&
           is_between(facts.north.value, -90, 90 + facts.step_south.value) &&
           is_between(facts.step_east.value, 1e-6, 360) &&
           is_between(facts.step_south.value, 1e-6, 180) && wide <= 360 + facts.step_east.value &&
           facts.north.value - tall >= -90 - facts.step_south.value &&
           is_between(facts.floor_mcd_per_m2, 1e-30, 1e6) &&
           is_between(facts.log_step, 1e-6, 0.02) && highest < 200 &&
           is_between(facts.uncertainty_mag, 0, 10) && is_between(facts.year, 0, 9999);
}

}  // namespace

std::uint64_t file_bytes(const RasterFacts& facts) {
    const std::uint64_t all = std::uint64_t{tiles_across(facts.columns)} * tiles_across(facts.rows);
    return header_bytes + std::uint64_t{facts.tiles} * tile_bytes + 4 * all;
}

std::uint32_t crc32(std::span<const std::byte> bytes, std::uint32_t before) {
    std::uint32_t c = ~before;
    for (const auto byte : bytes)
        c = crc_table[(c ^ std::to_integer<std::uint32_t>(byte)) & 0xFF] ^ (c >> 8);
    return ~c;
}

std::uint16_t encode(double mcd_per_m2, double floor_mcd_per_m2, double log_step) {
    if (!(mcd_per_m2 >= 0) || std::isinf(mcd_per_m2)) return no_data;
    if (mcd_per_m2 == 0) return no_light;
    const double steps = std::round(std::log(mcd_per_m2 / floor_mcd_per_m2) / log_step);
    if (steps < 0) return no_light;
    return static_cast<std::uint16_t>(std::min(steps + 2, 65535.0));
}

Header write_header(const RasterFacts& facts, std::uint32_t index_crc) {
    Header out{};
    std::ranges::transform(magic, out.begin(), [](auto byte) { return std::byte{byte}; });
    put(out, at::version, version);
    put(out, at::columns, facts.columns);
    put(out, at::rows, facts.rows);
    put_double(out, at::west, facts.west.value);
    put_double(out, at::north, facts.north.value);
    put_double(out, at::step_east, facts.step_east.value);
    put_double(out, at::step_south, facts.step_south.value);
    put_double(out, at::floor, facts.floor_mcd_per_m2);
    put_double(out, at::log_step, facts.log_step);
    put_double(out, at::uncertainty, facts.uncertainty_mag);
    put(out, at::year, static_cast<std::uint32_t>(facts.year));
    put(out, at::tiles, facts.tiles);
    put(out, at::file_bytes, file_bytes(facts));
    put(out, at::index_crc, index_crc);
    std::ranges::copy(facts.checksum, out.begin() + at::checksum);
    put_text(out, at::source, source_bytes, facts.source);
    put_text(out, at::licence, licence_bytes, facts.licence);
    put(out, at::crc, crc_of(out));
    return out;
}

std::variant<RasterFacts, RasterFlaw> read_header(std::span<const std::byte> file,
                                                  std::uint32_t& index_crc) {
    if (file.size() < header_bytes) return RasterFlaw::too_short;
    const auto header = file.first(header_bytes);
    const auto same = [](std::uint8_t a, std::byte b) { return std::byte{a} == b; };
    if (!std::ranges::equal(magic, header.first(magic.size()), same))
        return RasterFlaw::other_format;
    if (number_at<std::uint32_t>(header, at::version) != version) return RasterFlaw::other_version;
    if (number_at<std::uint32_t>(header, at::crc) != crc_of(header))
        return RasterFlaw::damaged_header;
    RasterFacts out;
    out.columns = number_at<std::uint32_t>(header, at::columns);
    out.rows = number_at<std::uint32_t>(header, at::rows);
    out.west = {double_at(header, at::west)};
    out.north = {double_at(header, at::north)};
    out.step_east = {double_at(header, at::step_east)};
    out.step_south = {double_at(header, at::step_south)};
    out.floor_mcd_per_m2 = double_at(header, at::floor);
    out.log_step = double_at(header, at::log_step);
    out.uncertainty_mag = double_at(header, at::uncertainty);
    out.year = static_cast<int>(number_at<std::uint32_t>(header, at::year));
    out.tiles = number_at<std::uint32_t>(header, at::tiles);
    out.file_bytes = number_at<std::uint64_t>(header, at::file_bytes);
    std::ranges::copy(header.subspan(at::checksum, out.checksum.size()), out.checksum.begin());
    out.source = text_at(header, at::source, source_bytes);
    out.licence = text_at(header, at::licence, licence_bytes);
    index_crc = number_at<std::uint32_t>(header, at::index_crc);
    if (!makes_sense(out) || out.file_bytes != file_bytes(out)) return RasterFlaw::bad_header;
    if (out.file_bytes != file.size()) return RasterFlaw::other_length;
    return out;
}

}  // namespace asterism::sky::raster_format
