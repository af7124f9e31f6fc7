#pragma once

#include "libcore/base/result.hpp"

namespace asterism::media {

// In the order in which they are looked for.
inline constexpr Fault unknown_format{
    "unknown_image_format", Kind::invalid,
    "A picture is a JPEG, PNG, WebP, GIF or HEIC file, named and declared as what it is."};
inline constexpr Fault too_large{"file_too_large", Kind::invalid,
                                 "A picture may have up to 5 MiB."};
inline constexpr Fault empty_file{"empty_file", Kind::invalid, "The file is empty."};
inline constexpr Fault other_format{"image_format_differs", Kind::invalid,
                                    "The file is not what its name and type say."};
inline constexpr Fault damaged{"image_damaged", Kind::invalid,
                               "The picture is damaged or has something else in it."};
inline constexpr Fault too_many_pixels{
    "image_too_large", Kind::invalid,
    "A picture may have up to 12,000 pixels a side and 40 million in all."};
inline constexpr Fault too_many_frames{"image_moves_too_long", Kind::invalid,
                                       "A moving picture may have up to 200 frames."};
inline constexpr Fault too_few_pixels{"image_too_small", Kind::invalid,
                                      "The picture has too few pixels."};
inline constexpr Fault no_file{"no_file", Kind::missing, "There is no file of that name to read."};
inline constexpr Fault over_quota{"upload_quota", Kind::throttled,
                                  "You have uploaded as much as a day allows. Try again tomorrow."};
inline constexpr Fault upload_gone{"upload_gone", Kind::invalid,
                                   "The uploaded file is not here any more. Send it again."};
inline constexpr Fault storage_full{"storage_full", Kind::unavailable,
                                    "There is no room for more files just now."};
inline constexpr Fault no_images{"images_unavailable", Kind::unavailable,
                                 "Pictures cannot be taken in here just now."};

}  // namespace asterism::media
