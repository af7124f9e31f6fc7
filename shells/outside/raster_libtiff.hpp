#pragma once

#include <tiffio.h>

namespace asterism::outside {

/// What is used of libtiff. It is loaded when the first GeoTIFF is opened, not with the program: it
/// brings decoders of JPEG, WebP and more along, which a server has no business to have in memory.
struct LibTiff {
    decltype(&::TIFFClose) close;
    decltype(&::TIFFFieldDataType) field_data_type;
    decltype(&::TIFFFieldPassCount) field_pass_count;
    decltype(&::TIFFFieldReadCount) field_read_count;
    decltype(&::TIFFFindField) find_field;
    decltype(&::TIFFGetField) get_field;
    decltype(&::TIFFGetFieldDefaulted) get_field_defaulted;
    decltype(&::TIFFIsTiled) is_tiled;
    decltype(&::TIFFOpenExt) open;
    decltype(&::TIFFOpenOptionsAlloc) options_alloc;
    decltype(&::TIFFOpenOptionsFree) options_free;
    decltype(&::TIFFOpenOptionsSetErrorHandlerExtR) set_error_handler;
    decltype(&::TIFFOpenOptionsSetWarningHandlerExtR) set_warning_handler;
    decltype(&::TIFFReadScanline) read_scanline;
    decltype(&::TIFFReadTile) read_tile;
    decltype(&::TIFFScanlineSize64) scanline_size;
    decltype(&::TIFFTileSize64) tile_size;
};

/// Throws RasterRefused where it cannot be loaded.
const LibTiff& libtiff();

}  // namespace asterism::outside
