#include "tests/outside/geo_tiff.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <tiffio.h>

namespace asterism::tests {
namespace {

constexpr std::uint32_t pixel_scale = 33550;
constexpr std::uint32_t tiepoint = 33922;
constexpr std::uint32_t geo_keys = 34735;
constexpr std::uint32_t gdal_no_data = 42113;

/// libtiff writes only what it knows.
void teach(TIFF* file) {
    static char names[4][16]{"PixelScale", "Tiepoint", "GeoKeys", "NoData"};
    static const TIFFFieldInfo fields[]{
        {pixel_scale, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, names[0]},
        {tiepoint, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, names[1]},
        {geo_keys, -1, -1, TIFF_SHORT, FIELD_CUSTOM, 1, 1, names[2]},
        {gdal_no_data, -1, -1, TIFF_ASCII, FIELD_CUSTOM, 1, 0, names[3]}};
    ::TIFFMergeFieldInfo(file, fields, 4);
}

void set_layout(TIFF* file, const GeoTiff& wanted) {
    ::TIFFSetField(file, TIFFTAG_IMAGEWIDTH, wanted.columns);
    ::TIFFSetField(file, TIFFTAG_IMAGELENGTH, wanted.rows);
    ::TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, wanted.bands);
    ::TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, wanted.bits);
    ::TIFFSetField(file, TIFFTAG_SAMPLEFORMAT,
                   wanted.floating ? SAMPLEFORMAT_IEEEFP : SAMPLEFORMAT_UINT);
    ::TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    ::TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    ::TIFFSetField(file, TIFFTAG_COMPRESSION, wanted.compression);
    if (wanted.predictor != 1) ::TIFFSetField(file, TIFFTAG_PREDICTOR, wanted.predictor);
    if (wanted.tile != 0) {
        ::TIFFSetField(file, TIFFTAG_TILEWIDTH, wanted.tile);
        ::TIFFSetField(file, TIFFTAG_TILELENGTH, wanted.tile);
    } else {
        ::TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, wanted.strip_rows);
    }
}

void set_places(TIFF* file, const GeoTiff& wanted) {
    const double half = wanted.point ? 0.5 : 0;
    const std::array scale{wanted.step_east, wanted.step_south, 0.0};
    const std::array tie{0.0,
                         0.0,
                         0.0,
                         wanted.west + half * wanted.step_east,
                         wanted.north - half * wanted.step_south,
                         0.0};
    if (wanted.places) {
        ::TIFFSetField(file, pixel_scale, 3, scale.data());
        ::TIFFSetField(file, tiepoint, 6, tie.data());
    }
    std::vector<std::uint16_t> keys{1, 1, 0, 0};
    const auto add = [&](int key, int value) {
        for (const int each : {key, 0, 1, value}) keys.push_back(static_cast<std::uint16_t>(each));
        ++keys[3];
    };
    add(1024, wanted.model);
    add(1025, wanted.point ? 2 : 1);
    if (wanted.datum != 0) add(2048, wanted.datum);
    if (wanted.projection != 0) add(3072, wanted.projection);
    if (wanted.keys) ::TIFFSetField(file, geo_keys, static_cast<int>(keys.size()), keys.data());
    if (wanted.no_data) ::TIFFSetField(file, gdal_no_data, wanted.no_data->c_str());
}

template <class Sample>
void put(std::vector<unsigned char>& out, double value) {
    const auto sample = static_cast<Sample>(value);
    const auto at = out.size();
    out.resize(at + sizeof sample);
    std::memcpy(out.data() + at, &sample, sizeof sample);
}

void append(std::vector<unsigned char>& out, double value, const GeoTiff& wanted) {
    for (int band = 0; band < wanted.bands; ++band) {
        if (wanted.floating)
            wanted.bits == 64 ? put<double>(out, value) : put<float>(out, value);
        else
            wanted.bits == 16 ? put<std::uint16_t>(out, value) : put<std::uint8_t>(out, value);
    }
}

/// A rectangle of samples; beyond the edges there is a number that must not be seen.
std::vector<unsigned char> samples(const GeoTiff& wanted, std::uint32_t left, std::uint32_t top,
                                   std::uint32_t width, std::uint32_t height) {
    std::vector<unsigned char> out;
    for (std::uint32_t row = top; row < top + height; ++row)
        for (std::uint32_t column = left; column < left + width; ++column)
            append(out,
                   column < wanted.columns && row < wanted.rows ? wanted.value(column, row) : 99,
                   wanted);
    return out;
}

}  // namespace

void write_geo_tiff(const std::string& path, const GeoTiff& wanted) {
    const std::string mode =
        std::string("w") + (wanted.big ? "8" : "4") + (wanted.big_endian ? "b" : "l");
    const std::unique_ptr<TIFF, void (*)(TIFF*)> file(::TIFFOpen(path.c_str(), mode.c_str()),
                                                      &::TIFFClose);
    if (!file) throw std::runtime_error("no TIFF can be written at " + path);
    teach(file.get());
    set_layout(file.get(), wanted);
    set_places(file.get(), wanted);
    if (wanted.tile == 0) {
        for (std::uint32_t row = 0; row < wanted.rows; ++row) {
            auto raw = samples(wanted, 0, row, wanted.columns, 1);
            if (::TIFFWriteScanline(file.get(), raw.data(), row, 0) != 1)
                throw std::runtime_error("a row was not written");
        }
        return;
    }
    for (std::uint32_t top = 0; top < wanted.rows; top += wanted.tile)
        for (std::uint32_t left = 0; left < wanted.columns; left += wanted.tile) {
            auto raw = samples(wanted, left, top, wanted.tile, wanted.tile);
            if (::TIFFWriteTile(file.get(), raw.data(), left, top, 0, 0) < 0)
                throw std::runtime_error("a tile was not written");
        }
}

}  // namespace asterism::tests
