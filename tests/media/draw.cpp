// Draws the pictures of samples/, the one of those who have none, and that of any night:
// `draw_samples FOLDER AVATAR NIGHT`.
// They are committed, so that tests need no library for pictures; this shows how they came about.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include <vips/vips.h>

namespace {

using Paint = std::function<void(double x, double y, unsigned char* pixel)>;

/// `paint` is given places from 0 to 1.
VipsImage* draw(int width, int height, int bands, const Paint& paint) {
    std::vector<unsigned char> pixels(static_cast<std::size_t>(width * height * bands));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            paint((x + 0.5) / width, (y + 0.5) / height,
                  &pixels[static_cast<std::size_t>((y * width + x) * bands)]);
    VipsImage* view = vips_image_new_from_memory_copy(pixels.data(), pixels.size(), width, height,
                                                      bands, VIPS_FORMAT_UCHAR);
    VipsImage* out = nullptr;
    vips_copy(view, &out, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr);
    g_object_unref(view);
    return out;
}

/// Red at the left, blue at the right, brighter above.
void sky(double x, double y, unsigned char* pixel) {
    pixel[0] = static_cast<unsigned char>(255 * (1 - x) * (1 - y / 2));
    pixel[1] = static_cast<unsigned char>(60 * (1 - y));
    pixel[2] = static_cast<unsigned char>(255 * x * (1 - y / 2));
}

/// A green disc on nothing.
void disc(double x, double y, unsigned char* pixel) {
    pixel[1] = 160;
    pixel[3] = std::hypot(x - 0.5, y - 0.5) < 0.4 ? 255 : 0;
}

/// Somebody, before the night sky.
void somebody(double x, double y, unsigned char* pixel) {
    const bool head = std::hypot(x - 0.5, y - 0.4) < 0.17;
    const bool body = std::hypot((x - 0.5) / 0.32, (y - 0.95) / 0.34) < 1;
    const unsigned char night[] = {27, 32, 56};
    const unsigned char light[] = {151, 160, 199};
    for (int i = 0; i < 3; ++i)
        pixel[i] = head || body ? light[i] : static_cast<unsigned char>(night[i] + 26 * y);
}

/// A number below 1 that two numbers fix.
double chance(int x, int y) {
    const double mixed = std::sin(x * 12.9898 + y * 78.233) * 43'758.5453;
    return mixed - std::floor(mixed);
}

/// How bright the star is that stands in a cell of the sky, if one does.
double star(double x, double y, double cells) {
    const int column = static_cast<int>(x * cells);
    const int row = static_cast<int>(y * cells);
    const double far = std::hypot(x * cells - column - 0.2 - 0.6 * chance(row, column),
                                  y * cells - row - 0.2 - 0.6 * chance(column, row));
    return chance(column + 31, row + 17) < 0.35 ? std::max(0.0, 1 - far * 14) : 0;
}

/// Stars over hills.
void night(double x, double y, unsigned char* pixel) {
    const double ridge = 0.8 + 0.05 * std::sin(x * 9) + 0.02 * std::sin(x * 31 + 1);
    const double band = std::exp(-std::pow((y - 0.75 + 0.55 * x) * 6, 2));
    const double light = std::min(1.0, star(x * 16 / 9, y, 46) + star(x * 16 / 9, y, 19));
    const double from[] = {10, 14, 34};
    const double to[] = {52, 58, 92};
    for (int i = 0; i < 3; ++i) {
        const double air = from[i] + (to[i] - from[i]) * y * y + 26 * band;
        pixel[i] = static_cast<unsigned char>(y > ridge ? 6 + i * 2 : air + (245 - air) * light);
    }
}

void annotate(VipsImage* image) {
    vips_image_set_int(image, "orientation", 6);
    vips_image_set_string(image, "exif-ifd0-Orientation",
                          "6 (Right-top, Short, 1 components, 2 bytes)");
    vips_image_set_string(image, "exif-ifd0-Make", "Camera (Camera, ASCII, 7 components, 7 bytes)");
    vips_image_set_string(image, "exif-ifd3-GPSLatitude",
                          "51/1 30/1 12/1 (51, 30, 12, Rational, 3 components, 24 bytes)");
    const std::string xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>GPSLatitude secret</x:xmpmeta>";
    vips_image_set_blob_copy(image, "xmp-data", xmp.data(), xmp.size());
    void* profile = nullptr;
    std::size_t size = 0;
    VipsBlob* blob = nullptr;
    if (vips_profile_load("p3", &blob, nullptr) == 0) {
        profile = const_cast<void*>(vips_blob_get(blob, &size));
        vips_image_set_blob_copy(image, VIPS_META_ICC_NAME, profile, size);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 4 || VIPS_INIT(words[0]) != 0) return 2;
    const auto path = [&](const char* name) { return std::string(words[1]) + "/" + name; };
    int failures = 0;
    auto* annotated = draw(640, 480, 3, sky);
    annotate(annotated);
    failures += vips_jpegsave(annotated, path("photo.jpg").c_str(), "Q", 70, nullptr);
    failures += vips_webpsave(annotated, path("photo.webp").c_str(), "Q", 50, nullptr);
    failures += vips_heifsave(annotated, path("photo.heic").c_str(), "Q", 30, "compression",
                              VIPS_FOREIGN_HEIF_COMPRESSION_HEVC, nullptr);
    failures += vips_pngsave(draw(300, 200, 4, disc), path("disc.png").c_str(), nullptr);
    failures += vips_gifsave(draw(60, 40, 3, sky), path("still.gif").c_str(), nullptr);
    auto* film = draw(60, 120, 3, sky);
    vips_image_set_int(film, VIPS_META_PAGE_HEIGHT, 40);
    failures += vips_gifsave(film, path("moving.gif").c_str(), nullptr);
    failures += vips_jpegsave(draw(256, 256, 3, somebody), words[2], "Q", 85, "strip", TRUE,
                              "optimize_coding", TRUE, nullptr);
    failures += vips_jpegsave(draw(1'600, 900, 3, night), words[3], "Q", 80, "strip", TRUE,
                              "optimize_coding", TRUE, nullptr);
    failures += vips_jpegsave(draw(1'300, 650, 3, sky), path("wide.jpg").c_str(), "Q", 40, "strip",
                              TRUE, nullptr);
    if (failures != 0) std::fputs(vips_error_buffer(), stderr);
    return failures == 0 ? 0 : 1;
}
