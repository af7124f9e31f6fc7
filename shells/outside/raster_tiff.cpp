#include "shells/outside/raster_tiff.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <limits>
#include <system_error>
#include <type_traits>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

#include "libcore/sky/raster_format.hpp"
#include "shells/outside/raster_geo.hpp"
#include "shells/outside/raster_libtiff.hpp"

namespace asterism::outside {
namespace {

constexpr std::uint32_t most_columns = 1 << 20;                    // 1.2" around the Earth
constexpr std::uint64_t most_band_bytes = std::uint64_t{1} << 29;  // of what is in memory at once

struct CloseTiff {
    void operator()(TIFF* file) const { libtiff().close(file); }
};

struct FreeOptions {
    void operator()(TIFFOpenOptions* options) const { libtiff().options_free(options); }
};

/// Keeps the first thing that libtiff complained of.
int note(TIFF*, void* user, const char*, const char* format, va_list values) {
    auto& kept = *static_cast<std::string*>(user);
    std::array<char, 256> text{};
    if (std::vsnprintf(text.data(), text.size(), format, values) > 0 && kept.empty())
        kept = text.data();
    return 1;
}

int ignore(TIFF*, void*, const char*, const char*, va_list) { return 1; }

template <class Sample>
void code_samples(const unsigned char* raw, std::span<std::uint16_t> out, double no_data,
                  RasterTiff::Code code) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    constexpr double least = std::numeric_limits<Sample>::lowest();
    constexpr double most = std::numeric_limits<Sample>::max();
    // What the tag says in decimals is compared as the file would hold it.
    const bool fits = std::is_floating_point_v<Sample> || (no_data >= least && no_data <= most);
    const auto hole = fits ? static_cast<Sample>(std::clamp(no_data, least, most)) : Sample{};
    for (auto& each : out) {
        Sample sample;
        std::memcpy(&sample, raw, sizeof sample);
        raw += sizeof sample;
        each = code(fits && sample == hole ? none : static_cast<double>(sample));
    }
}

}  // namespace

struct RasterTiff::File {
    using CodeSamples = void (*)(const unsigned char*, std::span<std::uint16_t>, double, Code);

    /// Of a tile: what lies within the raster.
    struct Part {
        std::size_t width;
        std::size_t height;
    };

    void open();
    void read_layout();
    void read_places();
    void read_strips(Code code, TakeRow take);
    void read_tiles(Code code, TakeRow take);
    void code_tile(std::span<const unsigned char> raw, std::size_t wide,
                   std::span<std::uint16_t> out, Part part, Code code) const;
    [[noreturn]] void refuse(std::string why, std::string remedy) const;
    [[noreturn]] void damaged(std::uint32_t row) const;
    std::uint32_t number(std::uint32_t tag, std::uint32_t fallback) const;

    std::string path;
    std::string complaint = {};
    std::unique_ptr<TIFF, CloseTiff> tiff = {};
    RasterGrid grid = {};
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    std::size_t sample_bytes = 0;
    CodeSamples code_samples_of_file = nullptr;
    double no_data = std::numeric_limits<double>::quiet_NaN();
};

void RasterTiff::File::refuse(std::string why, std::string remedy) const {
    throw RasterRefused(fmt::format("{} cannot be used.", path), std::move(why), std::move(remedy));
}

void RasterTiff::File::damaged(std::uint32_t row) const {
    refuse(fmt::format("It is damaged or incomplete at row {} of {}: {}.", row, rows,
                       complaint.empty() ? "there is nothing to read" : complaint),
           "Fetch it again, and compare its length or checksum.");
}

void RasterTiff::File::open() {
    if (::access(path.c_str(), R_OK) != 0)
        throw std::system_error(errno, std::generic_category(), path);
    const std::unique_ptr<TIFFOpenOptions, FreeOptions> options(libtiff().options_alloc());
    libtiff().set_error_handler(options.get(), &note, &complaint);
    libtiff().set_warning_handler(options.get(), &ignore, nullptr);
    // Not mapped (m): a file that is cut meanwhile is then an error and no signal.
    tiff.reset(libtiff().open(path.c_str(), "rm", options.get()));
    if (!tiff)
        refuse(complaint.empty() ? "It is no TIFF." : fmt::format("It is no TIFF: {}.", complaint),
               "Name the GeoTIFF itself, not an archive that holds it.");
    complaint.clear();
}

std::uint32_t RasterTiff::File::number(std::uint32_t tag, std::uint32_t fallback) const {
    std::uint16_t out = 0;
    return libtiff().get_field_defaulted(tiff.get(), tag, &out) == 1 ? out : fallback;
}

void RasterTiff::File::read_layout() {
    if (libtiff().get_field(tiff.get(), TIFFTAG_IMAGEWIDTH, &columns) != 1 ||
        libtiff().get_field(tiff.get(), TIFFTAG_IMAGELENGTH, &rows) != 1 || columns == 0 ||
        rows == 0)
        refuse("It has no columns or no rows.", "See what `gdalinfo` says of it.");
    if (columns > most_columns || std::uint64_t{columns} * rows > sky::raster_format::most_cells)
        refuse(fmt::format("It has {} x {} cells, which is too many.", columns, rows),
               "Make it coarser with gdalwarp -tr 0.00833333 0.00833333 -r average.");
    if (number(TIFFTAG_SAMPLESPERPIXEL, 1) != 1)
        refuse("It has several bands.", "Take one out with gdal_translate -b 1.");
    if (number(TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT) != ORIENTATION_TOPLEFT)
        refuse("Its first row is not the northern one.", "Turn it over with gdalwarp.");
    const auto bits = number(TIFFTAG_BITSPERSAMPLE, 1);
    const auto kind = number(TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    if (kind == SAMPLEFORMAT_IEEEFP && bits == 32) code_samples_of_file = &code_samples<float>;
    if (kind == SAMPLEFORMAT_IEEEFP && bits == 64) code_samples_of_file = &code_samples<double>;
    if (kind == SAMPLEFORMAT_UINT && bits == 8) code_samples_of_file = &code_samples<std::uint8_t>;
    if (kind == SAMPLEFORMAT_UINT && bits == 16)
        code_samples_of_file = &code_samples<std::uint16_t>;
    if (!code_samples_of_file)
        refuse(fmt::format("Its samples have {} bits in a form that is not known here.", bits),
               "Convert it with gdal_translate -ot Float32.");
    sample_bytes = bits / 8;
}

void RasterTiff::File::read_places() {
    GeoTags tags;
    std::uint32_t count = 0;
    void* values = nullptr;
    // Tags that libtiff does not know it gives as the file has them, whatever their type.
    const auto has = [&](std::uint32_t tag, TIFFDataType type) {
        const auto* field = libtiff().find_field(tiff.get(), tag, TIFF_ANY);
        return field && libtiff().field_data_type(field) == type &&
               libtiff().field_pass_count(field) != 0 &&
               libtiff().field_read_count(field) == TIFF_VARIABLE2 &&
               libtiff().get_field(tiff.get(), tag, &count, &values) == 1 && values;
    };
    const auto doubles = [&](std::uint32_t tag) -> std::span<const double> {
        if (!has(tag, TIFF_DOUBLE)) return {};
        return {static_cast<const double*>(values), count};
    };
    tags.pixel_scale = doubles(33550);
    tags.tiepoint = doubles(33922);
    tags.transformation = !doubles(34264).empty();
    if (has(34735, TIFF_SHORT)) tags.keys = {static_cast<const std::uint16_t*>(values), count};
    if (has(42113, TIFF_ASCII)) tags.no_data.assign(static_cast<const char*>(values), count);
    grid = grid_of(tags, columns, rows, path);
    if (const auto hole = no_data_of(tags)) no_data = *hole;
}

void RasterTiff::File::read_strips(Code code, TakeRow take) {
    if (libtiff().scanline_size(tiff.get()) != columns * sample_bytes) damaged(0);
    std::vector<unsigned char> raw(columns * sample_bytes);
    std::vector<std::uint16_t> codes(columns);
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (libtiff().read_scanline(tiff.get(), raw.data(), row, 0) != 1) damaged(row);
        code_samples_of_file(raw.data(), codes, no_data, code);
        take(codes);
    }
}

/// Codes the left upper part of a tile into that of a band.
void RasterTiff::File::code_tile(std::span<const unsigned char> raw, std::size_t wide,
                                 std::span<std::uint16_t> out, Part part, Code code) const {
    for (std::size_t row = 0; row < part.height; ++row)
        code_samples_of_file(raw.subspan(row * wide * sample_bytes).data(),
                             out.subspan(row * columns, part.width), no_data, code);
}

void RasterTiff::File::read_tiles(Code code, TakeRow take) {
    std::uint32_t wide = 0;
    std::uint32_t tall = 0;
    libtiff().get_field(tiff.get(), TIFFTAG_TILEWIDTH, &wide);
    libtiff().get_field(tiff.get(), TIFFTAG_TILELENGTH, &tall);
    const auto bytes = std::uint64_t{wide} * tall * sample_bytes;
    if (bytes == 0 || bytes != libtiff().tile_size(tiff.get())) damaged(0);
    if (bytes > most_band_bytes || std::uint64_t{2} * columns * tall > most_band_bytes)
        refuse(fmt::format("Its tiles of {} x {} are too big.", wide, tall),
               "Rewrite it with gdal_translate -co TILED=YES.");
    std::vector<unsigned char> raw(bytes);
    std::vector<std::uint16_t> band(std::size_t{columns} * tall);
    std::uint32_t height = 0;
    for (std::uint32_t top = 0; top < rows; top += height) {
        height = std::min(tall, rows - top);
        std::uint32_t width = 0;
        for (std::uint32_t left = 0; left < columns; left += width) {
            width = std::min(wide, columns - left);
            if (libtiff().read_tile(tiff.get(), raw.data(), left, top, 0, 0) < 0) damaged(top);
            code_tile(raw, wide, std::span(band).subspan(left), {width, height}, code);
        }
        for (std::size_t row = 0; row < height; ++row)
            take(std::span(band).subspan(row * columns, columns));
    }
}

RasterTiff::RasterTiff(const std::string& path) : file_(std::make_unique<File>(File{path})) {
    file_->open();
    file_->read_layout();
    file_->read_places();
}

RasterTiff::~RasterTiff() = default;

const RasterGrid& RasterTiff::grid() const { return file_->grid; }

void RasterTiff::read(Code code, TakeRow take) {
    file_->complaint.clear();
    if (libtiff().is_tiled(file_->tiff.get()) != 0)
        file_->read_tiles(code, take);
    else
        file_->read_strips(code, take);
}

}  // namespace asterism::outside
