#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tests/data_folder.hpp"

namespace asterism::tests {

/// A picture that draw.cpp has drawn.
inline std::string sample(const std::string& name) {
    std::ifstream in(data_folder() + "/media/samples/" + name, std::ios::binary);
    if (!in) throw std::runtime_error("no sample " + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The same file with other bytes from `at` on.
inline std::string patched(std::string file, std::size_t at, std::string_view bytes) {
    return file.replace(at, bytes.size(), bytes);
}

/// A few bytes that say they are a PNG of so many pixels.
inline std::string huge_png() {
    return patched(sample("disc.png"), 16, {"\0\0\x75\x30\0\0\x75\x30", 8});
}

inline std::string huge_jpeg() {
    auto file = sample("photo.jpg");
    return patched(file, file.find("\xff\xc0") + 5, "\xff\xff\xff\xff");
}

/// A film of so many frames, each of one pixel.
inline std::string long_gif(int frames) {
    auto file = sample("still.gif").substr(0, 10) + std::string("\0\0\0", 3);
    for (int i = 0; i < frames; ++i)
        file += std::string(",\0\0\0\0\1\0\1\0\x80\0\0\0\xff\xff\xff\2\2\x44\1\0", 21);
    return file + ";";
}

inline std::string long_apng(int frames) {
    auto file = sample("disc.png");
    std::string chunk(
        "\0\0\0\x08"
        "acTL\0\0\0\0\0\0\0\0crc4",
        20);
    for (int i = 0; i < 4; ++i)
        chunk[8 + static_cast<std::size_t>(i)] = static_cast<char>(frames >> (24 - 8 * i));
    return file.insert(33, chunk);
}

}  // namespace asterism::tests
