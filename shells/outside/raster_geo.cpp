#include "shells/outside/raster_geo.hpp"

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

namespace asterism::outside {
namespace {

// Of the GeoKeys.
constexpr std::uint16_t model_type = 1024;       // GTModelTypeGeoKey
constexpr std::uint16_t raster_type = 1025;      // GTRasterTypeGeoKey
constexpr std::uint16_t geographic_type = 2048;  // GeodeticCRSGeoKey
constexpr std::uint16_t projected_type = 3072;   // ProjectedCRSGeoKey
constexpr int geographic = 2;
constexpr int pixel_is_point = 2;
constexpr int wgs84 = 4326;

/// The value of a key that is kept in the directory itself.
std::optional<int> key(const GeoTags& tags, std::uint16_t wanted) {
    for (std::size_t at = 4; at + 3 < tags.keys.size(); at += 4)
        if (tags.keys[at] == wanted && tags.keys[at + 1] == 0) return tags.keys[at + 3];
    return std::nullopt;
}

std::string other_name(const std::string& path) {
    std::filesystem::path out(path);
    out.replace_filename(out.stem().string() + "-4326.tif");
    return out.string();
}

[[noreturn]] void refuse(const std::string& path, std::string why, std::string remedy) {
    throw RasterRefused(fmt::format("{} cannot be used.", path), std::move(why), std::move(remedy));
}

void check_coordinates(const GeoTags& tags, const std::string& path) {
    const auto warp = fmt::format("Run: gdalwarp -t_srs EPSG:4326 {} {}", shell_word(path),
                                  shell_word(other_name(path)));
    const auto model = key(tags, model_type);
    if (!model)
        refuse(path, "It does not say in which coordinates it is.",
               fmt::format("If they are longitude and latitude, run: "
                           "gdal_translate -a_srs EPSG:4326 {} {}",
                           shell_word(path), shell_word(other_name(path))));
    const auto projection = key(tags, projected_type);
    if (*model != geographic)
        refuse(path,
               projection ? fmt::format("Its projection is EPSG:{}, not EPSG:4326.", *projection)
                          : "It is in a projection, not in longitude and latitude.",
               warp);
    const auto datum = key(tags, geographic_type);
    if (datum != wgs84)
        refuse(path,
               datum
                   ? fmt::format("Its coordinates are those of EPSG:{}, not of EPSG:4326.", *datum)
                   : "Its coordinates are not those of EPSG:4326.",
               warp);
    if (tags.pixel_scale.size() < 2 || tags.tiepoint.size() != 6)
        refuse(path,
               tags.transformation ? "Its rows do not run along parallels."
                                   : "It does not say where its cells lie.",
               warp);
}

/// Whole turns are often written with few digits.
double snapped(double step, std::uint32_t columns) {
    return std::abs(columns * step - 360) < step / 2 ? 360.0 / columns : step;
}

bool is_on_earth(const RasterGrid& grid) {
    const double south = grid.north - grid.rows * grid.step_south;
    return grid.step_east >= 1e-6 && grid.step_south >= 1e-6 && grid.west >= -360 &&
           grid.west <= 360 && grid.columns * grid.step_east <= 360 + grid.step_east &&
           grid.north <= 90 + grid.step_south && south >= -90 - grid.step_south && grid.north > -90;
}

}  // namespace

RasterGrid grid_of(const GeoTags& tags, std::uint32_t columns, std::uint32_t rows,
                   const std::string& path) {
    check_coordinates(tags, path);
    // A point of the raster, in cells, and the same on Earth; of an area's cell its corner.
    const double half = key(tags, raster_type) == pixel_is_point ? 0.5 : 0;
    RasterGrid out;
    out.columns = columns;
    out.rows = rows;
    out.step_east = snapped(tags.pixel_scale[0], columns);
    out.step_south = tags.pixel_scale[1];
    out.west = tags.tiepoint[3] - (tags.tiepoint[0] + half) * out.step_east;
    out.north = tags.tiepoint[4] + (tags.tiepoint[1] + half) * out.step_south;
    if (!is_on_earth(out))
        refuse(path,
               fmt::format("Its {} columns of {}° from {}° and {} rows of {}° from {}° do not fit "
                           "the Earth.",
                           columns, out.step_east, out.west, rows, out.step_south, out.north),
               "See what `gdalinfo` says of it.");
    return out;
}

std::optional<double> no_data_of(const GeoTags& tags) {
    char* stop = nullptr;
    const double out = std::strtod(tags.no_data.c_str(), &stop);
    return stop == tags.no_data.c_str() ? std::nullopt : std::optional(out);
}

std::string shell_word(const std::string& text) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:+@%";
    if (!text.empty() && text.find_first_not_of(plain) == std::string::npos) return text;
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

}  // namespace asterism::outside
