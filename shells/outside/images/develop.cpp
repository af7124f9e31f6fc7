#include "shells/outside/images/develop.hpp"

#include <cstdio>
#include <cstring>
#include <memory>
#include <unistd.h>

#include <vips/vips.h>

#include "libcore/media/inspect.hpp"

namespace asterism::outside::images {
namespace {

template <class Object>
struct Unref {
    void operator()(Object* object) const { g_object_unref(object); }
};

using Image = std::unique_ptr<VipsImage, Unref<VipsImage>>;
using Source = std::unique_ptr<VipsSource, Unref<VipsSource>>;
using Target = std::unique_ptr<VipsTarget, Unref<VipsTarget>>;

/// Calls an operation of vips that makes an image. Null where it fails.
template <class Do>
Image made(Do operation) {
    VipsImage* out = nullptr;
    return operation(&out) == 0 ? Image(out) : nullptr;
}

Report failed(Verdict verdict) {
    Report report{verdict};
    std::snprintf(report.why.data(), report.why.size(), "%s", vips_error_buffer());
    vips_error_clear();
    return report;
}

/// vips looks at the content, too; what it sees has to be what the walk through the file has seen.
bool is_as_claimed(VipsSource* source, media::Format format) {
    const char* loader = vips_foreign_find_load_source(source);
    if (loader == nullptr ||
        std::strncmp(loader, loader_of(format), std::strlen(loader_of(format))))
        return false;
    const auto image = made([&](VipsImage** out) {
        *out = vips_image_new_from_source(source, "", "access", VIPS_ACCESS_SEQUENTIAL, nullptr);
        return *out == nullptr ? -1 : 0;
    });
    if (!image) return false;
    const std::int64_t width = vips_image_get_width(image.get());
    const std::int64_t height = vips_image_get_height(image.get());
    return width <= media::most_side && height <= media::most_side &&
           width * height <= media::most_pixels;
}

/// Scaled, upright and in sRGB.
Image shrunk(VipsSource* source, int side) {
    return made([&](VipsImage** out) {
        return vips_thumbnail_source(source, out, side, "height", side, "size", VIPS_SIZE_DOWN,
                                     "export_profile", "srgb", "fail_on", VIPS_FAIL_ON_TRUNCATED,
                                     nullptr);
    });
}

Image shrunk(VipsImage* image, int side) {
    return made([&](VipsImage** out) {
        return vips_thumbnail_image(image, out, side, "height", side, "size", VIPS_SIZE_DOWN,
                                    nullptr);
    });
}

/// On white, in three bands of eight bits, with every pixel computed.
Image flat(Image image) {
    if (image && vips_image_hasalpha(image.get())) {
        const std::unique_ptr<VipsArrayDouble, void (*)(VipsArrayDouble*)> white(
            vips_array_double_newv(1, 255.0),
            [](VipsArrayDouble* array) { vips_area_unref(VIPS_AREA(array)); });
        image = made([&](VipsImage** out) {
            return vips_flatten(image.get(), out, "background", white.get(), nullptr);
        });
    }
    if (image)
        image = made([&](VipsImage** out) {
            return vips_colourspace(image.get(), out, VIPS_INTERPRETATION_sRGB, nullptr);
        });
    if (image)
        image = made([&](VipsImage** out) { return vips_cast_uchar(image.get(), out, nullptr); });
    if (!image) return nullptr;
    return Image(vips_image_copy_memory(image.get()));
}

bool write(VipsImage* image, int quality, int file) {
    const Target target(vips_target_new_to_descriptor(file));
    return target && vips_jpegsave_target(image, target.get(), "Q", quality, "strip", TRUE,
                                          "optimize_coding", TRUE, nullptr) == 0;
}

}  // namespace

bool start_vips(const char* program) {
    if (VIPS_INIT(program) != 0) return false;
    vips_block_untrusted_set(TRUE);
    vips_cache_set_max(0);
    vips_concurrency_set(1);
    return true;
}

Report develop(const Request& request, int in, std::span<const int> out) {
    const Source source(vips_source_new_from_descriptor(in));
    if (!source || !is_as_claimed(source.get(), request.format)) return failed(Verdict::refused);
    Report report{Verdict::done};
    Image image;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto& size = request.each.at(i);
        image = flat(image ? shrunk(image.get(), size.side) : shrunk(source.get(), size.side));
        if (!image) return failed(Verdict::refused);
        if (!write(image.get(), size.quality, out[i])) return failed(Verdict::full);
        report.each.at(i) = {vips_image_get_width(image.get()), vips_image_get_height(image.get())};
    }
    return report;
}

}  // namespace asterism::outside::images
