#include "shells/outside/raster_import.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <fcntl.h>
#include <variant>

#include <openssl/sha.h>
#include <sys/stat.h>

#include "libcore/sky/raster_format.hpp"
#include "libcore/sky/skyglow_scale.hpp"
#include "shells/outside/local_files.hpp"
#include "shells/outside/raster_mapping.hpp"
#include "shells/outside/raster_writer.hpp"

namespace asterism::outside {
namespace {

namespace format = sky::raster_format;

// What skies at night may have, generously: brighter is a day, darker is none.
constexpr double most_mcd = 1e4;
constexpr double least_mag = 10;
constexpr double most_mag = 26;

/// Turns a file's numbers into codes, and counts.
class Coder {
public:
    explicit Coder(RasterUnit unit) : unit_(unit) {}

    Coder(const Coder&) = delete;  // it points into itself
    Coder& operator=(const Coder&) = delete;

    std::uint16_t operator()(double value) {
        if (value != before_ || counted_ == nullptr) take(value);  // oceans repeat themselves
        ++*counted_;
        return code_;
    }

    const RasterCensus& census() const { return census_; }

private:
    bool is_possible(double value) const {
        return unit_ == RasterUnit::mcd ? value >= 0 && value <= most_mcd
                                        : value >= least_mag && value <= most_mag;
    }

    void take(double value) {
        before_ = value;
        counted_ = &census_.no_data;
        code_ = format::no_data;
        if (!std::isfinite(value) || value < -1e30) return;  // holes are written in many ways
        counted_ = &census_.refused;
        if (!is_possible(value)) return;
        counted_ = &census_.known;
        census_.least = std::min(census_.least, value);
        census_.most = std::max(census_.most, value);
        code_ = format::encode(unit_ == RasterUnit::mcd ? value : artificial(value));
    }

    static double artificial(double mag) {
        return std::max(sky::luminance_of_magnitude(mag) - sky::natural_mcd_per_m2, 0.0);
    }

    RasterUnit unit_;
    RasterCensus census_{.least = HUGE_VAL, .most = -HUGE_VAL};
    double before_ = 0;
    std::uint64_t* counted_ = nullptr;
    std::uint16_t code_ = 0;
};

sky::RasterFacts facts_of(const RasterGrid& grid, const RasterImport& wanted) {
    sky::RasterFacts out;
    out.columns = grid.columns;
    out.rows = grid.rows;
    out.west = {grid.west};
    out.north = {grid.north};
    out.step_east = {grid.step_east};
    out.step_south = {grid.step_south};
    out.floor_mcd_per_m2 = format::usual_floor_mcd_per_m2;
    out.log_step = format::usual_log_step;
    out.uncertainty_mag = wanted.uncertainty_mag;
    out.year = wanted.year;
    out.source = wanted.source;
    out.licence = wanted.licence;
    return out;
}

/// Rasters in magnitudes are easily taken for luminances: a whole Earth between 14 and 23.
void refuse_other_unit(const RasterImport& wanted, const RasterCensus& census) {
    const auto refuse = [&](std::string why, std::string remedy) {
        throw RasterRefused(wanted.from + " was not taken.", std::move(why), std::move(remedy));
    };
    if (census.known == 0)
        refuse("No cell of it holds a number that a sky at night can have.",
               "See whether --unit fits: mcd for artificial mcd/m², mag for mag/arcsec².");
    if (wanted.unit == RasterUnit::mcd && census.known > 1 && census.least > 10 &&
        census.most < most_mag)
        refuse("All its numbers are between 10 and 26, as magnitudes are.",
               "If they are mag/arcsec², say --unit mag.");
}

struct Whole {
    Descriptor file;
    RasterMapping mapping;
};

Whole map_whole(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));

    struct stat found {};

    if (!file || ::fstat(file.number(), &found) != 0) refuse_file(errno, path.c_str());
    if (!S_ISREG(found.st_mode) || found.st_size == 0) refuse_file(EINVAL, path.c_str());
    auto mapping = RasterMapping::of(file.number(), static_cast<std::size_t>(found.st_size));
    if (!mapping) refuse_file(errno, path.c_str());
    return {std::move(file), *std::move(mapping)};
}

RasterCheck examine(const std::string& path, bool to_the_last_byte) {
    const auto whole = map_whole(path);
    const auto bytes = whole.mapping.bytes();
    const auto opened = sky::Raster::open(bytes);
    if (const auto* flaw = std::get_if<sky::RasterFlaw>(&opened))
        return {std::string(sky::text_of(*flaw))};
    RasterCheck out{{}, std::get<sky::Raster>(opened).facts()};
    if (!to_the_last_byte) return out;
    const auto counted = bytes.subspan(format::header_bytes);
    std::array<std::byte, SHA256_DIGEST_LENGTH> digest{};
    ::SHA256(reinterpret_cast<const unsigned char*>(counted.data()), counted.size(),
             reinterpret_cast<unsigned char*>(digest.data()));
    if (digest != out.facts.checksum) out.trouble = "Its tiles have another checksum.";
    if (whole.mapping.was_cut()) out.trouble = "It was cut short while it was read.";
    return out;
}

}  // namespace

RasterBuilt build_raster(const RasterImport& wanted) {
    RasterTiff tiff(wanted.from);
    const auto& grid = tiff.grid();
    Coder coder(wanted.unit);
    RasterWriter writer(wanted.to, facts_of(grid, wanted));
    std::uint32_t row = 0;
    tiff.read([&](double value) { return coder(value); },
              [&](std::span<const std::uint16_t> codes) {
                  writer.add_row(codes);
                  ++row;
                  if (wanted.progress && (row % 64 == 0 || row == grid.rows))
                      wanted.progress(row, grid.rows);
              });
    refuse_other_unit(wanted, coder.census());
    return {writer.finish(), coder.census()};
}

RasterCheck check_raster(const std::string& path) { return examine(path, true); }

RasterCheck show_raster(const std::string& path) { return examine(path, false); }

}  // namespace asterism::outside
