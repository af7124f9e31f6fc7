#pragma once

#include <array>
#include <cstdint>

#include "libcore/media/types.hpp"

namespace asterism::outside::images {

// What the program and its image workers say to each other: one packet each way for each picture,
// over a socket that both inherit. The files travel with the request: first the one to read, then
// one to write for each size. A worker opens nothing by itself.

inline constexpr int socket_number = 3;  ///< of the worker's end
inline constexpr std::size_t most_sizes = 4;

/// The name that vips has for the loader of a format begins with this.
constexpr const char* loader_of(media::Format format) {
    switch (format) {
        case media::Format::jpeg: return "VipsForeignLoadJpeg";
        case media::Format::png: return "VipsForeignLoadPng";
        case media::Format::webp: return "VipsForeignLoadWebp";
        case media::Format::gif: return "VipsForeignLoadNsgif";
        case media::Format::heif: return "VipsForeignLoadHeif";
    }
    return "";
}

struct Request {
    media::Format format = media::Format::jpeg;
    std::uint32_t sizes = 0;
    std::array<media::Size, most_sizes> each = {};
};

enum class Verdict : std::uint8_t {
    done,
    refused,  ///< no picture, or a damaged one
    full      ///< what came out could not be written
};

struct Extent {
    std::int32_t width = 0;
    std::int32_t height = 0;
};

struct Report {
    Verdict verdict = Verdict::refused;
    std::array<Extent, most_sizes> each = {};
    std::array<char, 256> why = {};  ///< in vips' words, for the log; ends in a zero
};

}  // namespace asterism::outside::images
