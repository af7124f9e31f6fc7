#pragma once

#include <optional>
#include <string_view>

#include "libcore/media/faults.hpp"
#include "libcore/media/types.hpp"

namespace asterism::media {

inline constexpr std::int64_t most_bytes = 5 * 1024 * 1024;
inline constexpr std::int64_t most_side = 12'000;
inline constexpr std::int64_t most_pixels = 40'000'000;
inline constexpr std::int64_t most_frames = 200;

/// What the ending of a file's name and its declared type agree on. "image/jpg" is said, too.
std::optional<Format> agreed_format(std::string_view file, std::string_view type);

/// What its first bytes say a file is.
std::optional<Format> format_of(std::string_view file);

/// Walks through a whole file without decoding any of it, so that what would cost too much to
/// decode, or is something else besides an image, never gets near a decoder. `claimed` is what its
/// sender says it is.
Result<Facts> inspect(std::string_view file, Format claimed, const Plan& plan);

// The walks. Each gives none where the file breaks its format, is cut short, or goes on behind the
// image's end.

/// ISO/IEC 10918-1 annex B. Behind the end only what cameras put there may stand: further pictures
/// (CIPA DC-007), a clip, zeros.
std::optional<Facts> walk_jpeg(std::string_view file);
/// RFC 2083, and APNG 1.0. Text and colour profiles may take a mebibyte together.
std::optional<Facts> walk_png(std::string_view file);
/// RFC 9649.
std::optional<Facts> walk_webp(std::string_view file);
/// GIF89a.
std::optional<Facts> walk_gif(std::string_view file);
/// ISO/IEC 23008-12: the largest of the images in it, since each could be the one that is decoded.
std::optional<Facts> walk_heif(std::string_view file);

}  // namespace asterism::media
