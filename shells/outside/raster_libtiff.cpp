#include "shells/outside/raster_libtiff.hpp"

#include <dlfcn.h>

#include "shells/outside/raster_tiff.hpp"

namespace asterism::outside {
namespace {

constexpr const char* soname = "libtiff.so.6";  // of libtiff 4.5, which the options came with

[[noreturn]] void refuse() {
    throw RasterRefused("GeoTIFFs cannot be read.", ::dlerror(), "Install libtiff6.");
}

/// Finds functions by name, into pointers of their own types.
class Finder {
public:
    explicit Finder(const char* library) : library_(::dlopen(library, RTLD_NOW | RTLD_LOCAL)) {
        if (!library_) refuse();
    }

    template <class Function>
    void find(Function& out, const char* name) const {
        out = reinterpret_cast<Function>(::dlsym(library_, name));
        if (!out) refuse();
    }

private:
    void* library_;
};

LibTiff load() {
    const Finder in(soname);
    LibTiff out{};
    in.find(out.close, "TIFFClose");
    in.find(out.field_data_type, "TIFFFieldDataType");
    in.find(out.field_pass_count, "TIFFFieldPassCount");
    in.find(out.field_read_count, "TIFFFieldReadCount");
    in.find(out.find_field, "TIFFFindField");
    in.find(out.get_field, "TIFFGetField");
    in.find(out.get_field_defaulted, "TIFFGetFieldDefaulted");
    in.find(out.is_tiled, "TIFFIsTiled");
    in.find(out.open, "TIFFOpenExt");
    in.find(out.options_alloc, "TIFFOpenOptionsAlloc");
    in.find(out.options_free, "TIFFOpenOptionsFree");
    in.find(out.set_error_handler, "TIFFOpenOptionsSetErrorHandlerExtR");
    in.find(out.set_warning_handler, "TIFFOpenOptionsSetWarningHandlerExtR");
    in.find(out.read_scanline, "TIFFReadScanline");
    in.find(out.read_tile, "TIFFReadTile");
    in.find(out.scanline_size, "TIFFScanlineSize64");
    in.find(out.tile_size, "TIFFTileSize64");
    return out;
}

}  // namespace

const LibTiff& libtiff() {
    static const LibTiff loaded = load();
    return loaded;
}

}  // namespace asterism::outside
